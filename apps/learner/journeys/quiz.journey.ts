import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerWrongly, type Asked } from '../../../tools/test/answers.ts';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  primary,
  signInByCard,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { documentOf } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const { bank } = documentOf<{ bank: Asked[] }>('zoom-breakout-rooms', 'quizzes/module-test');

describe('the module test', () => {
  let server: Server;
  let phone: Phone;

  beforeAll(async () => {
    server = await startServer();
    phone = await openPhone();
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, demoSignIns(server.databaseUrl).cards[1] ?? '', '2580', true);
    await until(
      () => words(phone.page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  const placeOf = async (page: Page): Promise<string> => /សំណួរទី \S+/.exec(await words(page))?.[0] ?? '';

  it('draws its questions, goes on at the same one after the app was killed, and tells what to look at again', async () => {
    const { page, context } = phone;
    await page.goto(`${server.origin}/course/zoom-breakout-rooms`);
    await until(
      () => page.locator('a[href*="/test/module-test"]').count(),
      (count) => count === 1,
    );
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForLoadState('networkidle');
    await page.locator('a[href*="/test/module-test"]').click();
    await until(() => placeOf(page), Boolean);
    await context.setOffline(true);
    for (let question = 0; question < 3; question++) await answerOne(page);
    const before = await placeOf(page);
    const prompt = await heading(page);
    await page.reload();
    await until(() => placeOf(page), Boolean, 20_000);
    expect([await placeOf(page), await heading(page)]).toEqual([before, prompt]);
    expect(await faults(page)).toEqual([]);
    for (let question = 0; question < 12 && (await placeOf(page)) !== ''; question++) await answerOne(page);
    await until(
      () => heading(page),
      (now) => now === 'មិនទាន់ជាប់ទេ',
    );
    expect(await faults(page)).toEqual([]);
    await context.setOffline(false);
    const stored = (): Promise<number> =>
      onDatabase(server.databaseUrl, async (client) => {
        const { rows } = await client.query<{ count: string }>(
          "SELECT count(*) FROM learning_event WHERE kind IN ('quiz.begun', 'quiz.completed')",
        );
        return Number(rows[0]?.count);
      });
    await until(stored, (count) => count === 2, 40_000);
  }, 180_000);

  async function answerOne(page: Page): Promise<void> {
    const before = await placeOf(page);
    await answerWrongly(page, bank);
    await primary(page).click();
    await until(
      () => placeOf(page),
      (now) => now !== before,
    );
  }
});
