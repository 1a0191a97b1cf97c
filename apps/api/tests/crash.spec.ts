import type { SyncReply } from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiCommand as command, apiMain as main, searchPath, startCluster, type Cluster } from '../../../tools/test/programs.ts';
import { onDatabase } from '../../../tools/test/database.ts';
import { Browser } from './browser.js';
import { COURSE, demoCard, demoId } from './start-api.js';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));

describe('killed while phones deliver', () => {
  let folder: string;
  let cluster: Cluster;
  let api: ChildProcess;
  let origin: string;
  let env: Record<string, string>;

  const start = async (): Promise<void> => {
    api = spawn(process.execPath, [main], { env, stdio: 'ignore' });
    while (
      !(await fetch(`${origin}/api/ready`).then(
        (reply) => reply.ok,
        () => false,
      ))
    )
      await sleep(20);
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sala-crash-'));
    chmodSync(folder, 0o755);
    cluster = await startCluster({ folder, durable: true });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const surroundings = { NODE_ENV: 'test', SALA_SECRET: 'x'.repeat(64), FILES_DIR: path.join(folder, 'files'), RATE_LIMIT: 'off' };
    env = { ...searchPath, ...surroundings, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: cluster.url('sala') };
    await ended(spawn(process.execPath, [command, 'prepare'], { env, stdio: 'ignore' }));
    await start();
  }, 60_000);
  afterAll(async () => {
    api.kill('SIGKILL');
    await ended(api);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function phone(): Promise<Browser> {
    const browser = new Browser(origin);
    const card = await browser.post<{ ticket: string }>('identity/card', { code: demoCard('channa') });
    await browser.post('identity/profile', { ticket: card.body.ticket, pin: '2580', deviceId: browser.deviceId });
    return browser;
  }

  /** Delivers in small batches until told to stop, noting the ids that were acknowledged; gives how many were sent. A phone tries again what was not. */
  async function deliver(browser: Browser, acknowledged: Set<string>, until: () => boolean): Promise<number> {
    let sequence = 0;
    let waiting: object[] = [];
    while (!until() || waiting.length > 0) {
      if (waiting.length === 0) {
        waiting = Array.from({ length: 20 }, () => ({
          id: randomUUID(), learnerId: demoId('channa'), deviceId: browser.deviceId, sequence: ++sequence, courseId: COURSE, version: 1,
          occurredAt: new Date().toISOString(), kind: 'lesson.opened', body: { lessonId: 'install-and-test' },
        })); // prettier-ignore
      }
      const request = { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events: waiting };
      const reply = await browser.post<SyncReply>('sync', request).catch(() => undefined);
      if (reply?.status === 200) {
        for (const id of reply.body.accepted) acknowledged.add(id);
        waiting = [];
      } else await sleep(10);
    }
    return sequence;
  }

  async function crashDuring(kill: () => Promise<void>): Promise<void> {
    const browsers = [await phone(), await phone(), await phone()];
    let done = false;
    const phones = browsers.map((browser) => {
      const acknowledged = new Set<string>();
      return { deviceId: browser.deviceId, acknowledged, delivering: deliver(browser, acknowledged, () => done) };
    });
    // However slow the machine is: each phone has delivered something since the last kill, and is in the middle of more.
    const delivered = async (): Promise<void> => {
      const before = phones.map(({ acknowledged }) => acknowledged.size);
      while (phones.some(({ acknowledged }, i) => acknowledged.size === before[i])) await sleep(5);
    };
    for (let i = 0; i < 3; i++) {
      await delivered();
      await sleep(Math.random() * 100);
      await kill();
    }
    await delivered();
    done = true;
    for (const { deviceId, acknowledged, delivering } of phones) {
      const sent = await delivering;
      const rows = await onDatabase(
        cluster.url('sala'),
        async (client) =>
          (await client.query<{ id: string; sequence: string }>('select id, sequence from learning_event where device_id = $1', [deviceId]))
            .rows,
      );
      expect([...acknowledged].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
      expect(new Set(rows.map((row) => row.sequence)).size).toBe(sent);
      expect(rows).toHaveLength(sent);
      expect(sent).toBeGreaterThanOrEqual(80);
    }
  }

  it('the API loses no acknowledged event and doubles none', async () => {
    await crashDuring(async () => {
      api.kill('SIGKILL');
      await ended(api);
      await start();
    });
  }, 60_000);

  it('PostgreSQL loses no acknowledged event and doubles none, and the API goes on by itself', async () => {
    await crashDuring(async () => {
      const exit = ended(cluster.process);
      cluster.process.kill('SIGKILL');
      await exit;
      cluster = await startCluster({ folder, durable: true, port: cluster.port });
    });
    expect(api.exitCode).toBeNull();
  }, 60_000);
});
