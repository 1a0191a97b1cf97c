import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LearningEvent } from '@sala/domain/learning';
import type { Manifest } from '@sala/domain/publishing';
import type { BrowserContext, Page } from 'playwright-core';
import { answerAnyhow, answerWrongly, type Asked } from '../../../tools/test/answers.ts';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
  faults,
  halt,
  heading,
  next,
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
import { documentOf, take, tasksOf, type Step } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { stored, storedKeys } from '../../../tools/test/stored.ts';

const COURSE = 'zoom-breakout-rooms';
const PIN = '2580';
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

interface Card {
  id: string;
  kind: string;
  title: { km: string };
  mode?: 'watch' | 'try' | 'test';
  practice?: string;
  question?: { kind: string; prompt: { km: string } };
}
interface Lesson {
  id: string;
  cards: Card[];
}
type PracticeDone = Extract<LearningEvent, { kind: 'practice.done' }>['body'];

const course = documentOf<{ lessons: string[]; practices: string[] }>(COURSE, 'course');
const lessons = course.lessons.map((id) => documentOf<Lesson>(COURSE, `lessons/${id}`));
const { draw, bank } = documentOf<{ draw: number; bank: Asked[] }>(COURSE, 'quizzes/module-test');

/** From the big room out of the meeting by mistake, and back to where one began. */
const ASTRAY: Step[] = [
  { step: 'tap', target: 'leave' },
  { step: 'tap', target: 'leave-meeting' },
  { step: 'tap', target: 'link' },
  { step: 'wait' },
  { step: 'tap', target: 'rooms' },
  { step: 'tap', target: 'room-3' },
];
const isAstray = ({ practice, mode }: Card): boolean => practice === 'back-to-main' && mode === 'test';

