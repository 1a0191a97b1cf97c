import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot, root } from '../paths.ts';
import { startCluster, type Cluster } from '../postgres/cluster.ts';
import { end, isAlive, postgresIn } from '../postgres/processes.ts';
import { onDatabase } from './database.ts';

const mark = 'sala-test-';

export type { Cluster };

/** The PostgreSQL of one test run, in a temporary folder. */
export interface TestCluster {
  readonly folder: string;
  readonly cluster: Cluster;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL that is thrown away after the run, and clears away those of killed runs. */
export async function startTestCluster(): Promise<TestCluster> {
  await clearLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), `${mark}${process.pid}-`));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder, durable: false });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, cluster, stop };
}

/** Starts a PostgreSQL on a folder as it runs for real people, for the tests that kill it; at the same port again after a crash. */
export function startRealCluster(folder: string, port?: number): Promise<Cluster> {
  return startCluster({ folder, durable: true, ...(port === undefined ? {} : { port }) });
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(mark))) {
    if (isAlive(Number(name.slice(mark.length).split('-')[0]))) continue;
    const folder = path.join(tmpdir(), name);
    await end(postgresIn(path.join(folder, 'postgres')), 'SIGQUIT', 5_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a template database with one of the API's own commands: `migrate` for empty tables, `prepare` for the demo as well. */
export async function makeTemplate(test: TestCluster, name: string, command: 'migrate' | 'prepare'): Promise<void> {
  const { cluster, folder } = test;
  await onDatabase(cluster.url('sala'), (admin) => admin.query(`CREATE DATABASE ${name} STRATEGY file_copy`));
  const files = path.join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const env = { ...process.env, DATABASE_URL: cluster.url(name), FILES_DIR: files, SALA_SECRET: 'x'.repeat(64), NODE_ENV: 'test' };
  const result = spawnSync(process.execPath, [inRoot('dist/node/apps/api/src/command.js'), command], { cwd: root, env, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`"command.js ${command}" failed:\n${result.stdout}${result.stderr}`);
}
