import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerAnyhow } from '../../../tools/test/answers.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { onDatabase } from '../../../tools/test/database.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  primary,
  signInByCard,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { rehearse, take, tasksOf } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const tasks = tasksOf('zoom-breakout-rooms', 'dropped-out');
const way = tasks.flatMap((task) => task.path);

describe('dropped from the breakout room', () => {
  let server: Server;
  let phone: Phone;

  beforeAll(async () => {
    server = await startServer();
    phone = await openPhone({ haste: 4 });
    const { page } = phone;
    await welcome(page, server.origin);
    await signInByCard(page, demoSignIns(server.databaseUrl).cards[0] ?? '', '2580', true);
    await until(
      () => words(page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    await page.goto(`${server.origin}/course/zoom-breakout-rooms/get-back-in`);
    await until(() => heading(page), Boolean);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForLoadState('networkidle');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  // The phone of the card before may just be going.
  const mode = (page: Page): Promise<string> =>
    page
      .locator('.sim-place .pill')
      .first()
      .innerText({ timeout: 1_000 })
      .catch(() => '');

  /** Goes on to the practice card of a mode. */
  async function goTo(page: Page, words: string): Promise<void> {
    for (let card = 0; card < 12; card++) {
      if ((await page.locator('.sim-place .pill').count()) > 0 && plain(words).test(await mode(page))) return;
      const skip = page.getByRole('button', { name: plain('រំលងសិន') });
      if ((await skip.count()) > 0) await skip.click();
      if ((await page.locator('sala-question').count()) > 0) await answerQuestion(page);
      const before = await page.locator('main').innerText();
      await primary(page).click();
      await until(
        () => page.locator('main').innerText(),
        (now) => now !== before,
      );
      await page.waitForTimeout(300);
    }
    throw new Error(`no practice to ${words}`);
  }

  /** Answers a question as often as it takes to be shown the right answer. */
  async function answerQuestion(page: Page): Promise<void> {
    for (let tries = 0; tries < 2; tries++) {
      await answerAnyhow(page);
      await primary(page).click();
      await page.locator('footer.foot .sheet').waitFor();
      if (plain('បន្ទាប់').test(await primary(page).innerText())) return;
      await primary(page).click();
      await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
    }
  }

  it('is watched, and then tried offline, with the app killed in the middle', async () => {
    const { page, context } = phone;
    await goTo(page, 'មើល');
    await until(
      () => page.locator('.lit').count(),
      (count) => count > 0,
      20_000,
    );
    await context.setOffline(true);
    await goTo(page, 'សាកធ្វើ');
    expect(await faults(page)).toEqual([]);
    const half = Math.floor(way.length / 2);
    for (const [index, step] of way.slice(0, half).entries()) await take(page, step, way[index + 1]);
    // What the screen has answered must have been kept.
    await take(page, { step: 'wait' }, way[half]);
    await page.reload();
    await until(
      () => page.locator('.sim-place .pill').count(),
      (count) => count > 0,
      20_000,
    );
    for (const [index, step] of way.slice(half).entries()) await take(page, step, way[half + index + 1]);
    await until(
      () => words(page),
      (text) => text.includes('លោកអ្នកធ្វើបានហើយ'),
      90_000,
    );
  }, 240_000);

  it('is passed alone without hints, and the evidence of each step reaches the log', async () => {
    const { page, context } = phone;
    await primary(page).click();
    await goTo(page, 'ធ្វើម្នាក់ឯង');
    await rehearse(page, 'zoom-breakout-rooms', 'dropped-out');
    await until(
      () => words(page),
      (text) => text.includes('ធ្វើបានម្នាក់ឯង'),
    );
    await context.setOffline(false);
    const evidence = (): Promise<{ mode: string; steps: { task: string; done: boolean; wrong: string[] }[] }[]> =>
      onDatabase(server.databaseUrl, async (client) => {
        const sql = `SELECT body->>'mode' AS mode, body->'steps' AS steps FROM learning_event WHERE kind = 'practice.done' AND body->>'mode' <> 'watch' ORDER BY position`;
        return (await client.query<{ mode: string; steps: { task: string; done: boolean; wrong: string[] }[] }>(sql)).rows;
      });
    const stored = await until(evidence, (rows) => rows.some((row) => row.mode === 'test'), 30_000);
    const last = stored.at(-1);
    expect(last?.steps.map(({ task, done, wrong }) => [task, done, wrong.length])).toEqual(tasks.map(({ id }) => [id, true, 0]));
  }, 240_000);
});
