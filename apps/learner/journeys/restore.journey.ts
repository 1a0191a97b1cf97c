import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { closePhones, openPhone, signInByCard, until, welcome, words, type Phone } from '../../../tools/test/phone.ts';
import { goOn } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

describe('a server that was restored from last night’s backup', () => {
  let server: Server;
  let phone: Phone;
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-restore-'));
  const backup = path.join(folder, 'last-night.tar');

  beforeAll(async () => {
    server = await startServer();
    phone = await openPhone();
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, demoSignIns(server.databaseUrl).cards[0] ?? '', '2580', true);
    await server.command('backup', backup);
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const logged = (): Promise<string[]> =>
    onDatabase(server.databaseUrl, async (client) =>
      (await client.query<{ id: string }>('SELECT id FROM learning_event ORDER BY id')).rows.map(({ id }) => id),
    );

  it('gets back from the phone what was learnt since, each event once', async () => {
    const { page } = phone;
    await page.goto(`${server.origin}/course/join-zoom/install-and-test`);
    for (let card = 0; card < 3; card++) await goOn(page);
    const before = await until(logged, (ids) => ids.length === 4, 20_000);

    await server.stop('SIGKILL');
    await server.command('restore', backup, '--wipe');
    expect(await logged()).toEqual([]);
    await server.start();

    await page.goto(server.origin);
    expect(await until(logged, (ids) => ids.length >= before.length, 30_000)).toEqual(before);
    await until(
      () => words(page),
      (text) => text.includes('ផ្ញើរួចរាល់'),
      20_000,
    );
    // The phone stays signed in: its card was on it when the backup was made.
    expect(await words(page)).toContain('បន្តរៀន');
  }, 120_000);
});
