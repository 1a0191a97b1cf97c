import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Area } from '@sala/domain/practice';
import type { Page } from 'playwright-core';
import { button, draftOf, faultsFromTop, onServer, repositoryFile, says, signInToStudio } from '../../../tools/test/author.ts';
import { closePhones, openPhone, plain, until, type Phone } from '../../../tools/test/phone.ts';
import { shot } from '../../../tools/test/shots.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

interface Drafted {
  lessons: { cards: { kind: string; seconds?: number }[] }[];
  practices: { screens: Record<string, { kind: string; areas?: Area[] }> }[];
}

describe('a practice made of a picture of the real screen, and a clip', () => {
  let server: Server;
  let studio: Phone;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    studio = await openPhone({ width: 1280, height: 800 });
    ({ page } = studio);
    await signInToStudio(page, server, 'trainer');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  const drafted = async (): Promise<Drafted> => (await draftOf(page)).document as unknown as Drafted;
  const places = async (): Promise<Area[]> =>
    Object.values((await drafted()).practices[0]?.screens ?? {}).flatMap((screen) => screen.areas ?? []);

  /** A point of the picture, in hundredths of it, as the page has it. */
  async function pointAt(x: number, y: number): Promise<[number, number]> {
    const scene = page.locator('.places-scene');
    await scene.scrollIntoViewIfNeeded();
    const box = await scene.boundingBox();
    if (!box) throw new Error('the picture is not there');
    return [box.x + (box.width * x) / 100, box.y + (box.height * y) / 100];
  }

  it('is opened from the card that uses it, and its places are put by tapping corners and by dragging', async () => {
    await page.goto(`${server.origin}/studio/courses/new`);
    await button(page, 'ប្រើកម្មវិធីលើទូរសព្ទ').click();
    await page.waitForURL(/lessons\/lesson-\w+\/text-\w+$/);
    await page.locator('.strip a').nth(1).click();
    await page.getByRole('link', { name: plain('បើកលំហាត់នេះ ដើម្បីកែ') }).click();
    await page.waitForURL(/practices\/practice-\w+$/);
    await page.locator('input[type=file]').setInputFiles(repositoryFile('apps/learner/public/icon-512.png'));
    await says(page, 'អេក្រង់ជារូបភាព');
    // The phone beside the form shows the screen that one works on.
    await page.locator('.trial .sim img').waitFor();
    await button(page, 'បន្ថែមកន្លែងចុច').click();
    await page.locator('.places-scene img').waitFor();
    await page.mouse.click(...(await pointAt(80, 70)));
    await says(page, 'ឥឡូវ សូមចុចជ្រុងទល់មុខ');
    await page.mouse.click(...(await pointAt(20, 50)));
    await button(page, 'បន្ថែមកន្លែងចុច').click();
    await says(page, 'កន្លែងចុច ២');
    await page.mouse.move(...(await pointAt(10, 10)));
    await page.mouse.down();
    await page.mouse.move(...(await pointAt(40, 30)), { steps: 4 });
    await page.mouse.up();
    await onServer(page);
    await shot(page, 'practice-places');
    const near = (value: number): number => Math.round(value / 5) * 5;
    expect((await places()).map(({ left, top, width, height }) => [left, top, width, height].map(near))).toEqual([
      [20, 50, 60, 20],
      [10, 10, 30, 20],
    ]);
    expect(await faultsFromTop(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await faultsFromTop(page)).toEqual([]);
    await shot(page, 'practice-places-phone');
    await page.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  it('reads how long a clip is from its file', async () => {
    await page.goBack();
    await page.locator('.strip a').first().waitFor();
    await button(page, 'បន្ថែមទំព័រ').click();
    await button(page.getByRole('dialog'), 'វីដេអូ').click();
    await page.waitForURL(/video-\w+$/);
    const clip = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const ended = new Promise((end) => (recorder.onstop = end));
      recorder.start();
      const drawing = setInterval(() => canvas.getContext('2d')?.fillRect(Math.random() * 200, 0, 50, 50), 50);
      await new Promise((later) => setTimeout(later, 3_000));
      clearInterval(drawing);
      recorder.stop();
      await ended;
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    });
    await page
      .locator('sala-clip-field input[type=file]')
      .first()
      .setInputFiles({ name: 'clip.webm', mimeType: 'video/webm', buffer: Buffer.from(clip) });
    await onServer(page);
    const seconds = await until(
      async () => (await drafted()).lessons[0]?.cards.find(({ kind }) => kind === 'video')?.seconds ?? 0,
      (now) => now > 1,
    );
    expect([2, 3, 4]).toContain(seconds);
    expect(studio.complaints).toEqual([]);
  }, 60_000);
});