describe('module 8, all of it without the internet', () => {
  let server: Server;
  let phone: Phone;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    phone = await openPhone({ flags: FAKE_MICROPHONE });
    ({ context, page } = phone);
    context.on('weberror', (error) => errors.push(error.error().message));
    await welcome(page, server.origin);
    await signInByCard(page, demoSignIns(server.databaseUrl).cards[0] ?? '', PIN, true);
    await page.goto(`${server.origin}/course/${COURSE}/keep`);
    await page.getByRole('button', { name: plain('ទាញយក') }).click();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await until(missingFiles, (missing) => missing.length === 0, 60_000);
    await page.goto(`${server.origin}/course/${COURSE}`);
    await until(() => heading(page), Boolean);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await server.stop('SIGKILL');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** What of the course and of the app is not on the phone yet. */
  async function missingFiles(): Promise<string[]> {
    const versions = await stored<{ manifest: Manifest }>(page, 'version');
    const manifest = versions.find((one) => one.manifest.slug === COURSE)?.manifest;
    if (!manifest) return ['manifest'];
    const here = new Set(await storedKeys(page, 'file'));
    const styles = await page.evaluate(async () => (await caches.match('/practice.css')) !== undefined);
    return [...manifest.files.filter((file) => !here.has(file.sha256)).map((file) => file.path), ...(styles ? [] : ['practice.css'])];
  }

  /** Kills the app, opens it anew at the same address and gives the PIN, as a new start asks. */
  async function kill(): Promise<void> {
    const address = page.url();
    await page.close();
    page = await context.newPage();
    await page.goto(address);
    await page.locator('a.person').click();
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    await tapDigits(page, PIN);
    await page.waitForURL(address);
  }

  const clean = (text: string): string => text.replace(/[\u200b\u2060]/g, '');
  const place = async (): Promise<string> => clean(await page.locator('.sim-place .small').innerText());
  const screen = async (): Promise<string> => clean(await page.locator('sala-phone .sim').innerText());

  /** Goes the written way through all tasks; after one of its steps the app is killed, and must go on at that very step. */
  async function go(tasks: ReturnType<typeof tasksOf>, killAfter: number): Promise<void> {
    const way = tasks.flatMap((task, index) => task.path.map((step, at) => ({ step, ends: at + 1 === task.path.length ? index : -1 })));
    for (const [index, { step, ends }] of way.entries()) {
      // The tap before the kill is answered as well, so that what changes then is the answer to the last one.
      if (index === killAfter) await page.waitForTimeout(500);
      const before = await screen();
      await take(page, step, way[index + 1]?.step);
      // A target that comes next may stand there already, before time has brought what the task waits for.
      const after = tasks[ends + 1] && ends >= 0 ? `ជំហាន ${'១២៣៤'[ends + 1]}` : 'ជំហាន';
      await until(place, (now) => now.startsWith(after), 20_000);
      if (index === killAfter) await killHere(before);
    }
  }

  /** Kills the app once the screen has answered; opened anew, it shows the same step of the same screen. */
  async function killHere(before: string): Promise<void> {
    const standing = async (): Promise<string[]> => [
      await page.locator('.sim-place .pill').first().innerText(),
      await place(),
      await screen(),
    ];
    await page.locator('.sim-keyboard').waitFor({ state: 'detached' });
    await until(screen, (now) => now !== before);
    // What time brings would come between the two looks otherwise.
    await halt(page, true);
    await until(
      async () => [await standing(), await standing()].map((one) => one.join()),
      ([one, other]) => one === other,
    );
    const left = await standing();
    await kill();
    await page.locator('sala-phone .sim').waitFor();
    expect(await standing()).toEqual(left);
    await halt(page, false);
  }

  async function watch(): Promise<void> {
    await page.locator('sala-phone .sim').waitFor();
    // The film plays: it lights what it is about to tap.
    await page.locator('sala-phone .lit').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: plain('រំលងសិន') }).click();
  }

  /** Does a practice: tried, it is killed in the midst of the taps; tested, as soon as its first task is done. */
  async function rehearse(card: Card): Promise<void> {
    await page.locator('sala-phone .sim').waitFor();
    expect(await faults(page)).toEqual([]);
    const tasks = tasksOf(COURSE, card.practice ?? '');
    const way = tasks.flatMap((task) => task.path);
    if (isAstray(card)) {
      for (const [index, step] of ASTRAY.entries()) await take(page, step, ASTRAY[index + 1]);
      expect(await place()).toContain('ជំហាន ១');
    }
    const middle = way.findIndex((step, index) => index >= way.length / 2 && step.step !== 'wait');
    await go(tasks, card.mode === 'try' ? middle : (tasks[0]?.path.length ?? 0) - 1);
    await primary(page).waitFor({ timeout: 60_000 });
    const said = await words(page);
    expect(said).toContain('លោកអ្នកធ្វើបានហើយ');
    if (card.mode === 'test') expect(said).toContain(isAstray(card) ? 'ចុចខុសកន្លែង ១ ដង' : 'ធ្វើបានម្នាក់ឯង គ្មានតម្រុយ');
    expect(await faults(page)).toEqual([]);
  }

  async function answer(kind: string): Promise<void> {
    if (kind === 'recorded') {
      await page.getByRole('button', { name: plain('ចុច រួចនិយាយ') }).click();
      await page.waitForTimeout(1_000);
      await page.getByRole('button', { name: plain('និយាយចប់') }).click();
      await page.getByText(plain('បានរក្សាទុកក្នុងទូរសព្ទនេះ')).waitFor();
    } else await answerAnyhow(page);
    await primary(page).click();
    await page.locator('footer.foot .sheet').waitFor();
    if (plain('បន្ទាប់').test(await primary(page).innerText())) return;
    await primary(page).click();
    await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
    await answer(kind);
  }

  const shown = (title: string): Promise<string> =>
    until(
      () => heading(page),
      (now) => now === title,
    );

  it.each(lessons)(
    'lesson $id',
    async ({ cards }) => {
      await primary(page).click();
      for (const card of cards) {
        await shown((card.question?.prompt ?? card.title).km);
        if (card.question) await answer(card.question.kind);
        if (card.mode === 'watch') await watch();
        else if (card.mode) await rehearse(card);
        await next(page);
      }
      await shown('រៀនចប់ហើយ!');
    },
    150_000,
  );

  it('the module test, answered wrongly: it says what to look at again', async () => {
    const at = async (): Promise<string> => /សំណួរទី \S+/.exec(await words(page))?.[0] ?? '';
    await page.getByRole('link', { name: plain('ទៅទំព័រវគ្គសិក្សា') }).click();
    await page.locator('a[href*="/test/module-test"]').click();
    for (let question = 0; question < draw; question++) {
      const before = await until(at, Boolean);
      if (question === Math.floor(draw / 2)) {
        const prompt = await heading(page);
        await kill();
        await until(at, Boolean);
        expect([await at(), await heading(page)]).toEqual([before, prompt]);
      }
      await answerWrongly(page, bank);
      await primary(page).click();
      await until(at, (now) => now !== before);
    }
    await page.getByRole('heading', { name: plain('មិនទាន់ជាប់ទេ') }).waitFor();
    await page.getByRole('button', { name: plain('ឆ្លើយសំណួរទាំងនេះម្ដងទៀត') }).waitFor();
    expect(await page.locator('main section.card').count()).toBeGreaterThan(1);
    expect(await faults(page)).toEqual([]);
  }, 60_000);

  it('reaches the log exactly once, with the evidence of every practice', async () => {
    const onPhone = await stored<{ id: string; event: LearningEvent }>(page, 'event');
    await server.start();
    await context.setOffline(false);
    const logged = (): Promise<Pick<LearningEvent, 'id' | 'kind' | 'body'>[]> =>
      onDatabase(server.databaseUrl, async (client) => {
        const { rows } = await client.query<Pick<LearningEvent, 'id' | 'kind' | 'body'>>(
          'SELECT id, kind, body FROM learning_event ORDER BY position',
        );
        return rows;
      });
    const log = await until(logged, (events) => events.length >= onPhone.length, 60_000);
    expect(log.map(({ id }) => id).sort()).toEqual(onPhone.map(({ id }) => id).sort());
    const bodies = <T>(kind: LearningEvent['kind']): T[] => log.filter((event) => event.kind === kind).map(({ body }) => body as T);
    const seen = bodies<{ lessonId: string; cardId: string }>('card.seen').map(({ lessonId, cardId }) => `${lessonId} ${cardId}`);
    expect(seen).toEqual(lessons.flatMap(({ id, cards }) => cards.map((card) => `${id} ${card.id}`)));
    expect(bodies<{ lessonId: string }>('lesson.completed').map(({ lessonId }) => lessonId)).toEqual(course.lessons);
    expect(bodies('quiz.begun')).toHaveLength(1);
    expect(bodies('quiz.completed')).toHaveLength(1);
    const expected = lessons.flatMap(({ id, cards }) =>
      cards.flatMap((card) => (card.mode && card.mode !== 'watch' ? [{ lesson: id, card }] : [])),
    );
    expect(
      bodies<PracticeDone>('practice.done').map((done) => ({
        ...done,
        steps: done.steps.map((step) => [step.task, step.done, step.wrong, done.mode === 'test' ? step.hints : 0]),
      })),
    ).toEqual(
      expected.map(({ lesson, card }) => ({
        lessonId: lesson,
        practiceId: card.practice,
        mode: card.mode,
        steps: tasksOf(COURSE, card.practice ?? '').map(({ id }, index) => [
          id,
          true,
          isAstray(card) && index === 0 ? ['leave-meeting'] : [],
          0,
        ]),
        passed: true,
        aid: 'alone',
      })),
    );
    expect(expected).toHaveLength(2 * course.practices.length);
  }, 90_000);

  it('shows every lesson as completed', async () => {
    await page.goto(`${server.origin}/course/${COURSE}`);
    await until(
      () => words(page),
      (text) => text.includes('រៀនចប់ ៦ មេរៀន ក្នុងចំណោម ៦'),
    );
    expect(await page.locator('.lesson-row .mark.completed').count()).toBe(lessons.length);
    expect([errors, phone.complaints, phone.foreign]).toEqual([[], [], []]);
  });
});
