import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRoot, root } from '../paths.ts';
import { isAlive, postgresIn } from '../postgres/processes.ts';
import type { Holder } from './lock.ts';

const folder = mkdtempSync(path.join(tmpdir(), `sala-test-${process.pid}-`));
const data = path.join(folder, 'postgres');
const minutes = 60_000;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said: string;
}

function start(port: number): Run {
  const env = { ...process.env, SALA_DATA: folder, DATABASE_URL: '', SALA_SECRET: '', PORT: String(port), NODE_ENV: 'development' };
  const child = spawn(process.execPath, [inRoot('tools/run.mjs'), 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const run: Run = { child, ended: new Promise((resolve) => child.once('exit', resolve)), said: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (run.said += chunk.toString()));
  return run;
}

function listen(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const holder = (): Holder => JSON.parse(readFileSync(path.join(folder, 'in-use.json'), 'utf8')) as Holder;

describe('npm start', () => {
  let port = 0;
  let run: Run;

  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/api/ready`).then(
      (reply) => reply.ok,
      () => false,
    );

  async function until(what: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await what())) {
      if (run.child.exitCode !== null) throw new Error(`npm start ended:\n${run.said}`);
      await sleep(50);
    }
  }

  const untilWelcome = (): Promise<void> => until(() => run.said.includes('Press Ctrl-C'));

  beforeAll(async () => {
    const server = await listen();
    port = portOf(server);
    server.close();
    run = start(port);
    await untilWelcome();
  }, 5 * minutes);

  afterAll(async () => {
    run.child.kill('SIGTERM');
    await run.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints where Sala is, and answers there', async () => {
    expect(run.said).toContain(`http://127.0.0.1:${port}/studio`);
    expect(await isReady()).toBe(true);
  });

  it('says who already uses the folder, and leaves that one alone', async () => {
    const second = start(port + 1);
    expect(await second.ended).toBe(1);
    expect(second.said).toMatch(/already uses this folder: "npm start" runs as process \d+\. Stop it first/);
    expect(await isReady()).toBe(true);
  });

  it('starts the API again when it is killed', async () => {
    const before = holder().api?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await until(async () => holder().api?.pid !== before && (await isReady()));
  });

  it('starts PostgreSQL again when it is killed', async () => {
    const [postmaster = 0] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    process.kill(postmaster, 'SIGKILL');
    await until(() => !isAlive(postmaster));
    await until(isReady);
  });

  it(
    'comes up after a kill -9 of itself, at the same port, though its API and PostgreSQL live on',
    async () => {
      const { pid, api } = holder();
      const secret = readFileSync(path.join(folder, 'secret'), 'utf8');
      process.kill(pid, 'SIGKILL');
      await run.ended;
      expect(isAlive(api?.pid ?? 0)).toBe(true);
      run = start(port);
      await untilWelcome();
      expect(await isReady()).toBe(true);
      expect(readFileSync(path.join(folder, 'secret'), 'utf8')).toBe(secret);
    },
    minutes,
  );

  it('stops everything in order when asked to', async () => {
    const { api } = holder();
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(isAlive(api?.pid ?? 0)).toBe(false);
    expect(postgresIn(data)).toEqual([]);
  });

  it('says which port is in use before it builds anything', async () => {
    const server = await listen();
    const blocked = start(portOf(server));
    expect(await blocked.ended).toBe(1);
    expect(blocked.said).toMatch(
      new RegExp(`Port ${portOf(server)} on 127.0.0.1 is used by another program. .*PORT=${portOf(server) + 1} npm start`),
    );
    expect(blocked.said).not.toContain('Starting Sala');
    server.close();
  });
});
