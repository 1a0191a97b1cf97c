import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  primary,
  signInByCard,
  tapDigits,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { take } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';
import { course } from './gallery/course.js';
import { writeGallery } from './gallery/folder.js';
import { practice } from './gallery/practice.js';

const way = practice.tasks.flatMap((task) => task.path);
const DAY = 86_400_000;

describe('what was learnt comes back', () => {
  let server: Server;
  let phone: Phone;
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-again-'));
  const began = Date.now();

  beforeAll(async () => {
    server = await startServer();
    phone = await openPhone();
    const { page } = phone;
    await page.goto(server.origin);
    await writeGallery(folder, page);
    await server.command('import-curriculum', folder);
    await welcome(page, server.origin);
    await signInByCard(page, demoSignIns(server.databaseUrl).cards[1] ?? '', '2580', true);
    await go('/keep');
    await page.getByRole('button', { name: plain('ទាញយក') }).click();
    await said(page, 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForLoadState('networkidle');
    await phone.context.setOffline(true);
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const go = async (place: string): Promise<void> => {
    await phone.page.goto(`${server.origin}/course/${course.slug}${place}`);
    await until(() => heading(phone.page), Boolean);
  };
  const said = (page: Page, text: string): Promise<string> =>
    until(
      () => words(page),
      (all) => all.includes(text),
      20_000,
    );
  const sheet = (page: Page) => page.locator('footer.foot .sheet');
  const choose = (page: Page, name: string): Promise<void> =>
    page
      .locator('label.choice')
      .filter({ hasText: plain(name) })
      .first()
      .click();

  /** Answers the two choice questions of the gallery, whichever is shown, rightly. */
  async function answerRightly(page: Page): Promise<void> {
    const prompt = await heading(page);
    const right = prompt.includes('ចូលប្រជុំ') ? ['Join (ចូលរួម)'] : ['សាកថ្មទូរសព្ទ', 'រកកន្លែងស្ងាត់'];
    for (const name of right) await choose(page, name);
    await primary(page).click();
    await sheet(page).waitFor();
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now !== prompt,
    );
  }

  async function rehearse(page: Page): Promise<void> {
    for (const [index, step] of way.entries()) await take(page, step, way[index + 1]);
    await said(page, 'លោកអ្នកធ្វើបានហើយ');
    await primary(page).click();
  }

  /** Takes the phone up days later: it asks who learns. */
  async function comeBackAfter(page: Page, days: number): Promise<void> {
    await page.clock.setFixedTime(began + days * DAY);
    await page.goto(server.origin);
    await page.getByRole('link', { name: plain('ចាន់ សុភា') }).click();
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    await tapDigits(page, '2580');
    await page.waitForURL((url) => url.pathname === '/');
  }

  it('a practice done alone counts for its day, without the internet', async () => {
    const { page } = phone;
    await go('/phone');
    for (const _ of ['watch', 'try']) {
      await page.getByRole('button', { name: plain('រំលងសិន') }).click();
      await primary(page).click();
      await page.waitForTimeout(300);
    }
    for (const _ of ['single', 'multiple']) await answerRightly(page);
    await rehearse(page);
    await said(page, 'រៀនចប់ហើយ');
    await go('');
    await said(page, 'ធ្វើបានម្នាក់ឯង ១ ថ្ងៃ');
  }, 120_000);

  it('a short review is due two days later, and a second day alone is mastery', async () => {
    const { page } = phone;
    await comeBackAfter(page, 2);
    await said(page, 'រំលឹកមេរៀន');
    await shot(page, 'home-review');
    expect(await faults(page)).toEqual([]);
    await page.locator('a.due').click();
    await until(() => page.locator('sala-question').count(), Boolean);
    for (const _ of ['single', 'multiple']) await answerRightly(page);
    await rehearse(page);
    await said(page, 'រំលឹកចប់ហើយ');
    await said(page, '២ ក្នុងចំណោម ២');
    await shot(page, 'review-done');
    expect(await faults(page)).toEqual([]);
  }, 120_000);

  it('the review is settled, and the next one waits for its day', async () => {
    const { page } = phone;
    await go('');
    await said(page, 'ស្ទាត់ហើយ');
    await page.goto(server.origin);
    await said(page, 'មេរៀនថ្ងៃនេះ');
    expect(await page.locator('a.due').count()).toBe(0);
    await comeBackAfter(page, 7);
    await page.locator('a.due').waitFor();
  }, 60_000);

  it('a check of what one knows skips lessons; the next lesson is the first that is left', async () => {
    const { page } = phone;
    await go('/test/placement');
    for (const _ of [1, 2]) {
      await until(() => page.locator('sala-question').count(), Boolean);
      if ((await page.locator('sala-true-false-question').count()) > 0) await choose(page, 'ត្រូវ');
      else
        for (const name of ['ចុចតំណ', 'សរសេរឈ្មោះ', 'Join'])
          await page
            .locator('sala-question .tile')
            .filter({ hasText: plain(name) })
            .click();
      const before = await heading(page);
      await primary(page).click();
      await until(
        () => heading(page),
        (now) => now !== before,
      );
    }
    await said(page, 'លោកអ្នកជាប់ហើយ');
    await said(page, 'អាចរំលងបាន');
    await shot(page, 'placement-passed');
    expect(await faults(page)).toEqual([]);
    await primary(page).click();
    await said(page, 'ចេះហើយ អាចរំលង');
    await primary(page).click();
    await page.waitForURL('**/everything/questions');
  }, 60_000);

  it('a test that tells at once says so after each answer; mistakes are gone through again', async () => {
    const { page } = phone;
    await go('/test/at-once');
    for (let answered = 0; answered < 3; answered++) {
      await until(() => page.locator('sala-question').count(), Boolean);
      // One wrong answer on purpose; the first answer counts.
      if ((await page.locator('sala-true-false-question').count()) > 0) await choose(page, 'មិនត្រូវ');
      else
        for (const name of (await heading(page)).includes('ចូលប្រជុំ') ? ['Join (ចូលរួម)'] : ['សាកថ្មទូរសព្ទ', 'រកកន្លែងស្ងាត់'])
          await choose(page, name);
      await primary(page).click();
      await sheet(page).waitFor();
      if (answered === 0) {
        // Killed while the answer is being read: the next question is the second.
        await page.reload();
        await said(page, 'សំណួរទី ២');
        continue;
      }
      await shot(page, `quiz-at-once-${answered}`);
      expect(await faults(page)).toEqual([]);
      await primary(page).click();
      await sheet(page).waitFor({ state: 'detached' });
    }
    await said(page, 'មើលសំណួរទាំងនេះម្ដងទៀត');
    await shot(page, 'quiz-mistakes');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: plain('ឆ្លើយសំណួរទាំងនេះម្ដងទៀត') }).click();
    await choose(page, 'មិនត្រូវ');
    await primary(page).click();
    await sheet(page).waitFor();
    await primary(page).click();
    await choose(page, 'ត្រូវ');
    await primary(page).click();
    await page.locator('footer.foot .sheet:not(.mind)').waitFor();
    await primary(page).click();
    await said(page, 'មើលសំណួរទាំងនេះម្ដងទៀត');
  }, 90_000);

  it('everything reaches the log once, with its day', async () => {
    const { page, context } = phone;
    await context.setOffline(false);
    await page.reload();
    const kinds = (): Promise<Record<string, number>> =>
      onDatabase(server.databaseUrl, async (client) => {
        const sql = `SELECT kind, count(*)::int AS events FROM learning_event WHERE kind IN ('review.done', 'quiz.completed', 'practice.done') GROUP BY kind`;
        const { rows } = await client.query<{ kind: string; events: number }>(sql);
        return Object.fromEntries(rows.map(({ kind, events }) => [kind, events]));
      });
    expect(await until(kinds, (found) => found['quiz.completed'] === 2, 30_000)).toEqual({
      'practice.done': 2,
      'quiz.completed': 2,
      'review.done': 1,
    });
  }, 60_000);
});
