import { spawn } from 'node:child_process';
import autocannon from 'autocannon';
import { root } from '../paths.ts';
import { endChild, freePort, untilOk } from './sala.ts';

/** What a load generator saw. */
export interface Load {
  /** Successful replies a second. */
  rate: number;
  /** The 99th percentile of the time to a reply, in whole ms; what took less counts as one. */
  p99: number;
}

/** Sends requests from 8 connections for some seconds; throws when any fails. */
export async function load(options: autocannon.Options, seconds = 5): Promise<Load> {
  const result = await autocannon({ connections: 8, duration: seconds, ...options });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${options.url}: ${result.non2xx} replies were no success, ${result.errors} errors`);
  return { rate: result['2xx'] / result.duration, p99: Math.max(1, result.latency.p99) };
}

/** Starts the bare baseline server on a database; gives its address and how to end it. */
export async function startBare(databaseUrl: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) };
  const child = spawn(process.execPath, [`${root}/tools/bench/bare.ts`], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  await untilOk(`${origin}/ready`, child);
  return { origin, close: () => endChild(child) };
}
