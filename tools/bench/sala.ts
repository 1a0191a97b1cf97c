import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../build/built.ts';
import { inRoot, root } from '../paths.ts';
import { startCluster } from '../postgres/cluster.ts';
import { apiFlags } from '../start/settings.ts';

/** A built Sala on a durable PostgreSQL of its own, with the curriculum and the demo people. */
export interface Sala {
  readonly origin: string;
  readonly databaseUrl: string;
  /** Resident memory of the API, in MB. */
  memory(): number;
  close(): Promise<void>;
}

/** A free port on this machine. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits until an address answers with success. */
export async function untilOk(address: string, child: ChildProcess): Promise<void> {
  while (
    !(await fetch(address).then(
      (reply) => reply.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before ${address} answered`);
    await sleep(20);
  }
}

/** Ends a child with a signal and waits for it. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Starts a Sala to measure; `env` adds to its environment, and a command of the API may be run on its data first. */
export async function startSala(env: NodeJS.ProcessEnv = {}, command?: string[]): Promise<Sala> {
  await ensureBuilt();
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder, durable: true });
  const port = await freePort();
  const all = { ...environment(folder, port, cluster.url('sala')), ...env };
  await once(program('command.js', all, 'prepare'), 'exit');
  if (command) await once(program('command.js', all, ...command), 'exit');
  const api = program('main.js', all);
  const origin = `http://127.0.0.1:${port}`;
  await untilOk(`${origin}/api/ready`, api);
  const close = async (): Promise<void> => {
    await endChild(api);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, databaseUrl: cluster.url('sala'), memory: () => megabytesOf(api), close };
}

const program = (name: string, env: NodeJS.ProcessEnv, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [...apiFlags, inRoot('dist/node/apps/api/src', name), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const megabytesOf = (child: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;

function environment(folder: string, port: number, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    FILES_DIR: path.join(folder, 'files'),
    SALA_SECRET: 'x'.repeat(64),
    LEARNER_DIR: inRoot('dist/learner/browser'),
    STUDIO_DIR: inRoot('dist/studio/browser'),
    NODE_ENV: 'test',
  };
}
