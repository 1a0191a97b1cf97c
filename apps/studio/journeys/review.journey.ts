import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Manifest } from '@sala/domain/publishing';
import type { Locator, Page } from 'playwright-core';
import { onServer, signInToStudio } from '../../../tools/test/author.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  signInByCard,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const LESSON = 'install-and-test';
const CARD = 'no-account';
const OLD = 'មិនចាំបាច់មានគណនី';
const NEW = 'មិនត្រូវការគណនីទេ';

describe('a correction on its way to learners', () => {
  let server: Server;
  let trainer: Page;
  let reviewer: Page;
  let phone: Phone;
  let before: Manifest;

  beforeAll(async () => {
    server = await startServer();
    [trainer, reviewer] = [await signedIn('trainer'), await signedIn('reviewer')];
    before = await manifest();
    phone = await openPhone();
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, demoSignIns(server.databaseUrl).cards[0] ?? '', '2580', true);
    await phone.page.goto(`${server.origin}/course/join-zoom/${LESSON}`);
    await until(
      () => heading(phone.page),
      (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
      20_000,
    );
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  async function signedIn(role: string): Promise<Page> {
    // Chromium's own microphone beeps, so that a recording is really one.
    const flags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    const { page }: Phone = await openPhone({ width: 1280, height: 800, ...(role === 'trainer' && { flags }) });
    await signInToStudio(page, server, role);
    return page;
  }

  const manifest = async (): Promise<Manifest> =>
    (await (await fetch(`${server.origin}/api/library/courses/${COURSE}/versions/latest`)).json()) as Manifest;
  const said = (page: Page, text: string): Promise<string> =>
    until(
      () => words(page),
      (all) => all.includes(text),
      20_000,
    );
  const at = (page: Page, rest: string): Promise<unknown> => page.goto(`${server.origin}/studio/courses/${COURSE}${rest}`);
  const button = (page: Page, name: string): Locator => page.getByRole('button', { name: plain(name) }).first();
  const title = (language: 'km' | 'en'): Locator =>
    trainer
      .getByRole('group', { name: plain('ចំណងជើង') })
      .locator(`textarea[lang=${language}]`)
      .first();

  it('is begun from the published course, and what a practice needs is shown in its editor', async () => {
    await trainer.goto(`${server.origin}/studio`);
    await trainer
      .locator('.course-card', { hasText: plain('ចូលរួមប្រជុំតាម Zoom') })
      .getByRole('button', { name: plain('កែវគ្គនេះ (កំណែថ្មី)') })
      .click();
    await trainer.waitForURL(/courses\/5a1a/);
    await at(trainer, '/practices/waiting-room');
    await said(trainer, 'សាកលំហាត់ភ្លាមៗ');
    await shot(trainer, 'practice-screens');
    for (const [index, name] of ['កិច្ចការ', 'អ្វីដែលកើតឡើងឯង', 'អំពីលំហាត់នេះ', 'គ្មានអ្វីត្រូវកែទេ'].entries()) {
      await button(trainer, name).click();
      await shot(trainer, `practice-part-${index}`);
    }
    expect(await faults(trainer)).toEqual([]);
  }, 60_000);

  it('is written, checked, and sent for review; nobody changes it meanwhile', async () => {
    await at(trainer, `/lessons/${LESSON}/${CARD}`);
    await title('km').fill('');
    await onServer(trainer);
    await at(trainer, '/review');
    await said(trainer, 'មានកន្លែងមិនទាន់បំពេញ');
    await said(trainer, 'ភាសាខ្មែរ៖ ខ្វះ ១ កន្លែង');
    await shot(trainer, 'review-findings');
    await trainer.getByRole('link', { name: plain('ទៅកន្លែងនោះ') }).click();
    await trainer.waitForURL(new RegExp(`${LESSON}/${CARD}$`));
    // The cursor stands in the very field that is empty.
    await until(
      () =>
        trainer.evaluate(() =>
          document.activeElement instanceof HTMLTextAreaElement ? [document.activeElement.lang, document.activeElement.value] : [],
        ),
      ([language, written]) => language === 'km' && written === '',
    );
    await title('km').fill(NEW);
    await title('en').fill('You need no account');
    await onServer(trainer);
    await at(trainer, '/review');
    await said(trainer, 'គ្មានអ្វីត្រូវកែទេ');
    await button(trainer, 'ផ្ញើឱ្យគេពិនិត្យ').click();
    await button(trainer, 'យកវាមកវិញ ដើម្បីកែ').click();
    await button(trainer, 'ផ្ញើឱ្យគេពិនិត្យ').click();
    await said(trainer, 'កំពុងរង់ចាំអ្នកពិនិត្យ');
    await at(trainer, `/lessons/${LESSON}/${CARD}`);
    await said(trainer, 'មតិយោបល់');
    expect(await title('km').isEditable()).toBe(false);
  }, 60_000);

  it('is read by a reviewer, who leaves a comment on a card and sends it back', async () => {
    // Who can't write comes straight to what is to be decided.
    await reviewer.goto(`${server.origin}/studio`);
    await reviewer.locator('.draft-row').first().click();
    await reviewer.waitForURL(new RegExp(`${COURSE}/review$`));
    await said(reviewer, 'អាន');
    await shot(reviewer, 'review');
    expect(await faults(reviewer)).toEqual([]);
    await at(reviewer, `/lessons/${LESSON}/${CARD}`);
    await button(reviewer, 'ដាក់មតិ').click();
    await said(reviewer, 'សូមសរសេរមតិសិន');
    await reviewer.getByLabel(plain('មតិរបស់លោកអ្នកចំពោះទំព័រនេះ')).fill('សូមប្រាប់ផងថាវាឥតគិតថ្លៃ។');
    await button(reviewer, 'ដាក់មតិ').click();
    await button(reviewer, 'កែរួចហើយ').waitFor();
    await shot(reviewer, 'review-comment');
    expect(await faults(reviewer)).toEqual([]);
    await at(reviewer, '/review');
    await reviewer.getByLabel(plain('ត្រូវកែអ្វីខ្លះ')).fill('មើលមតិលើទំព័រ។');
    await button(reviewer, 'ផ្ញើត្រឡប់ឱ្យកែ').click();
    await until(
      () => words(reviewer),
      (all) => !all.includes('អនុម័ត ប្រសិនបើ'),
    );
  }, 60_000);

  it('is mended by its author, approved by another, and published as the next version', async () => {
    await at(trainer, '/review');
    await trainer
      .locator('.comment', { hasText: plain('សូមប្រាប់ផងថាវាឥតគិតថ្លៃ') })
      .getByRole('link', { name: plain('ទៅកន្លែងនោះ') })
      .click();
    await trainer.waitForURL(new RegExp(`${LESSON}/${CARD}$`));
    await said(trainer, 'សូមប្រាប់ផងថាវាឥតគិតថ្លៃ');
    await button(trainer, 'កែរួចហើយ').click();
    await said(trainer, 'បានកែរួច');
    await at(trainer, '/review');
    await button(trainer, 'ផ្ញើឱ្យគេពិនិត្យ').click();
    await said(trainer, 'កំពុងរង់ចាំអ្នកពិនិត្យ');
    await at(reviewer, '/review');
    await button(reviewer, 'អនុម័ត').click();
    await said(reviewer, 'បានអនុម័តហើយ');
    await at(trainer, '/review');
    await said(trainer, 'គ្មានអ្វីត្រូវកែទេ');
    await trainer.locator('.card .primary').click();
    await said(trainer, 'កំណែ ២ បានផ្សាយហើយ');
    expect((await manifest()).version).toBe(2);
    await trainer.getByRole('link', { name: plain('កែវគ្គនេះ') }).waitFor();
  }, 60_000);

  it('reaches a phone as the one file that is new, and a learner in the middle ends the version that was begun', async () => {
    const { page } = phone;
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(/library\/files\/([0-9a-f]{64})/.exec(request.url())?.[1] ?? ''));
    const shown = async (): Promise<string> =>
      ((await page.locator('h1').first().textContent()) ?? '').replace(/[\u200b\u2060]/g, '').trim();
    for (let card = 0; (await shown()) !== OLD && card < 12; card++) {
      const now = await shown();
      const skip = button(page, 'រំលងសិន');
      if (await skip.isVisible()) await skip.click();
      // Questions are answered with whatever is first: the way to the card is what counts here.
      else if ((await page.locator('label.choice').count()) > 0) {
        await page.locator('label.choice').first().click();
        await page.locator('footer.foot .primary').click();
        await page.locator('footer.foot .sheet').waitFor();
      }
      await page.locator('footer.foot .primary').click();
      await until(shown, (title) => title !== '' && title !== now);
    }
    expect(await heading(page)).toBe(OLD);
    await page.goto(server.origin);
    await page.goto(`${server.origin}/course/join-zoom/keep`);
    await until(
      () => words(page),
      (all) => /ទាញយក [\d.]+ [kM]B/.test(all),
      20_000,
    );
    await page.locator('footer.foot .primary').click();
    await said(page, 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    const [old, fresh] = [new Set(before.files.map(({ sha256 }) => sha256)), (await manifest()).files];
    const changed = fresh.filter(({ sha256 }) => !old.has(sha256));
    expect(changed.map((file) => file.path)).toEqual([`lessons/${LESSON}.json`]);
    expect([...asked].filter((sha256) => sha256 !== '')).toEqual(changed.map((file) => file.sha256));
  }, 90_000);

  it('can be looked back on: who did what, what an earlier state would change, and the course as a file that is a course again', async () => {
    await at(trainer, '/versions');
    await said(trainer, 'បានផ្សាយ កំណែ ២');
    await button(trainer, 'មើលអ្វីដែលប្រែ').click();
    await said(trainer, 'ដូចគ្នានឹងឥឡូវនេះ');
    for (const summary of await trainer.locator('summary').all()) await summary.click();
    await trainer
      .getByRole('button', { name: plain('មើលអ្វីដែលប្រែ') })
      .last()
      .click();
    await said(trainer, OLD);
    await shot(trainer, 'versions');
    expect(await faults(trainer)).toEqual([]);
    const [file] = await Promise.all([
      trainer.waitForEvent('download'),
      trainer.getByRole('link', { name: plain('ទាញយកឯកសារវគ្គ') }).click(),
    ]);
    await button(trainer, 'យកសភាពនេះមកវិញ').click();
    await said(trainer, 'បានយកមកវិញហើយ');
    await onServer(trainer);
    await trainer.goto(`${server.origin}/studio/courses/new`);
    await trainer.locator('input[type=file]').setInputFiles(await file.path());
    await trainer.waitForURL(/courses\/5a1a/);
    await at(trainer, `/lessons/${LESSON}/${CARD}`);
    await until(
      () => title('km').inputValue(),
      (now) => now === NEW,
      20_000,
    );
    for (const rest of ['/versions', '/review', '/practices/waiting-room', `/lessons/${LESSON}/${CARD}`]) {
      await trainer.setViewportSize({ width: 360, height: 640 });
      await at(trainer, rest);
      await trainer.locator('h1').first().waitFor();
      await shot(trainer, `small${rest.replaceAll('/', '-')}`);
      expect(await faults(trainer)).toEqual([]);
    }
  }, 90_000);

  it('and a course that was just built goes the same way: cards, questions, a practice and a voice come to a phone', async () => {
    await trainer.setViewportSize({ width: 1280, height: 800 });
    await trainer.goto(`${server.origin}/studio/courses/new`);
    await button(trainer, 'ប្រើកម្មវិធីលើទូរសព្ទ').click();
    await trainer.waitForURL(/lessons\/lesson-\w+\/text-\w+$/);
    const course = /courses\/([0-9a-f-]{36})/.exec(trainer.url())?.[1] ?? '';
    const step = async (page: Page, name: string, then: string): Promise<void> => {
      await page.goto(`${server.origin}/studio/courses/${course}/review`);
      await said(page, 'គ្មានអ្វីត្រូវកែទេ');
      await button(page, name).click();
      await said(page, then);
    };
    await button(trainer, 'ថតសំឡេង').click();
    await said(trainer, '១ វិនាទី');
    await button(trainer, 'ឈប់ថត').click();
    await said(trainer, 'សំឡេងត្រូវនឹងអក្សរ');
    await onServer(trainer);
    await trainer.goto(`${server.origin}/studio/courses/${course}`);
    for (const [name, km, en] of [
      ['ចំណងជើង', 'ផ្ញើសារជាសំឡេង', 'Send a voice message'],
      ['សង្ខេបវគ្គ', 'ថតសំឡេង ហើយផ្ញើ។', 'Record and send.'],
    ] as const) {
      const group = trainer.getByRole('group', { name: plain(name) }).first();
      await group.locator('textarea[lang=km]').fill(km);
      await group.locator('textarea[lang=en]').fill(en);
    }
    await onServer(trainer);
    await step(trainer, 'ផ្ញើឱ្យគេពិនិត្យ', 'កំពុងរង់ចាំអ្នកពិនិត្យ');
    await step(reviewer, 'អនុម័ត', 'បានអនុម័តហើយ');
    await step(trainer, 'ផ្សាយ', 'កំណែ ១ បានផ្សាយហើយ');
    const { slug, files } = (await (await fetch(`${server.origin}/api/library/courses/${course}/versions/latest`)).json()) as Manifest;
    expect(files.map(({ mediaType }) => mediaType)).toContain('audio/webm');
    const { page } = phone;
    await page.goto(server.origin);
    await until(
      async () => {
        await page.goto(`${server.origin}/course/${slug}`);
        return words(page);
      },
      (all) => all.includes('ផ្ញើសារជាសំឡេង'),
      20_000,
    );
    expect(phone.foreign).toEqual([]);
  }, 90_000);
});
