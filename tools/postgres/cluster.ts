import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../say.ts';
import { accountFor, own, type Account } from './account.ts';
import { checkRoom, damaged, diskFull, inspect, notWritable } from './folder.ts';
import { programs } from './programs.ts';
import { end, postgresIn } from './processes.ts';
import { addressOf, ensureDatabase, passwords, type Passwords } from './roles.ts';

/** A running PostgreSQL. */
export interface Cluster {
  readonly port: number;
  readonly process: ChildProcess;
  /** The address of a database for the ordinary role. */
  url(database: string): string;
  /** Ends every connection and stops cleanly. */
  stop(): Promise<void>;
}

/** `durable` for real data; without it nothing is synced to disk, for tests. */
export interface ClusterOptions {
  readonly folder: string;
  readonly durable: boolean;
  readonly port?: number;
}

const common = { unix_socket_directories: '', listen_addresses: '127.0.0.1', jit: 'off', timezone: 'UTC', log_timezone: 'UTC' };
const durable = { shared_buffers: '128MB', max_wal_size: '512MB', wal_compression: 'on' };
const careless = { shared_buffers: '128MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Starts PostgreSQL on `folder`/postgres, makes it first when it is new, and recovers from any killed run before. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder } = options;
  const data = path.join(folder, 'postgres');
  checkRoom(folder);
  const state = inspect(data);
  const { postgres, initdb } = programs();
  const account = accountFor(postgres, folder);
  const secrets = passwords(folder);
  if (state === 'new') initialise(initdb, data, account, secrets);
  else await recover(data);
  own(data, account);
  if (state === 'ready' && secrets.fresh) resetPassword(postgres, data, account, secrets);
  const { process, port } = await launch(postgres, data, account, options);
  await ensureDatabase(port, secrets);
  return {
    port,
    process,
    url: (database) => addressOf(port, database, secrets),
    stop: () => end(process.pid ? [process.pid] : [], 'SIGINT', 30_000),
  };
}

function run(account: Account, program: string, args: string[], input?: string) {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  return spawnSync(command, rest, { ...account.options, env: environment(), input, encoding: 'utf8' });
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' });

/** Makes the data folder beside its place and moves it there when it is whole, so that a kill leaves no half folder. */
function initialise(initdb: string, data: string, account: Account, secrets: Passwords): void {
  const half = `${data}.init`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(`${half}/password`, secrets.postgres, { mode: 0o600 });
  own(half, account);
  const args = [
    '-D',
    `${half}/data`,
    '--username=postgres',
    `--pwfile=${half}/password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  const result = run(account, initdb, args);
  if (result.status === 0) renameSync(`${half}/data`, data);
  rmSync(half, { recursive: true, force: true });
  if (result.status !== 0) throw explain(data, `${result.stdout}${result.stderr}`);
}

/** Ends what a killed run left behind (postmaster, or backends alone), and removes its pid file, whose number may be reused by now. */
async function recover(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  const left = postgresIn(data);
  const postmaster = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  if (left.includes(postmaster)) await end([postmaster], 'SIGINT', 60_000);
  await end(postgresIn(data), 'SIGQUIT', 5_000);
  rmSync(pidFile, { force: true });
}

/** When the file with the passwords was lost, PostgreSQL in single-user mode takes a new one. */
function resetPassword(postgres: string, data: string, account: Account, secrets: Passwords): void {
  const result = run(account, postgres, ['--single', '-D', data, 'postgres'], `ALTER ROLE postgres PASSWORD '${secrets.postgres}'\n`);
  if (result.status !== 0) throw explain(data, result.stderr);
}

interface Launched {
  readonly process: ChildProcess;
  readonly port: number;
}

async function launch(postgres: string, data: string, account: Account, options: ClusterOptions): Promise<Launched> {
  const log = path.join(options.folder, 'postgres.log');
  for (let attempt = 0; ; attempt++) {
    const port = (attempt === 0 && options.port) || (await freePort());
    const settings = Object.entries({ ...common, ...(options.durable ? durable : careless), port: String(port) });
    const args = ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const began = existsSync(log) ? statSync(log).size : 0;
    const child = spawnLogged(account, postgres, args, log, began);
    if (await isReady(child, data)) return { process: child, port };
    const said = readFileSync(log, 'utf8').slice(-8_000);
    if (!/Address already in use|could not create any TCP/.test(said) || attempt === 3) throw explain(data, said);
  }
}

function spawnLogged(account: Account, postgres: string, args: string[], log: string, size: number): ChildProcess {
  const output = openSync(log, size > 5_000_000 ? 'w' : 'a', 0o600);
  const [command = postgres, ...rest] = [...account.prefix, postgres, ...args];
  const stdio = ['ignore', output, output] as const;
  // Detached: Ctrl-C in the terminal is for us, and we stop the API before its database.
  const child = spawn(command, rest, { ...account.options, env: environment(), stdio: [...stdio], detached: true });
  closeSync(output);
  return child;
}

/** PostgreSQL writes its state into its pid file; recovery after a crash may take minutes, so there is no deadline while it lives. */
async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  const pidFile = path.join(data, 'postmaster.pid');
  while (child.exitCode === null && child.signalCode === null) {
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(15);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function explain(data: string, said: string): Trouble {
  if (/No space left on device/.test(said)) return diskFull(data);
  if (/Permission denied/.test(said)) return notWritable(data);
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? said.trim().split('\n').at(-1) ?? '';
  return damaged(data, reason.replace(/^.*(FATAL|PANIC):\s*/, ''));
}
