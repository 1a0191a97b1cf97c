import type { FileStore } from '@sala/api/platform';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Mistake } from '../commands/command.js';
import type { Contents } from './contents.js';
import { countOf, newestMigration, tablesInOrder } from './tables.js';

const TOLD_BY = ['person', 'course', 'learning_event', 'account'];

/** Refuses a backup that doesn't fit this program, or a database that holds something, unless it may be wiped. */
export async function checkTarget(client: Client, contents: Contents, mayWipe: boolean): Promise<void> {
  const migration = await newestMigration(client);
  if (migration !== contents.migration) {
    throw new Mistake(
      `This backup was made by another version of Sala (migration ${contents.migration}, here ${migration}). Restore it with that version, then update.`,
    );
  }
  const tables = await tablesInOrder(client);
  const named = contents.tables.map((table) => table.name).sort();
  if (named.join() !== [...tables].sort().join())
    throw new Mistake('This backup holds other tables than this database. Nothing was changed.');
  if (mayWipe) return;
  for (const table of TOLD_BY) {
    if ((await countOf(client, table)) > 0)
      throw new Mistake('This database is not empty. To replace everything in it by the backup, add --wipe.');
  }
}

async function fill(client: Client, contents: Contents, folder: string): Promise<void> {
  const tables = await tablesInOrder(client);
  const list = tables.map((name) => `"${name}"`).join(', ');
  for (const name of tables) await client.query(`alter table "${name}" disable trigger user`);
  await client.query(`truncate ${list}`);
  for (const name of tables) await pipeline(createReadStream(path.join(folder, name)), client.query(copyFrom(`copy "${name}" from stdin`)));
  for (const name of tables) await client.query(`alter table "${name}" enable trigger user`);
  for (const { name, rows } of contents.tables) {
    const found = await countOf(client, name);
    if (found !== rows) throw new Mistake(`Table ${name} has ${found} rows instead of ${rows}. Nothing was changed.`);
  }
}

async function storeFiles(client: Client, store: FileStore, folder: string): Promise<void> {
  const { rows } = await client.query<{ sha256: string; type: string }>('select sha256, media_type as type from stored_file');
  for (const { sha256, type } of rows) {
    const stored = await store.put(await readFile(path.join(folder, path.basename(sha256))), type);
    if (stored !== sha256) throw new Mistake(`The stored file ${sha256} has another content than its name says. Nothing was changed.`);
  }
}

/** Puts an unpacked backup in the place of everything in the database, in one transaction, and begins a new epoch. */
export async function load(client: Client, store: FileStore, contents: Contents, folder: string): Promise<void> {
  await client.query('begin');
  try {
    await fill(client, contents, folder);
    await storeFiles(client, store, folder);
    await client.query(`select setval('learning_event_position_seq', greatest((select max(position) from learning_event), 1))`);
    await client.query('insert into server_epoch (epoch, reason) values ($1, $2)', [
      randomBytes(4).toString('hex'),
      `restored the backup of ${contents.madeAt}`,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
