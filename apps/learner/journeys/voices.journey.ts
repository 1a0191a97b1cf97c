import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerAnyhow } from '../../../tools/test/answers.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
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
import { documentOf, goOn } from '../../../tools/test/practice.ts';
import { button, link, looksWell, reads } from '../../../tools/test/seen.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { stored } from '../../../tools/test/stored.ts';

interface LessonDocument {
  title: { km: string };
  cards: { question?: { id: string; kind: string; prompt: { km: string } } }[];
}

const COURSE = 'telegram-first-steps';
const recordedIn = (lesson: string): { title: string; prompt: string } => {
  const { title, cards } = documentOf<LessonDocument>(COURSE, `lessons/${lesson}`);
  const question = cards.find((card) => card.question?.kind === 'recorded')?.question;
  return { title: title.km, prompt: question?.prompt.km ?? '' };
};
const SPOKEN = recordedIn('voice-photo-file');
const SHOWN = recordedIn('number-privacy');
// Chromium's own microphone beeps, so that a recording is really one.
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'];

describe('voices and photos between a learner and a mentor', () => {
  let server: Server;
  let learner: Phone;
  let mentor: Phone;

  beforeAll(async () => {
    server = await startServer();
    const { cards } = demoSignIns(server.databaseUrl);
    [learner, mentor] = [await openPhone({ flags: MICROPHONE }), await openPhone({ flags: MICROPHONE })];
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

  const allSent = (page: Page, table: 'event' | 'deed', count: number): Promise<unknown> =>
    until(
      async () => [(await stored<{ state: string }>(page, table)).map(({ state }) => state), await unsent(page)] as const,
      ([states, waiting]) => states.length >= count && states.every((state) => state === 'accepted') && waiting === 0,
      40_000,
    );
  const unsent = async (page: Page): Promise<number> =>
    (await stored<{ sentAt?: number }>(page, 'recording')).filter(({ sentAt }) => sentAt === undefined).length;

  /** Plays a voice to its end: it says so while it sounds, and is really sound of the length that was spoken. */
  async function hear(page: Page): Promise<void> {
    await page.evaluate(() => {
      delete document.documentElement.dataset['heard'];
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        this.addEventListener('ended', () => (document.documentElement.dataset['heard'] = String(this.currentTime)));
        return play.call(this);
      };
    });
    await button(page, 'ស្ដាប់សំឡេង').click();
    await button(page, 'ឈប់ស្ដាប់').waitFor();
    const heard = await until(
      () => page.evaluate(() => Number(document.documentElement.dataset['heard'] ?? 0)),
      (seconds) => seconds > 0,
    );
    expect(heard).toBeGreaterThan(1);
    await button(page, 'ស្ដាប់សំឡេង').waitFor();
  }

  const sizeOf = (page: Page, name: string): Promise<readonly [number, number]> =>
    until(
      () =>
        page
          .getByRole('img', { name: plain(name) })
          .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight] as const),
      ([width]) => width > 0,
    );

  /** Goes through a lesson to the question with these words. */
  async function reach(page: Page, prompt: string): Promise<void> {
    for (;;) {
      await page.locator('sala-card, sala-question').first().waitFor();
      if ((await heading(page)) === prompt) return;
      while (await page.locator('sala-question').count()) {
        await answerAnyhow(page);
        await primary(page).click();
        await page.locator('footer.foot .sheet').waitFor();
        if (plain('បន្ទាប់').test(await primary(page).innerText())) break;
        await primary(page).click();
        await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
      }
      await goOn(page);
    }
  }

  it('keeps what a learner was still saying when help is asked for', async () => {
    const { page } = learner;
    await page.goto(`${server.origin}/course/${COURSE}/voice-photo-file`);
    await goOn(page);
    await link(page, 'ជំនួយ').click();
    await button(page, 'ថតសំឡេង').click();
    await reads(page, 'កំពុងថត');
    await page.waitForTimeout(1_500);
    await looksWell(page, 'voices-asking');
    await button(page, 'សុំជំនួយ').click();
    await reads(page, 'សំណើនេះបានទៅដល់ហើយ');
    const asked = await stored<{ event: { kind: string; body: { voice?: string } } }>(page, 'event');
    const voice = asked.find(({ event }) => event.kind === 'help.asked')?.event.body.voice;
    const kept = await stored<{ id: string; bytes: ArrayBuffer }>(page, 'recording');
    expect([voice !== undefined, kept.map(({ id }) => id)]).toEqual([true, [voice]]);
    await looksWell(page, 'voices-asked');
    await button(page, 'ថយក្រោយ').click();
  }, 90_000);

  it('takes an answer by voice, and one by photo, and sends both whole', async () => {
    const { page } = learner;
    await reach(page, SPOKEN.prompt);
    await button(page, 'ចុច រួចនិយាយ').click();
    await page.waitForTimeout(1_500);
    await primary(page).click();
    await reads(page, 'សូមថតឱ្យចប់សិន');
    await looksWell(page, 'voices-speaking');
    await button(page, 'និយាយចប់').click();
    await reads(page, 'បានរក្សាទុកក្នុងទូរសព្ទនេះ');
    await hear(page);
    await primary(page).click();
    await reads(page, 'អ្នកណែនាំនឹងស្ដាប់');
    await looksWell(page, 'voices-spoken');

    await page.goto(`${server.origin}/course/${COURSE}/number-privacy`);
    await reach(page, SHOWN.prompt);
    // As large as a camera makes it, so that it has to be made small before it is sent.
    const drawn = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
      const pen = canvas.getContext('2d');
      for (let x = 0; pen && x < 3000; x += 20) {
        pen.fillStyle = `hsl(${x} 70% 60%)`;
        pen.fillRect(x, 0, 20, 2000);
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
    });
    await page
      .locator('sala-question input[type=file]')
      .setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') });
    await reads(page, 'បានរក្សាទុកក្នុងទូរសព្ទនេះ');
    expect(await sizeOf(page, 'រូបថតរបស់លោកអ្នក')).toEqual([3000, 2000]);
    await looksWell(page, 'voices-photo');
    await primary(page).click();
    await reads(page, 'រក្សាទុកហើយ');
    await page.goto(server.origin);
    await allSent(page, 'event', 3);
    expect((await stored(page, 'recording')).length).toBe(3);
  }, 240_000);

  it('lets the mentor hear, see and mark them, and answer by voice', async () => {
    const { page } = mentor;
    await page.goto(`${server.origin}/mentor`);
    await reads(page, 'បានសុំជំនួយ');
    await looksWell(page, 'voices-people');
    await link(page, 'ចាន់ណា').click();
    await link(page, 'ឆ្លើយសំណើជំនួយ').click();
    await hear(page);
    await page.getByLabel(plain('និយាយ'), { exact: true }).check();
    await button(page, 'ថតសំឡេង').click();
    await page.waitForTimeout(1_500);
    await button(page, 'កំពុងថត').click();
    await reads(page, 'បានថតសំឡេងហើយ');
    await looksWell(page, 'voices-answering');
    await primary(page).click();
    await reads(page, 'បានរក្សាទុក៖ ឆ្លើយសំណើជំនួយ');
    await looksWell(page, 'voices-answered');

    await link(page, `ពិនិត្យចម្លើយ «${SPOKEN.title}»`).click();
    await hear(page);
    await page.locator('textarea').fill('និយាយច្បាស់ល្អ');
    await looksWell(page, 'voices-mark-voice');
    await primary(page).click();
    await reads(page, 'បានរក្សាទុក៖ ពិនិត្យចម្លើយ');
    await link(page, `ពិនិត្យចម្លើយ «${SHOWN.title}»`).click();
    const size = await sizeOf(page, 'រូបថតរបស់');
    expect(size).toEqual([expect.any(Number), Math.round((size[0] * 2) / 3)]);
    expect(size[0]).toBeLessThan(2_000);
    await looksWell(page, 'voices-mark-photo');
    await button(page, 'សូមឱ្យធ្វើម្ដងទៀត').click();
    await reads(page, 'បានរក្សាទុក៖ ពិនិត្យចម្លើយ');
    expect(await words(page)).not.toContain('ពិនិត្យចម្លើយ «');
    await allSent(page, 'deed', 3);
  }, 150_000);

  it('brings the voice and the marks to the learner with the next exchange', async () => {
    const { page } = learner;
    await page.evaluate(() => void dispatchEvent(new Event('online')));
    await reads(page, `ចម្លើយរបស់លោកអ្នកល្អហើយ៖ ${SPOKEN.title}`, 'និយាយច្បាស់ល្អ', `សូមធ្វើចម្លើយនេះម្ដងទៀត៖ ${SHOWN.title}`, 'ចម្លើយចំពោះសំណួររបស់លោកអ្នក');
    await looksWell(page, 'voices-home');
    await hear(page);
    expect([...learner.foreign, ...mentor.foreign, ...learner.complaints, ...mentor.complaints]).toEqual([]);
  }, 90_000);

  it('keeps the way to a mentor’s people in its place, and says when their pages are not on the phone yet', async () => {
    const phone = await openPhone({ serviceWorkers: 'block' });
    const { page, context } = phone;
    await page.addInitScript(() => {
      const tops: number[] = [];
      const look = (): void => {
        const top = document.querySelector('a[href="/mentor"]')?.getBoundingClientRect().top;
        if (top !== undefined && tops.at(-1) !== top) tops.push(top);
        requestAnimationFrame(look);
      };
      Object.assign(globalThis, { tops });
      look();
    });
    await welcome(page, server.origin);
    await signInByCard(page, demoSignIns(server.databaseUrl).cards[5] ?? '', '2580', true);
    await link(page, 'អ្នករៀនដែលខ្ញុំជួយ').waitFor();
    await reads(page, 'ចាប់ផ្ដើមរៀន', 'ផ្ញើរួចរាល់');
    expect(await page.evaluate(() => (globalThis as unknown as { tops: number[] }).tops)).toHaveLength(1);
    await context.setOffline(true);
    await link(page, 'អ្នករៀនដែលខ្ញុំជួយ').click();
    await reads(page, 'ទំព័រនេះមិនទាន់មានក្នុងទូរសព្ទនេះទេ');
    await looksWell(page, 'voices-not-fetched');
    await context.setOffline(false);
    await link(page, 'អ្នករៀនដែលខ្ញុំជួយ').click();
    await reads(page, 'អ្នកណាត្រូវជួយមុន');
    expect(await words(page)).not.toContain('ទំព័រនេះមិនទាន់មាន');
  }, 90_000);
});
