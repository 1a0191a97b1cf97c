import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { closePhones, openPhone, plain, signInByCard, until, welcome, words, type Phone } from '../../../tools/test/phone.ts';
import { asStaff } from '../../../tools/test/report.ts';
import { reads } from '../../../tools/test/seen.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';
import { stored } from '../../../tools/test/stored.ts';

const CHANNA = '01938000-0000-7000-8000-000000000001';
const ASKED = 'ខ្ញុំរកប៊ូតុងមិនឃើញ';
const NOTED = 'បានជួបនៅផ្ទះ';

describe('an officer forgets somebody', () => {
  let server: Server;
  let learner: Phone;
  let mentor: Phone;

  beforeAll(async () => {
    server = await startServer();
    const { cards } = demoSignIns(server.databaseUrl);
    [learner, mentor] = [await openPhone(), await openPhone()];
    for (const [phone, card] of [
      [learner, cards[0]],
      [mentor, cards[4]],
    ] as const) {
      await welcome(phone.page, server.origin);
      await signInByCard(phone.page, card ?? '', '2580', true);
    }
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  const again = ({ page }: Phone): Promise<void> => page.evaluate(() => void dispatchEvent(new Event('online')));
  /** Everything that the phone keeps, as one text. */
  async function everything(page: Page): Promise<string> {
    const tables = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open('sala');
          opening.onsuccess = () => (resolve([...opening.result.objectStoreNames]), opening.result.close());
        }),
    );
    expect(tables).toContain('event');
    const rows = await Promise.all(tables.filter((table) => !['file', 'part'].includes(table)).map((table) => stored(page, table)));
    return JSON.stringify(rows);
  }

  it('and both phones that hold their words have them until then', async () => {
    const { page } = learner;
    await page.goto(`${server.origin}/course/join-zoom/leave-and-return`);
    await page
      .getByRole('link', { name: plain('ជំនួយ') })
      .first()
      .click();
    await page.locator('textarea').fill(ASKED);
    await page
      .getByRole('button', { name: plain('សុំជំនួយ') })
      .first()
      .click();
    await until(
      () => stored<{ event: { kind: string }; state: string }>(page, 'event'),
      (rows) => rows.some(({ event, state }) => event.kind === 'help.asked' && state === 'accepted'),
      30_000,
    );
    await mentor.page.goto(`${server.origin}/mentor/${CHANNA}/visit`);
    await mentor.page.locator('textarea').fill(NOTED);
    await mentor.page
      .getByRole('button', { name: plain('រក្សាទុក') })
      .first()
      .click();
    await until(
      () => stored<{ state: string }>(mentor.page, 'deed'),
      (rows) => rows.some(({ state }) => state === 'accepted'),
      30_000,
    );
    await mentor.page.goto(`${server.origin}/mentor`);
    await reads(mentor.page, 'ចាន់ណា');
    for (const text of [CHANNA, ASKED, NOTED]) expect(await everything(mentor.page)).toContain(text);
    expect(await everything(page)).toContain(ASKED);
  }, 120_000);

  it('and the learner’s phone, which is open, goes back to its beginning with nothing of theirs left', async () => {
    const officer = await asStaff(server, 'officer');
    expect(await officer(`people/${CHANNA}/forget`, 'POST')).toMatchObject({ events: expect.any(Number) });
    await again(learner);
    await learner.page.waitForURL((url) => url.pathname === '/card', { timeout: 30_000 });
    const left = await until(
      () => everything(learner.page),
      (now) => !now.includes(CHANNA),
      30_000,
    );
    expect(left).not.toContain(ASKED);
    expect(await words(learner.page)).not.toContain('ចាន់ណា');
    await shot(learner.page, 'forgotten-start');
  }, 90_000);

  it('and the mentor’s phone holds nothing about them after its next contact', async () => {
    await mentor.page.reload();
    await until(
      () => everything(mentor.page),
      (now) => !now.includes(CHANNA) && !now.includes(ASKED) && !now.includes(NOTED),
      60_000,
    );
    await reads(mentor.page, 'សុភា');
    expect(await words(mentor.page)).not.toContain('ចាន់ណា');
    expect([...learner.complaints, ...mentor.complaints]).toEqual([]);
  }, 90_000);
});
