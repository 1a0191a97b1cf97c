import { Env, FileStore, migrate } from '@sala/api/platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Contents } from '../backup/contents.js';
import { dump } from '../backup/dump.js';
import { checkTarget, load } from '../backup/load.js';
import { unpack } from '../backup/unpack.js';
import { Mistake, type Command, type Run } from './command.js';

async function connected<T>(run: Run, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: run.app.get(Env).DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function tell(run: Run, contents: Contents): void {
  for (const { name, rows } of contents.tables.filter((table) => table.rows > 0)) run.say(`  ${name.padEnd(18)} ${rows} rows`);
  run.say(`  ${'files'.padEnd(18)} ${contents.files.length}`);
}

function fileOf(run: Run, usage: string): string {
  const [file] = run.words.filter((word) => !word.startsWith('--'));
  if (!file) throw new Mistake(`Name the file: ${usage}`);
  return path.resolve(file);
}

/** Writes everything into one file. */
export const backup: Command = async (run) => {
  const file = fileOf(run, 'npm run backup -- sala-backup.tar');
  const contents = await connected(run, (client) => dump(client, run.app.get(FileStore), file));
  run.say(`Backed up everything into ${file}:`);
  tell(run, contents);
  return 0;
};

/** Puts a backup in the place of everything. Its parts are checked before anything is changed. */
export const restore: Command = async (run) => {
  const file = fileOf(run, 'npm run restore -- sala-backup.tar [--wipe]');
  const folder = await mkdtemp(path.join(tmpdir(), 'sala-restore-'));
  try {
    const contents = await unpack(file, folder);
    await migrate(run.app.get(DataSource));
    await connected(run, async (client) => {
      await checkTarget(client, contents, run.words.includes('--wipe'));
      await load(client, run.app.get(FileStore), contents, folder);
    });
    run.say(`Restored the backup of ${contents.madeAt}; the counts are equal:`);
    tell(run, contents);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
