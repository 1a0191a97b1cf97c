import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { button, draftOf, faultsFromTop, field, onServer, phoneBeside, phoneShows, says } from '../../../tools/test/author.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { newerBuild } from '../../../tools/test/newer-build.ts';
import { closePhones, openPhone, plain, until, words, type Phone } from '../../../tools/test/phone.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';

const ON_COMPUTER = 'រក្សាទុកនៅលើកុំព្យូទ័រនេះហើយ';

describe('the studio without a line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-studio-'));
  const live = path.join(folder, 'live');
  let server: Server;
  let studio: Phone;
  let page: Page;
  let address = '';

  beforeAll(async () => {
    publish('VERSION1');
    server = await startServer({ STUDIO_DIR: live });
    studio = await openPhone({ width: 1280, height: 800 });
    ({ page } = studio);
    const account = demoSignIns(server.databaseUrl).staff.find(({ email }) => email.startsWith('trainer'));
    await page.goto(`${server.origin}/studio/`);
    await page.getByLabel(/^អ៊ីមែល/).fill(account?.email ?? '');
    await page.getByRole('textbox', { name: plain('ពាក្យសម្ងាត់') }).fill(account?.password ?? '');
    await page.getByLabel(/៦ ខ្ទង់/).fill(account?.code ?? '');
    await page.locator('form .primary').click();
    await page.getByRole('heading', { name: plain('វគ្គដែលកំពុងសរសេរ') }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await kept('VERSION1');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts a version of the studio in the place of the one that is served. */
  function publish(name: string): void {
    const built = path.join(folder, name);
    newerBuild(built, name, 'studio');
    rmSync(live, { recursive: true, force: true });
    cpSync(built, live, { recursive: true });
  }
  /** Waits until the computer has a whole version. */
  const kept = (name: string): Promise<unknown> =>
    until(() => page.evaluate(async (script) => (await caches.match(script)) !== undefined, `/studio/main-${name}.js`), Boolean, 60_000);
  const running = (): Promise<string | undefined> => page.evaluate(() => (globalThis as unknown as { salaBuild?: string }).salaBuild);
  /** The tab is killed, as by a computer that is switched off, and another one is opened. */
  async function killAndOpen(where: string): Promise<void> {
    await page.close({ runBeforeUnload: false });
    page = await studio.context.newPage();
    await page.goto(where);
  }
  const title = (): Promise<string> => field(page, 'ចំណងជើង').inputValue();
  const reads = (text: string): Promise<unknown> =>
    until(
      () => title().catch(() => ''),
      (now) => now === text,
      20_000,
    );

  it('opens a draft again whose tab was killed: every word is there, the phone shows it, and one goes on writing', async () => {
    await page.goto(`${server.origin}/studio/courses/new`);
    await button(page, 'ប្រើកម្មវិធីលើទូរសព្ទ').click();
    await page.waitForURL(/lessons\/lesson-\w+\/text-\w+$/);
    await phoneBeside(page).locator('h1').waitFor();
    await field(page, 'ចំណងជើង').fill('មុនដាច់');
    await onServer(page);
    address = page.url();

    await studio.context.setOffline(true);
    await server.stop();
    await field(page, 'ចំណងជើង').fill('ពេលដាច់');
    await says(page, ON_COMPUTER);
    await killAndOpen(address);
    await reads('ពេលដាច់');
    await phoneShows(page, 'ពេលដាច់');
    expect(
      await phoneBeside(page)
        .locator('h1')
        .evaluate((heading) => getComputedStyle(heading).fontFamily),
    ).toContain('Khmer');
    await says(page, ON_COMPUTER);
    await field(page, 'ចំណងជើង').fill('បើកឡើងវិញ');
    await until(
      () => words(page),
      (all) => !all.includes('កំពុងរក្សាទុក') && all.includes(ON_COMPUTER),
    );
    await shot(page, 'offline-draft');
    await killAndOpen(`${server.origin}/studio/`);
    await says(page, 'នៅលើកុំព្យូទ័រនេះ');
    expect(await words(page)).not.toContain('នៅលើកុំព្យូទ័រនេះតែប៉ុណ្ណោះ');
    await shot(page, 'offline-courses');
    expect(await faultsFromTop(page)).toEqual([]);
    await page.locator('a.draft-row').first().click();
    await killAndOpen(address);
    await reads('បើកឡើងវិញ');
  }, 120_000);

  it('sends it by itself when the line is back', async () => {
    await server.start();
    await studio.context.setOffline(false);
    await onServer(page);
    expect((await draftOf(page)).document.lessons[0]?.cards[0]?.title.km).toBe('បើកឡើងវិញ');
  }, 60_000);

  it('takes a new version at the next start and never under the author’s hands, and leaves the learner’s app alone', async () => {
    const { page: learner } = { page: await studio.context.newPage() };
    await learner.goto(`${server.origin}/`);
    await learner.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const script = (of: Page): Promise<string> =>
      of.evaluate(() => new URL(navigator.serviceWorker.controller?.scriptURL ?? 'http://x/none').pathname);
    await until(
      () => script(learner),
      (name) => name === '/ngsw-worker.js',
    );
    expect(await script(page)).toBe('/studio/ngsw-worker.js');
    await learner.close();

    expect(await running()).toBe('VERSION1');
    publish('VERSION2');
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ action: 'CHECK_FOR_UPDATES', nonce: 1 }));
    await kept('VERSION2');
    await field(page, 'ចំណងជើង').fill('កំពុងកែ');
    // A part that was not loaded before still comes from the version that runs.
    await button(page, 'បន្ថែមទំព័រ').click();
    await button(page.getByRole('dialog'), 'ជំហាន').click();
    await page.waitForURL(/steps-\w+$/);
    await onServer(page);
    expect(await running()).toBe('VERSION1');
    await killAndOpen(address);
    await reads('កំពុងកែ');
    expect(await running()).toBe('VERSION2');
  }, 120_000);

  it('says in one sentence what to do where nobody is signed in, and signs out on the server when it is reached', async () => {
    await studio.context.setOffline(true);
    await button(page, 'ចាកចេញ').click();
    await page.waitForURL(/sign-in$/);
    await killAndOpen(address);
    await says(page, 'សូមភ្ជាប់អ៊ីនធឺណិតសិន');
    expect(await words(page)).not.toContain('កំពុងកែ');
    for (const [width, name] of [
      [1280, 'desk'],
      [360, 'phone'],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await shot(page, `offline-door-${name}`);
      expect(await faultsFromTop(page)).toEqual([]);
    }
    await studio.context.setOffline(false);
    await until(
      () => words(page),
      (all) => !all.includes('សូមភ្ជាប់អ៊ីនធឺណិតសិន'),
    );
    const session = await page.request.get(`${server.origin}/api/identity/session`);
    expect(await session.json()).not.toHaveProperty('staff');
    expect([...studio.foreign, ...studio.complaints]).toEqual([]);
  }, 60_000);
});
