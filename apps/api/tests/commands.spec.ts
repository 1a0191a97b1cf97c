import { DEMO_PASSWORD } from '@sala/api/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createWriteStream, readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract, pack, type Header } from 'tar-stream';
import { createEmptyDatabase, onDatabase, type TestDatabase } from '../../../tools/test/database.ts';
import { apiCommand as command, apiMain as main, searchPath } from '../../../tools/test/programs.ts';
import { unpack } from '../src/backup/unpack.js';

/** The courses that Sala ships. */
const COURSES = readdirSync(new URL('../../../libs/curriculum/courses', import.meta.url)).length;

interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a built program as an operator does. */
function run(file: string, args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, [file, ...args], { env: { ...searchPath, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

describe('the operator’s commands', () => {
  let folder: string;
  let database: TestDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sala-commands-'));
    database = await createEmptyDatabase();
    env = { NODE_ENV: 'development', DATABASE_URL: database.url, FILES_DIR: path.join(folder, 'files'), SALA_SECRET: 'x'.repeat(64) };
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const sala = (...args: string[]): Promise<Ran> => run(command, args, env);
  const production = { NODE_ENV: 'production', SALA_SECRET: 'Kq93vhLw02mZ81nRtKq93vhLw02mZ81nRt' };
  const counts = (url: string): Promise<Record<string, number>> =>
    onDatabase(url, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migration', 'server_epoch')`,
      );
      const found: Record<string, number> = {};
      for (const { name } of rows)
        found[name] = Number((await client.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]?.n);
      return found;
    });

  it('prepare a new database with the curriculum and the demo people, and change nothing the second time', async () => {
    expect(await sala('prepare')).toMatchObject({ code: 0 });
    const before = await counts(database.url);
    expect(before).toMatchObject({ person: 10, course: COURSES, course_version: COURSES });
    expect(await sala('prepare')).toMatchObject({ code: 0 });
    expect(await counts(database.url)).toEqual(before);
  });

  it('tell when the server’s keys were made under another secret', async () => {
    expect(await run(command, ['prepare'], { ...env, SALA_SECRET: 'y'.repeat(64) })).toEqual({
      code: 1,
      said: expect.stringMatching(/The keys of this server can not be opened with this SALA_SECRET\..*operating\.md\.\n$/s),
    });
  });

  it('print how the demo people sign in', async () => {
    const { said } = await sala('demo');
    expect(said).toContain('4100 0000 0019');
    expect(said).toContain(DEMO_PASSWORD);
    expect(said).toMatch(/officer@demo\.sala\.example {3}code \d{6}/);
    expect(said).toContain('អ្នករៀនសាកល្បង');
  });

  it('check the projections', async () => {
    expect(await sala('projections', '--verify')).toMatchObject({ code: 0 });
    const tamper = (sql: string): Promise<unknown> => onDatabase(database.url, (client) => client.query(sql));
    await tamper(`insert into lesson_progress values (gen_random_uuid(), gen_random_uuid(), 'x', '{}', 1)`);
    expect(await sala('projections', '--verify')).toMatchObject({ code: 1, said: expect.stringContaining('1 differ') });
    expect(await sala('projections')).toMatchObject({ code: 0 });
    expect(await sala('projections', '--verify')).toMatchObject({ code: 0 });
  });

  it('make an administrator, and refuse weak or doubled input', async () => {
    const made = await sala('administrator', '--email', 'Somebody@Example.org', '--name', 'Sok Dara');
    expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/Password: \S{20,}[\s\S]*otpauth:\/\/totp\/Sala:somebody/) });
    for (const args of [
      ['--email', 'nobody'],
      ['--email', 'a@example.org', '--name', 'Sok'],
      ['--name', 'Sok Dara'],
      ['--email', 'somebody@example.org', '--name', 'Sok Dara'],
    ]) {
      expect(await sala('administrator', ...args)).toMatchObject({ code: 1 });
    }
  });

  it('tell a mistake in a sentence', async () => {
    for (const [args, sentence] of [
      [['nonsense'], 'There is no command "nonsense"'],
      [['toString'], 'There is no command "toString"'],
      [['gazetteer'], 'Name the file'],
      [['gazetteer', '/nowhere.tsv'], "can't be read"],
      [['restore'], 'Name the file'],
    ] as const) {
      const { code, said } = await sala(...args);
      expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
      expect(said).not.toContain('    at ');
    }
  });

  it('never start production with demo people or without its own secret', async () => {
    const withDemo = await run(main, [], { ...env, ...production, PORT: '0' });
    expect(withDemo).toMatchObject({ code: 1, said: expect.stringContaining('holds the demo people') });
    const withDefault = await run(main, [], { ...env, NODE_ENV: 'production', PORT: '0' });
    expect(withDefault).toMatchObject({ code: 1, said: expect.stringContaining('SALA_SECRET is missing or a known default') });
    expect(await run(command, ['seed-demo'], { ...env, ...production })).toMatchObject({ code: 1 });
  });

  it('back everything up, and restore it elsewhere with equal counts in a new epoch', async () => {
    const archive = path.join(folder, 'sala.tar');
    expect(await sala('backup', archive)).toMatchObject({ code: 0 });
    const elsewhere = await createEmptyDatabase();
    const there = { ...env, DATABASE_URL: elsewhere.url, FILES_DIR: path.join(folder, 'files-there') };
    try {
      expect(await run(command, ['restore', archive], there)).toMatchObject({
        code: 0,
        said: expect.stringContaining('the counts are equal'),
      });
      expect(await counts(elsewhere.url)).toEqual(await counts(database.url));
      expect((await readdir(there.FILES_DIR)).sort()).toEqual((await readdir(env['FILES_DIR'] ?? '')).sort());
      const epoch = (url: string): Promise<unknown> =>
        onDatabase(url, async (client) => (await client.query('select epoch from server_epoch order by began_at desc limit 1')).rows[0]);
      expect(await epoch(elsewhere.url)).not.toEqual(await epoch(database.url));
      expect(await run(command, ['restore', archive], there)).toMatchObject({ code: 1, said: expect.stringContaining('add --wipe') });
      const keys = (url: string): Promise<unknown[]> =>
        onDatabase(url, async (client) => (await client.query('select public_key from server_key order by purpose')).rows as unknown[]);
      expect(await keys(elsewhere.url)).toHaveLength(2);
      expect(await keys(elsewhere.url)).toEqual(await keys(database.url));
      await onDatabase(elsewhere.url, (client) => client.query('delete from person'));
      expect(await run(command, ['restore', archive, '--wipe'], there)).toMatchObject({ code: 0 });
      expect(await counts(elsewhere.url)).toEqual(await counts(database.url));
      await onDatabase(elsewhere.url, (client) => expect(client.query('truncate course_version')).rejects.toThrow('never changed'));
      expect(await run(command, ['projections', '--verify'], there)).toMatchObject({ code: 0 });
    } finally {
      await elsewhere.drop();
    }
  }, 90_000);

  describe('given a hostile archive', () => {
    interface Entry {
      header: Partial<Header> & { name: string };
      bytes: Buffer;
    }

    async function entries(file: string): Promise<Entry[]> {
      const tar = extract();
      const read: Entry[] = [];
      tar.end(await readFile(file));
      for await (const entry of tar) {
        const chunks: Buffer[] = [];
        for await (const chunk of entry) chunks.push(chunk as Buffer);
        read.push({ header: { name: entry.header.name, type: entry.header.type }, bytes: Buffer.concat(chunks) });
      }
      return read;
    }

    async function write(all: readonly Entry[]): Promise<string> {
      const file = path.join(folder, `hostile-${Math.random()}.tar`);
      const tar = pack();
      for (const { header, bytes } of all) tar.entry(header, bytes);
      tar.finalize();
      await pipeline(tar, createWriteStream(file));
      return file;
    }

    const at = (name: string, type: Header['type'] = 'file'): Entry => ({
      header: { name, type, linkname: '/etc/passwd' },
      bytes: Buffer.from(type === 'file' ? 'x' : ''),
    });

    it.each([
      ['a path that leads out', (all: Entry[]) => [...all, at('../../outside')]],
      ['an absolute path', (all: Entry[]) => [...all, at('/tmp/outside')]],
      ['a link', (all: Entry[]) => [...all, at('tables/person.copy', 'symlink')]],
      ['a part twice', (all: Entry[]) => [...all, ...all.slice(1, 2)]],
      ['a part too many', (all: Entry[]) => [...all, at('tables/pg_authid.copy')]],
      ['a part missing', (all: Entry[]) => all.slice(0, -1)],
      ['no list of contents', (all: Entry[]) => all.slice(1)],
      [
        'a list that is no list',
        (all: Entry[]) => [{ header: { name: 'manifest.json' }, bytes: Buffer.from('{"format":1}') }, ...all.slice(1)],
      ],
      [
        'altered bytes',
        (all: Entry[]) =>
          all.map((one) =>
            one.header.name === 'tables/person.copy'
              ? { ...one, bytes: Buffer.from(one.bytes.toString('utf8').replace('SOK', 'KOS')) }
              : one,
          ),
      ],
      [
        'a shorter part',
        (all: Entry[]) => all.map((one) => (one.header.name === 'tables/person.copy' ? { ...one, bytes: one.bytes.subarray(1) } : one)),
      ],
      [
        'a table whose name is SQL',
        (all: Entry[]) =>
          all.map((one) =>
            one.header.name === 'manifest.json'
              ? { ...one, bytes: Buffer.from(one.bytes.toString('utf8').replace('"person"', '"person; drop table person"')) }
              : one,
          ),
      ],
    ])('with %s, refuse it before anything is changed', async (_, spoil) => {
      const file = await write(spoil(await entries(path.join(folder, 'sala.tar'))));
      const into = await mkdtemp(path.join(folder, 'into-'));
      await expect(unpack(file, into)).rejects.toThrow(/^This is no whole backup of Sala: .* Nothing was changed\.$/);
      await expect(readFile(path.join(folder, '..', 'outside'))).rejects.toThrow();
    });

    it('that is no archive or was cut short, change nothing', async () => {
      const whole = await readFile(path.join(folder, 'sala.tar'));
      for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), whole.subarray(0, whole.length / 2)]) {
        const file = path.join(folder, 'cut.tar');
        await writeFile(file, bytes);
        await expect(unpack(file, await mkdtemp(path.join(folder, 'into-')))).rejects.toThrow('Nothing was changed');
      }
      const before = await counts(database.url);
      expect(await sala('restore', path.join(folder, 'cut.tar'), '--wipe')).toMatchObject({
        code: 1,
        said: expect.stringContaining('Nothing was changed'),
      });
      expect(await counts(database.url)).toEqual(before);
    });
  });
});
