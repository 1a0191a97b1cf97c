import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot, root } from '../paths.ts';
import { createTestDatabase } from './database.ts';
import { apiCommand } from './programs.ts';

/** The real built Sala, with a database and files of its own, on a free port. */
export interface Server {
  readonly origin: string;
  readonly databaseUrl: string;
  /** Starts it (again), at the same address and with the same data. */
  start(): Promise<void>;
  /** Stops it as a signal from outside would: SIGTERM by default, SIGKILL for a crash. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Runs one of the API's own commands beside it, with its data. */
  command(...words: string[]): Promise<void>;
  /** Stops it for good and removes its data. */
  close(): Promise<void>;
}

/** Starts a Sala with the curriculum and the demo people; `env` adds to or changes its environment. */
export async function startServer(env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const database = await createTestDatabase();
  const files = mkdtempSync(path.join(tmpdir(), 'sala-files-'));
  cpSync(process.env['SALA_TEST_FILES'] ?? '', files, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const all = { ...environment(port, files, database.url), ...env };
  let child: ChildProcess | undefined;
  const server: Server = {
    origin,
    databaseUrl: database.url,
    start: async () => {
      child = spawn(process.execPath, [inRoot('dist/node/apps/api/src/main.js')], {
        cwd: root,
        env: all,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await untilReady(origin, child);
    },
    stop: async (signal = 'SIGTERM') => {
      if (child) await ended(child, signal);
    },
    command: async (...words) => {
      const ran = spawn(process.execPath, [apiCommand, ...words], { cwd: root, env: all, stdio: ['ignore', 'ignore', 'inherit'] });
      const [code] = (await once(ran, 'exit')) as [number | null];
      if (code !== 0) throw new Error(`The command ${words.join(' ')} ended with ${code}.`);
    },
    close: async () => {
      await server.stop('SIGKILL');
      await database.drop();
      rmSync(files, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function environment(port: number, files: string, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    HOST: 'localhost',
    PORT: String(port),
    FILES_DIR: files,
    SALA_SECRET: 'x'.repeat(64),
    LEARNER_DIR: inRoot('dist/learner/browser'),
    STUDIO_DIR: inRoot('dist/studio/browser'),
    NODE_ENV: 'test',
  };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const isReady = (): Promise<boolean> =>
    fetch(`${origin}/api/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`The API ended with ${child.exitCode} while starting.`);
    await sleep(50);
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
