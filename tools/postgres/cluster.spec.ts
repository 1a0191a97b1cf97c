import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { onDatabase } from '../test/database.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { isAlive, postgresIn } from './processes.ts';

const folder = mkdtempSync(path.join(tmpdir(), `sala-test-${process.pid}-`));
const data = path.join(folder, 'postgres');
const pidFile = path.join(data, 'postmaster.pid');
let cluster: Cluster | undefined;

async function start(): Promise<Cluster> {
  return (cluster = await startCluster({ folder, durable: true }));
}

async function count(): Promise<number> {
  const found = await onDatabase<{ rows: { n: number }[] }>((await start()).url('sala'), (db) =>
    db.query('SELECT count(*)::int AS n FROM kept'),
  );
  return found.rows[0]?.n ?? 0;
}

describe('the embedded PostgreSQL', () => {
  beforeEach(async () => {
    if (existsSync(data)) return;
    await onDatabase((await start()).url('sala'), (db) => db.query('CREATE TABLE kept AS SELECT generate_series(1, 7) AS id'));
    await cluster?.stop();
  });

  afterEach(() => cluster?.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('sorts and searches Khmer: UTF-8, ICU and trigrams work', async () => {
    const { rows } = await onDatabase<{ rows: object[] }>((await start()).url('sala'), async (db) => {
      await db.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
      return db.query(`SELECT array_length(show_trgm('សាលាឃុំ'), 1) > 3 AS trigrams, 'ក' < 'ខ' COLLATE "km-x-icu" AS sorted`);
    });
    expect(rows).toEqual([{ trigrams: true, sorted: true }]);
  });

  it('gives the API a role that is no superuser, and refuses a wrong password', async () => {
    const url = (await start()).url('sala');
    const { rows } = await onDatabase<{ rows: object[] }>(url, (db) =>
      db.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user'),
    );
    expect(rows).toEqual([{ rolsuper: false }]);
    await expect(onDatabase(url.replace(/:[0-9a-f]{48}@/, ':wrong@'), (db) => db.query('SELECT 1'))).rejects.toThrow(/password/);
    expect(statSync(path.join(folder, 'postgres-passwords')).mode & 0o077).toBe(0);
  });

  it('keeps its data when the postmaster and its backends are killed', async () => {
    await start();
    for (const pid of postgresIn(data)) process.kill(pid, 'SIGKILL');
    expect(await count()).toBe(7);
  });

  it('starts again when only the postmaster was killed and its backends live on', async () => {
    process.kill((await start()).process.pid ?? 0, 'SIGKILL');
    expect(await count()).toBe(7);
  });

  it('takes over from a PostgreSQL whose starter was killed', async () => {
    const before = (await start()).process.pid ?? 0;
    expect(await count()).toBe(7);
    expect(isAlive(before)).toBe(false);
  });

  it('is not fooled by an old pid file whose number another program has now', async () => {
    const other = spawn('sleep', ['60']);
    writeFileSync(pidFile, `${other.pid}\n${data}\n`);
    expect(await count()).toBe(7);
    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.kill();
  });

  it('makes new passwords when their file was lost', async () => {
    rmSync(path.join(folder, 'postgres-passwords'));
    expect(await count()).toBe(7);
  });

  it('begins anew when the first start was killed half-way', async () => {
    const fresh = mkdtempSync(path.join(tmpdir(), `sala-test-${process.pid}-`));
    mkdirSync(path.join(fresh, 'postgres.init/data/base'), { recursive: true });
    cluster = await startCluster({ folder: fresh, durable: false });
    await cluster.stop();
    expect(existsSync(path.join(fresh, 'postgres.init'))).toBe(false);
    rmSync(fresh, { recursive: true });
  });

  it('says what to do about a damaged folder, and leaves it as it is', async () => {
    const control = path.join(data, 'global/pg_control');
    renameSync(control, `${control}.away`);
    await expect(start()).rejects.toThrow(/damaged \(global\/pg_control is missing\).*npm run restore/s);
    renameSync(`${control}.away`, control);
    expect(await count()).toBe(7);
  });

  it('says what to do about a folder of another version, and leaves it as it is', async () => {
    const file = path.join(data, 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '16\n');
    await expect(start()).rejects.toThrow(/PostgreSQL 16.*npm run backup/s);
    writeFileSync(file, version);
    expect(await count()).toBe(7);
  });
});
