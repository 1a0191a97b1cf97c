import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../paths.ts';
import { startCluster } from '../postgres/cluster.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { startBare } from './load.ts';
import { endChild, freePort, untilOk } from './sala.ts';

const ROUNDS = 3;

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
};

async function startUntilReady(): Promise<ChildProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [`${root}/tools/run.mjs`, 'start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilOk(`http://127.0.0.1:${port}/api/ready`, child);
  return child;
}

/** Seconds from `npm start` to a ready server when everything was built before, beside an empty PostgreSQL with a bare Fastify. */
export async function coldStart(): Promise<Figure[]> {
  await endChild(await startUntilReady());
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-bench-'));
  chmodSync(folder, 0o755);
  try {
    await (await startCluster({ folder, durable: true })).stop();
    const ours: number[] = [];
    const base: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      let child: ChildProcess | undefined;
      ours.push(await seconds(async () => void (child = await startUntilReady())));
      if (child) await endChild(child);
      let stop: (() => Promise<void>) | undefined;
      base.push(
        await seconds(async () => {
          const cluster = await startCluster({ folder, durable: true });
          const bare = await startBare(cluster.url('sala'));
          stop = async () => {
            await bare.close();
            await cluster.stop();
          };
        }),
      );
      await stop?.();
    }
    return [
      figure('cold-start: npm start after the first, to ready', quantile(ours), 's', 'embedded PostgreSQL + bare Fastify', quantile(base)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
