import { spawn } from 'node:child_process';
import { ensureBuilt } from '../build/built.ts';
import { dataFolder, root } from '../paths.ts';
import { startCluster } from '../postgres/cluster.ts';
import { addressOf, passwords } from '../postgres/roles.ts';
import { run, Trouble } from '../say.ts';
import { holder, noteDatabase, release, take } from './lock.ts';
import { apiCommand, settings } from './settings.ts';

/** Runs one command of the API against a database, and gives its exit code. */
export function runApiCommand(databaseUrl: string, args: string[], signal?: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [apiCommand, ...args], { cwd: root, env: settings(databaseUrl), stdio: 'inherit' });
  signal?.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** An npm script that is a command of the API: builds, brings the database up for as long as it needs it, and passes the arguments on. */
export async function apiScript(name: string): Promise<void> {
  await run(async () => {
    await ensureBuilt();
    const code = await withDatabase(name, (url) => runApiCommand(url, [name, ...process.argv.slice(2)]));
    process.exitCode = code;
  });
}

async function withDatabase(what: string, work: (url: string) => Promise<number>): Promise<number> {
  const given = process.env['DATABASE_URL'];
  if (given) return work(given);
  const running = holder();
  if (running?.databasePort) return work(addressOf(running.databasePort, 'sala', passwords(dataFolder)));
  if (running) throw new Trouble('Sala កំពុងចាប់ផ្ដើម។ សូមសាកម្ដងទៀតបន្តិចទៀត។', 'Sala is just starting. Try again in a moment.');
  await take(what);
  const cluster = await startCluster({ folder: dataFolder, durable: true });
  try {
    noteDatabase(cluster.port);
    return await work(cluster.url('sala'));
  } finally {
    await cluster.stop();
    release();
  }
}
