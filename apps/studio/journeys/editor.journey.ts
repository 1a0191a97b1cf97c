import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  button,
  courseOf,
  draftOf,
  faultsFromTop,
  field,
  onServer,
  phoneBeside,
  phoneShows,
  repositoryFile,
  says,
  signInToStudio,
} from '../../../tools/test/author.ts';
import { closePhones, openPhone, plain, until, words, type Phone } from '../../../tools/test/phone.ts';
import { shot } from '../../../tools/test/shots.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

describe('the editor of courses', () => {
  let server: Server;
  let studio: Phone;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    // Chromium's own microphone beeps, so that a recording is really one.
    studio = await openPhone({ width: 1280, height: 800, flags: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
    ({ page } = studio);
    await signInToStudio(page, server, 'trainer');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** Begins a course from the recipe; its first card is the next screen. */
  async function beginFromRecipe(): Promise<void> {
    await page.goto(`${server.origin}/studio/courses/new`);
    await button(page, 'ប្រើកម្មវិធីលើទូរសព្ទ').click();
    await page.waitForURL(/lessons\/lesson-\w+\/text-\w+$/);
    await phoneBeside(page).locator('h1').waitFor();
  }

  it('begins with a card and not with settings, shows it on the phone letter by letter, and keeps it on the server by itself', async () => {
    await beginFromRecipe();
    await phoneShows(page, 'ហេតុអ្វីយើងរៀនរឿងនេះ?');
    await field(page, 'ចំណងជើង').fill('ផ្ញើសារជាសំឡេង');
    await phoneShows(page, 'ផ្ញើសារជាសំឡេង');
    await says(page, 'ភាសាអង់គ្លេសចាស់ជាងភាសាខ្មែរ');
    await field(page, 'ចំណងជើង', 'en').fill('Send a voice message');
    await until(
      () => words(page),
      (all) => !all.includes('ភាសាអង់គ្លេសចាស់ជាងភាសាខ្មែរ'),
    );
    await onServer(page);
    expect((await draftOf(page)).document.lessons[0]?.cards[0]?.title).toEqual({ km: 'ផ្ញើសារជាសំឡេង', en: 'Send a voice message' });
    await button(page, 'អក្សរ ២០០ %').click();
    await until(
      () =>
        phoneBeside(page)
          .locator('html')
          .evaluate((root) => [getComputedStyle(root).fontSize, root.scrollWidth]),
      ([letters, width]) => letters === '40px' && width === 360,
    );
    await shot(page, 'editor-large');
    await button(page, 'អក្សរ ២០០ %').click();
    await button(page.locator('.phone-ways'), 'អង់គ្លេស').click();
    await phoneShows(page, 'Send a voice message');
    await button(page.locator('.phone-ways'), 'ខ្មែរ').click();
    await shot(page, 'editor-card');
    expect(await faultsFromTop(page)).toEqual([]);
  }, 60_000);

  it('adds cards and questions by what they are for, moves, copies and removes them, by keys alone', async () => {
    const before = (await draftOf(page)).document.lessons[0]?.cards.length ?? 0;
    await phoneBeside(page)
      .getByRole('button', { name: plain('បន្ទាប់') })
      .click();
    await phoneBeside(page).locator('.sim').first().waitFor();
    await shot(page, 'editor-practice');
    await page.goBack();
    await phoneShows(page, 'ផ្ញើសារជាសំឡេង');
    await button(page, 'បន្ថែមទំព័រ').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await shot(page, 'editor-kinds');
    expect(await faultsFromTop(page)).toEqual([]);
    await button(page.getByRole('dialog'), 'ជំហាន').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/steps-\w+$/);
    // The first field of a new card waits for its first letter.
    await until(
      () => page.evaluate(() => document.activeElement?.tagName),
      (tag) => tag === 'TEXTAREA',
    );
    await page.keyboard.type('បីជំហាន');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await phoneShows(page, '…');
    await page.keyboard.press('Control+y');
    await phoneShows(page, 'បីជំហាន');
    await page.keyboard.press('Alt+ArrowUp');
    await onServer(page);
    const [first] = (await draftOf(page)).document.lessons[0]?.cards ?? [];
    expect(first).toMatchObject({ kind: 'steps', title: { km: 'បីជំហាន' } });

    await button(page, 'បន្ថែមទំព័រ').click();
    await button(page.getByRole('dialog'), 'ជ្រើសចម្លើយច្រើន').click();
    await page.waitForURL(/question-\w+$/);
    await field(page, 'អ្វីដែលសួរ').fill('តើមួយណាខ្លះត្រឹមត្រូវ?');
    await phoneShows(page, 'តើមួយណាខ្លះត្រឹមត្រូវ?');
    await shot(page, 'editor-question');
    await button(page, 'ចម្លង').click();
    await page.waitForURL(/card-\w+$/);
    await button(page.locator('section .member-deeds').first(), 'លុបវាចេញ').click();
    await onServer(page);
    expect((await draftOf(page)).document.lessons[0]?.cards).toHaveLength(before + 2);
  }, 60_000);

  it('takes a picture and a voice, and says when a word was changed after it was read', async () => {
    await page.locator('.strip a').first().click();
    await page.waitForURL(/steps-\w+$/);
    await field(page, 'ចំណងជើង').fill('ថតសំឡេង');
    await button(page, 'ថតសំឡេង').click();
    await page.getByRole('meter').waitFor();
    await until(
      async () => Number(await page.getByRole('meter').getAttribute('aria-valuenow')),
      (level) => level > 0,
    );
    await until(
      () => words(page),
      (all) => all.includes('១ វិនាទី'),
    );
    // Who goes on to another card while it records has said what there was to say: it is kept.
    await page.locator('.strip a').nth(1).click();
    await page.waitForURL((url) => !url.pathname.includes('/steps-'));
    await page.locator('.strip a').first().click();
    await says(page, 'សំឡេងត្រូវនឹងអក្សរ');
    await shot(page, 'editor-voice');
    expect(await faultsFromTop(page)).toEqual([]);
    await onServer(page);
    const voice = (await draftOf(page)).document.lessons[0]?.cards[0]?.voice?.km;
    expect(voice?.file).toMatch(/^sounds\/s-[0-9a-f]{16}\.webm$/);
    expect(voice?.seconds).toBeGreaterThan(0.5);
    await phoneBeside(page)
      .getByRole('button', { name: plain('ស្ដាប់') })
      .waitFor();
    await field(page, 'ចំណងជើង').fill('ពាក្យថ្មី');
    await says(page, 'អក្សរបានប្ដូរក្រោយពេលថត');

    await page.locator('.strip a', { hasText: plain('ផ្ញើសារជាសំឡេង') }).click();
    await button(page, 'បន្ថែម៖ រូបភាព').click();
    await page
      .locator('sala-file-choice input[type=file]')
      .first()
      .setInputFiles(repositoryFile('libs/curriculum/courses/join-zoom/pictures/link.svg'));
    await phoneBeside(page).locator('img').first().waitFor();
    await field(page, 'និយាយថារូបបង្ហាញអ្វី').fill('ទូរសព្ទមួយ');
    await onServer(page);
    await until(
      async () => (await draftOf(page)).document.lessons[0]?.cards.find(({ picture }) => picture)?.picture?.file ?? '',
      (file) => /^pictures\/p-[0-9a-f]{16}\.svg$/.test(file),
    );
    await page.locator('sala-file-choice input[type=file]').first().setInputFiles(repositoryFile('package.json'));
    await says(page, 'ឯកសារប្រភេទនេះប្រើនៅទីនេះមិនបានទេ');
    await button(page, 'ត្រឡប់ដូចដើម').click();
  }, 60_000);

  it('goes on without a line, and keeps what was written when the tab is killed', async () => {
    await studio.context.setOffline(true);
    await field(page, 'ចំណងជើង').fill('សរសេរដោយគ្មានអ៊ីនធឺណិត');
    await says(page, 'រក្សាទុកនៅលើកុំព្យូទ័រនេះហើយ។ នឹងផ្ញើ');
    const address = page.url();
    await page.close();
    await studio.context.setOffline(false);
    page = await studio.context.newPage();
    await page.goto(address);
    await until(
      () => field(page, 'ចំណងជើង').inputValue(),
      (now) => now === 'សរសេរដោយគ្មានអ៊ីនធឺណិត',
    );
    await onServer(page);
    expect((await draftOf(page)).document.lessons[0]?.cards.map((card) => card.title.km)).toContain('សរសេរដោយគ្មានអ៊ីនធឺណិត');
  }, 60_000);

  it('is written in one tab at a time; the other follows, and may take over', async () => {
    const other = await studio.context.newPage();
    await other.goto(page.url());
    await says(other, 'កំពុងបើកកែនៅផ្ទាំងមួយទៀត');
    await field(page, 'ចំណងជើង').fill('ពីផ្ទាំងទីមួយ');
    await until(
      () => field(other, 'ចំណងជើង').inputValue(),
      (now) => now === 'ពីផ្ទាំងទីមួយ',
    );
    expect(await field(other, 'ចំណងជើង').isDisabled()).toBe(true);
    // What was typed a moment before is handed over too.
    await field(page, 'ចំណងជើង').fill('មុនប្ដូរផ្ទាំង');
    await button(other, 'កែនៅទីនេះវិញ').click();
    await until(
      () => field(other, 'ចំណងជើង').inputValue(),
      (now) => now === 'មុនប្ដូរផ្ទាំង',
    );
    await says(page, 'កំពុងបើកកែនៅផ្ទាំងមួយទៀត');
    await field(other, 'ចំណងជើង').fill('ពីផ្ទាំងទីពីរ');
    await until(
      () => field(page, 'ចំណងជើង').inputValue(),
      (now) => now === 'ពីផ្ទាំងទីពីរ',
    );
    await other.close();
    await until(
      () => field(page, 'ចំណងជើង').isEnabled(),
      (is) => is,
    );
    await onServer(page);
  }, 60_000);

  it('shows both texts when another computer saved the same words, and loses neither', async () => {
    await onServer(page);
    const { revision, document, translated } = await draftOf(page);
    const theirs = JSON.parse(JSON.stringify(document).replace('ពីផ្ទាំងទីពីរ', 'ពីកុំព្យូទ័រមួយទៀត')) as object;
    const saved = await page.request.put(`${server.origin}/api/authoring/drafts/${courseOf(page)}`, {
      data: { baseRevision: revision, document: theirs, translated },
      headers: { origin: server.origin },
    });
    expect(saved.status()).toBe(200);
    await field(page, 'ចំណងជើង').fill('របស់ខ្ញុំ');
    await says(page, 'មានពីរនាក់កែកន្លែងតែមួយ');
    expect(await words(page)).toMatch(/របស់ខ្ញុំ[\s\S]*ពីកុំព្យូទ័រមួយទៀត/);
    await shot(page, 'editor-conflict');
    expect(await faultsFromTop(page)).toEqual([]);
    await button(page, 'យកតាមនេះ').click();
    await onServer(page);
    const titles = (await draftOf(page)).document.lessons[0]?.cards.map((card) => card.title.km);
    expect(titles).toEqual(expect.arrayContaining(['របស់ខ្ញុំ', 'ពីកុំព្យូទ័រមួយទៀត']));
  }, 60_000);

  it('has a page for the course, its tests and its words, on a laptop and on a phone', async () => {
    const found: string[] = [];
    await page.goto(`${server.origin}/studio/courses/${courseOf(page)}`);
    await field(page, 'ចំណងជើង').fill('វគ្គសាកល្បង');
    await onServer(page);
    await shot(page, 'editor-course');
    found.push(...(await faultsFromTop(page)));
    await button(page, 'បន្ថែមតេស្តក្រោយវគ្គ').click();
    await page.waitForURL(/tests\/quiz-\w+$/);
    await page.getByText(plain('អំពីតេស្តនេះ')).click();
    await shot(page, 'editor-test');
    found.push(...(await faultsFromTop(page)));
    await page.setViewportSize({ width: 360, height: 640 });
    found.push(...(await faultsFromTop(page)));
    await shot(page, 'editor-test-phone');
    await page.goto(`${server.origin}/studio/courses/${courseOf(page)}/words`);
    await button(page, 'បន្ថែមពាក្យថ្មី').click();
    await onServer(page);
    found.push(...(await faultsFromTop(page)));
    await shot(page, 'editor-words-phone');
    await page.goto(`${server.origin}/studio/courses/new`);
    await says(page, 'ចូលរួមប្រជុំតាម Zoom');
    found.push(...(await faultsFromTop(page)));
    await shot(page, 'editor-start-phone');
    await page.goto(`${server.origin}/studio`);
    await says(page, 'វគ្គសាកល្បង');
    found.push(...(await faultsFromTop(page)));
    await shot(page, 'editor-list-phone');
    await page.goBack();
    await says(page, 'ចូលរួមប្រជុំតាម Zoom');
    await button(page, 'កែវគ្គនេះ').click();
    await page.waitForURL(/courses\/[0-9a-f-]{36}$/);
    await onServer(page);
    await shot(page, 'editor-course-phone');
    await page.locator('.part-row a').first().click();
    await phoneBeside(page).locator('h1').waitFor();
    found.push(...(await faultsFromTop(page)));
    await shot(page, 'editor-card-phone');
    expect(found).toEqual([]);
    // The session ends while one writes: everything stays here, and the way back leads to this very course.
    await studio.context.clearCookies();
    await field(page, 'ចំណងជើង').fill('ក្រោយអស់ពេល');
    await says(page, 'សូមចូលម្ដងទៀត ដើម្បីផ្ញើទៅម៉ាស៊ីនមេ');
    const here = courseOf(page);
    await page.getByRole('link', { name: plain('ចូលម្ដងទៀត') }).click();
    await says(page, 'ចូលស្ទូឌីយោ');
    expect(decodeURIComponent(page.url())).toContain(`to=/courses/${here}`);
    expect(studio.foreign).toEqual([]);
    expect(studio.complaints).toEqual([]);
  }, 60_000);
});
