import type { FileStore } from '@sala/api/platform';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import { Mistake } from '../commands/command.js';
import { CONTENTS, fileEntry, tableEntry, type Contents } from './contents.js';
import { countOf, newestMigration, tablesInOrder } from './tables.js';

/** Lets bytes through, counting and hashing them. */
export function measure(): { stream: Transform; result: () => { bytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

async function dumpTable(client: Client, name: string, folder: string): Promise<Contents['tables'][number]> {
  const { stream, result } = measure();
  await pipeline(client.query(copyTo(`copy "${name}" to stdout`)), stream, createWriteStream(path.join(folder, name), { mode: 0o600 }));
  return { name, rows: await countOf(client, name), ...result() };
}

async function filesOf(client: Client, store: FileStore): Promise<Contents['files']> {
  const { rows } = await client.query<{ sha256: string; bytes: number }>(
    'select sha256, bytes::float8 as bytes from stored_file order by sha256',
  );
  for (const { sha256, bytes } of rows) {
    const found = await stat(store.pathOf(sha256)).catch(() => undefined);
    if (found?.size !== bytes)
      throw new Mistake(`The stored file ${sha256} is missing or damaged, so the backup would not be whole. Look after FILES_DIR first.`);
  }
  return rows;
}

function add(tar: Pack, name: string, size: number, file: string): Promise<void> {
  return pipeline(createReadStream(file), tar.entry({ name, size, mode: 0o600, mtime: new Date(0) }));
}

async function writeArchive(target: string, contents: Contents, folder: string, store: FileStore): Promise<void> {
  const tar = pack();
  const half = `${target}.partial`;
  const written = pipeline(tar, createWriteStream(half, { mode: 0o600 }));
  tar.entry({ name: CONTENTS, mtime: new Date(0) }, JSON.stringify(contents, null, 1));
  for (const { name, bytes } of contents.tables) await add(tar, tableEntry(name), bytes, path.join(folder, name));
  for (const { sha256, bytes } of contents.files) await add(tar, fileEntry(sha256), bytes, store.pathOf(sha256));
  tar.finalize();
  await written;
  const handle = await open(half, 'r');
  await handle.sync().finally(() => handle.close());
  await rename(half, target);
}

/** Writes everything into one archive: the tables as they were at one moment, and the stored files. */
export async function dump(client: Client, store: FileStore, target: string): Promise<Contents> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sala-backup-'));
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables: Contents['tables'] = [];
    for (const name of await tablesInOrder(client)) tables.push(await dumpTable(client, name, folder));
    const files = await filesOf(client, store);
    const contents: Contents = { format: 1, madeAt: new Date().toISOString(), migration: await newestMigration(client), tables, files };
    await client.query('commit');
    await writeArchive(target, contents, folder, store);
    return contents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
