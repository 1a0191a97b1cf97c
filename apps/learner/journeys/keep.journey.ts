import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Manifest, PackageFile } from '@sala/domain/publishing';
import type { Page } from 'playwright-core';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { unreachable } from '../../../tools/test/keyboard.ts';
import {
  answer,
  closePhones,
  faults,
  heading,
  next,
  openPhone,
  plain,
  primary,
  signInByCard,
  tapDigits,
  until,
  welcome,
  wideAtTwice,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';
import { courseOf, writeCourse } from './keep/course.js';
import { openWeakLine, type WeakLine } from './keep/weak-line.js';

const { id: COURSE, slug } = courseOf(1);
const KEEP = `/course/${slug}/keep`;
const ON_BUTTON = /ទាញយក ([\d.]+) MB · ប្រហែល ([០-៩]+) រៀល/;
const latin = (digits = ''): number => Number(digits.replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0)));

describe('a course kept on the phone', () => {
  let server: Server;
  let line: WeakLine;
  let cards: string[] = [];
  let phone: Phone;
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-keep-'));

  beforeAll(async () => {
    server = await startServer();
    writeCourse(folder, 1);
    await server.command('import-curriculum', folder);
    line = await openWeakLine(server.origin);
    ({ cards } = demoSignIns(server.databaseUrl));
    phone = await openPhone();
    await welcome(phone.page, line.origin);
    await signInByCard(phone.page, cards[0] ?? '', '2580', true);
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await line.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const manifest = async (): Promise<Manifest> =>
    (await (await fetch(`${server.origin}/api/library/courses/${COURSE}/versions/latest`)).json()) as Manifest;
  const fileAt = async (name: string): Promise<PackageFile> => (await manifest()).files.find((file) => file.path === name) as PackageFile;
  const bytesOf = (files: readonly PackageFile[]): number => files.reduce((sum, file) => sum + file.bytes, 0);
  /** The requests for files of the course. */
  const asked = async (): Promise<WeakLine['asked']> => {
    const hashes = new Set((await manifest()).files.map((file) => file.sha256));
    return line.asked.filter(({ sha256 }) => hashes.has(sha256));
  };
  const said = (page: Page, sentence: string): Promise<string> =>
    until(
      () => words(page),
      (text) => text.includes(sentence),
      20_000,
    );
  const button = (page: Page, name: string) => page.getByRole('button', { name: plain(name) });
  const openKeep = async (page: Page): Promise<void> => {
    await page.goto(`${line.origin}${KEEP}`);
    await page.locator('fieldset label.choice, [role=progressbar]').first().waitFor();
  };
  /** What is wrong with the screen as it stands. */
  const wrong = async (page: Page): Promise<string[]> => [
    ...(await faults(page)),
    ...(await unreachable(page)),
    ...(await wideAtTwice(page)),
  ];
  /** Hashes of the files in the phone's own store. */
  const kept = (page: Page): Promise<string[]> =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('sala');
          opening.onerror = () => reject(opening.error ?? new Error('no database'));
          opening.onsuccess = () => {
            const keys = opening.result.transaction('file').objectStore('file').getAllKeys();
            keys.onsuccess = () => (opening.result.close(), resolve(keys.result as string[]));
          };
        }),
    );
  const keptOf = async (page: Page): Promise<string[]> => {
    const here = new Set(await kept(page));
    return (await manifest()).files.filter(({ sha256 }) => here.has(sha256)).map((file) => file.path);
  };

  it('says what it costs, in MB and riel, before a byte of it is asked for', async () => {
    const { page } = phone;
    await page.goto(`${line.origin}/course/${slug}`);
    await page.getByRole('link', { name: plain('ទុកក្នុងទូរសព្ទ') }).click();
    await page.locator('fieldset label.choice').first().waitFor();
    expect(await asked()).toEqual([]);
    const all = (await manifest()).files;
    const withoutClip = bytesOf(all.filter((file) => !file.mediaType.startsWith('video/')));
    const [, mb, riel] = ON_BUTTON.exec((await primary(page).innerText()).replace(/[\u200b\u2060]/g, '')) ?? [];
    expect([Number(mb), latin(riel)]).toEqual([Math.ceil(withoutClip / 1e5) / 10, Math.ceil(withoutClip * 2e-6)]);
    const sizes = await page.locator('fieldset label.choice .small').allInnerTexts();
    expect(sizes.map((size) => Number(/[\d.]+/.exec(size)?.[0]))).toEqual([1, 1, 1.9]);
    await shot(page, 'keep');
    expect(await wrong(page)).toEqual([]);
  }, 60_000);

  it('goes on behind a cut by range, and no byte is sent twice', async () => {
    const { page } = phone;
    const voice = await fileAt('sounds/voice-1.webm');
    line.weaken(voice.sha256, 250_000, 'cut');
    await primary(page).click();
    await said(page, 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    const requests = (await asked()).filter(({ sha256 }) => sha256 === voice.sha256);
    expect(requests).toEqual([
      { sha256: voice.sha256, range: undefined, ifRange: undefined, status: 200, sent: 250_000 },
      { sha256: voice.sha256, range: 'bytes=250000-', ifRange: `"${voice.sha256}"`, status: 206, sent: voice.bytes - 250_000 },
    ]);
    await shot(page, 'keep-done');
    expect(await wrong(page)).toEqual([]);
  }, 60_000);

  it('brings the clip alone when more is chosen', async () => {
    const { page } = phone;
    const all = (await manifest()).files;
    line.asked = [];
    await page.getByRole('radio', { name: plain('ទាំងអស់') }).check({ force: true });
    await primary(page).click();
    await said(page, 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    await until(
      () => keptOf(page),
      (files) => files.length === all.length,
    );
    expect((await asked()).map(({ sha256 }) => sha256)).toEqual([(await fileAt('videos/clip.webm')).sha256]);
  }, 60_000);

  it('is learnt from without a line: one whole lesson', async () => {
    const { page } = phone;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    line.gone = true;
    await page.goto(`${line.origin}/course/${slug}/first`);
    await until(
      () => heading(page),
      (title) => title === 'សំឡេង',
      20_000,
    );
    await page
      .getByRole('button', { name: plain('ស្ដាប់') })
      .first()
      .waitFor();
    expect(await next(page)).toBe('រូបភាព');
    await until(
      () => page.locator('main img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0)),
      (drawn) => drawn.length > 0 && drawn.every(Boolean),
    );
    await next(page);
    await answer(page, /^Join/);
    await primary(page).click();
    await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
    await answer(page, /^Join/);
    await primary(page).click();
    await said(page, 'រៀនចប់ហើយ');
    line.gone = false;
  }, 60_000);

  it('fetches only the new contents of a newer version', async () => {
    const { page } = phone;
    writeCourse(folder, 2);
    await server.command('import-curriculum', folder);
    const before = new Set(await kept(page));
    const fresh = (await manifest()).files.filter(({ sha256 }) => !before.has(sha256));
    expect(fresh.map((file) => file.path)).toEqual(['lessons/second.json', 'pictures/garden.svg']);
    line.asked = [];
    await page.waitForTimeout(1_200);
    await openKeep(page);
    await until(
      () => words(page),
      (text) => ON_BUTTON.test(text),
      20_000,
    );
    await primary(page).click();
    await said(page, 'មេរៀនទីពីរថ្មី');
    await said(page, 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    expect(new Set((await asked()).map(({ sha256 }) => sha256))).toEqual(new Set(fresh.map((file) => file.sha256)));
  }, 60_000);

  it('leaves the phone when it is deleted, keeps what was learnt, and comes again only when a lesson is opened', async () => {
    const { page } = phone;
    await button(page, 'លុបចេញពីទូរសព្ទនេះ').click();
    await said(page, 'វឌ្ឍនភាព និងចម្លើយរបស់លោកអ្នក មិនបាត់ទេ');
    await shot(page, 'keep-delete');
    expect(await wrong(page)).toEqual([]);
    await button(page, 'លុបវគ្គនេះ').click();
    await said(page, 'លុបរួចហើយ');
    expect(await keptOf(page)).toEqual([]);
    line.asked = [];
    await page.goto(`${line.origin}/course/${slug}`);
    await said(page, 'រៀនចប់ ១ មេរៀន');
    await page.goto(line.origin);
    await until(() => heading(page), Boolean);
    await page.waitForTimeout(3_000);
    expect(await asked()).toEqual([]);
    await page.goto(`${line.origin}/course/${slug}/second`);
    await until(
      () => keptOf(page),
      (files) => files.includes('pictures/garden.svg') && files.includes('videos/clip.webm'),
      20_000,
    );
    expect(phone.complaints).toEqual([]);
    expect(phone.foreign).toEqual([]);
  }, 60_000);

  it('waits for Wi-Fi when asked to, is paused and gone on with, also after the app was killed', async () => {
    const second = await openPhone();
    // A phone whose browser tells of its line, as Chrome on Android does and the one of this test does not.
    await second.context.addInitScript(() => {
      const connection = Object.assign(new EventTarget(), { type: localStorage.getItem('test.line') ?? 'cellular', saveData: false });
      Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
    });
    let { page } = second;
    await welcome(page, line.origin);
    await signInByCard(page, cards[1] ?? '', '2580', true);
    await page.goto(`${line.origin}/settings`);
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    // The choice is kept before the page is left.
    await page.locator('html[lang=en]').waitFor({ state: 'attached' });
    await openKeep(page);
    line.asked = [];
    await page.getByRole('switch', { name: 'Download over Wi-Fi only' }).check({ force: true });
    await primary(page).click();
    await said(page, 'Waiting for Wi-Fi');
    expect(await asked()).toEqual([]);
    expect(await wrong(page)).toEqual([]);

    const voice = await fileAt('sounds/voice-1.webm');
    line.weaken(voice.sha256, 400_000, 'hold');
    await page.evaluate(() => {
      localStorage.setItem('test.line', 'wifi');
      const { connection } = navigator as unknown as { connection: EventTarget & { type: string } };
      connection.type = 'wifi';
      connection.dispatchEvent(new Event('change'));
    });
    const bar = page.getByRole('progressbar');
    await until(
      async () => Number(await bar.getAttribute('aria-valuenow')),
      (percent) => percent >= 40,
    );
    expect(await bar.getAttribute('aria-valuetext')).toMatch(/^0\.\d MB of 1\.0 MB$/);
    await shot(page, 'keep-under-way');
    expect(await wrong(page)).toEqual([]);
    await button(page, 'Pause').click();
    await said(page, 'The download is paused');
    await shot(page, 'keep-paused');
    expect(await wrong(page)).toEqual([]);

    // Killed in the middle of a file: it goes on behind what was written.
    expect((await asked()).at(-1)).toMatchObject({ sha256: voice.sha256, sent: 400_000 });
    line.asked = [];
    line.weaken(voice.sha256, 100_000, 'hold');
    await primary(page).click();
    await until(
      async () => (await asked()).length,
      (count) => count === 1,
    );
    await page.waitForTimeout(1_500);
    await page.close();
    page = await second.context.newPage();
    await page.goto(`${line.origin}${KEEP}`);
    await page.locator('a.tile.person').click();
    await page.waitForURL('**/pin/**');
    await tapDigits(page, '2580');
    await page.locator('fieldset label.choice').first().waitFor();

    await primary(page).click();
    await said(page, 'This course is on the phone');
    const [paused, killed] = (await asked()).filter(({ sha256 }) => sha256 === voice.sha256);
    expect(paused?.range).toBe('bytes=400000-');
    const from = Number(/^bytes=(\d+)-$/.exec(killed?.range ?? '')?.[1]);
    expect(from).toBeGreaterThan(400_000 + 100_000 - 2 * 64 * 1024);
    expect([killed?.status, killed?.sent]).toEqual([206, voice.bytes - from]);
    expect(await wrong(page)).toEqual([]);
  }, 180_000);
});
