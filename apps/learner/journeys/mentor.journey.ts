import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { space } from '../../../tools/test/keyboard.ts';
import {
  closePhones,
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
import { documentOf, goOn } from '../../../tools/test/practice.ts';
import { signedOffInCountry } from '../../../tools/test/report.ts';
import { button, headed, link, looksWell, reads } from '../../../tools/test/seen.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { stored } from '../../../tools/test/stored.ts';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const CHANNA = '01938000-0000-7000-8000-000000000001';
const LESSON = documentOf<{ title: { km: string }; cards: { id: string; title: { km: string } }[] }>(
  'join-zoom',
  'lessons/leave-and-return',
);
const WORK = LESSON.cards.find(({ id }) => id === 'module-work')?.title.km ?? '';
const ANSWER = 'ចុចប៊ូតុងពណ៌បៃតង រួចរង់ចាំបន្តិច';

describe('somebody is stuck where there is no line, and a mentor helps', () => {
  let server: Server;
  let learner: Phone;
  let mentor: Phone;
  let code = '';

  beforeAll(async () => {
    server = await startServer();
    const { cards } = demoSignIns(server.databaseUrl);
    [learner, mentor] = [await openPhone(), await openPhone()];
    for (const [phone, card] of [
      [learner, cards[0]],
      [mentor, cards[4]],
    ] as const) {
      await welcome(phone.page, server.origin);
      await signInByCard(phone.page, card ?? '', '2580', true);
      await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    }
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** What axe, the keyboard and twice as large letters show to be wrong with a screen, and its picture. */
  const comesToLine = async ({ context, page }: Phone): Promise<void> => {
    await context.setOffline(false);
    await page.evaluate(() => void dispatchEvent(new Event('online')));
  };

  it('shows a mentor the way to the people on home, and the people on a phone without asking for anything', async () => {
    const { page } = mentor;
    await reads(page, 'អ្នករៀនដែលខ្ញុំជួយ', 'ផ្ញើរួចរាល់');
    await link(page, 'អ្នករៀនដែលខ្ញុំជួយ').click();
    await headed(page, 'អ្នកណាត្រូវជួយមុន');
    await reads(page, 'ចាន់ណា', 'សុភា');
    await looksWell(page, 'mentor-people-at-first');
    await link(page, 'បញ្ជីនេះរៀបតាមលំដាប់អ្វី').click();
    await headed(page, 'ច្បាប់');
    await looksWell(page, 'mentor-order');
    await page.goBack();
  }, 90_000);

  it('lets a learner who is stuck at a step ask for help without a line, and says that it is kept', async () => {
    const { page, context } = learner;
    await page.goto(`${server.origin}/course/join-zoom/leave-and-return`);
    await goOn(page);
    await goOn(page);
    await page.locator('sala-phone').waitFor();
    await until(
      () => page.evaluate(async () => (await caches.match('/practice.css')) !== undefined),
      (kept) => kept,
      30_000,
    );
    await context.setOffline(true);
    await link(page, 'ជំនួយ').click();
    await reads(page, 'សុំជំនួយពីអ្នកណែនាំ', LESSON.title.km);
    await looksWell(page, 'mentor-ask');
    await page.locator('textarea').fill('ខ្ញុំរកប៊ូតុងមិនឃើញ');
    await button(page, 'សុំជំនួយ').click();
    await reads(page, 'បានរក្សាទុកហើយ');
    await looksWell(page, 'mentor-asked');
    const asked = await stored<{ event: { kind: string; body: object } }>(page, 'event');
    expect(asked.find(({ event }) => event.kind === 'help.asked')?.event.body).toMatchObject({
      lessonId: 'leave-and-return',
      cardId: 'try',
      practiceId: 'leave-and-return',
      words: 'ខ្ញុំរកប៊ូតុងមិនឃើញ',
    });
    await button(page, 'ថយក្រោយ').click();
    await page.locator('sala-phone').waitFor();
  }, 90_000);

  it('brings the request to the mentor once both met the network, and shows the very screen where there is no line again', async () => {
    await comesToLine(learner);
    await until(
      () => stored<{ event: { kind: string }; state: string }>(learner.page, 'event'),
      (rows) => rows.some(({ event, state }) => event.kind === 'help.asked' && state === 'accepted'),
      30_000,
    );
    const { page, context } = mentor;
    await comesToLine(mentor);
    await reads(page, 'បានសុំជំនួយ');
    const [{ manifest } = { manifest: { files: [] } }] = await stored<{ manifest: { files: { path: string; sha256: string }[] } }>(
      page,
      'version',
    );
    const needed = manifest.files.filter(({ path }) => /^lessons\/|leave-and-return\.json$/.test(path));
    await until(
      async () => {
        const here = new Set((await stored<{ sha256: string }>(page, 'file')).map(({ sha256 }) => sha256));
        return needed.filter(({ sha256 }) => !here.has(sha256)).map(({ path }) => path);
      },
      (missing) => needed.length > 0 && missing.length === 0,
      60_000,
    );
    await context.setOffline(true);
    await looksWell(page, 'mentor-people');
    await link(page, 'ចាន់ណា').click();
    await headed(page, 'ចាន់ណា');
    await reads(page, 'ឆ្លើយសំណើជំនួយ');
    await looksWell(page, 'mentor-person');
    expect(await primary(page).getAttribute('href')).toBe('tel:012000101');
    await link(page, 'ឆ្លើយសំណើជំនួយ').click();
    await headed(page, 'សុំជំនួយ');
    await page.locator('sala-phone').waitFor();
    await reads(page, 'ខ្ញុំរកប៊ូតុងមិនឃើញ', LESSON.title.km);
    await looksWell(page, 'mentor-request');
  }, 150_000);

  it('takes the mentor’s answer, sign-off, visit and course without a line', async () => {
    const { page } = mentor;
    await primary(page).click();
    await reads(page, 'សូមសរសេរ ឬថតសំឡេងជាមុនសិន');
    await page.locator('textarea').fill(ANSWER);
    await primary(page).click();
    await headed(page, 'ចាន់ណា');
    expect(await words(page)).toContain('បានរក្សាទុក៖ ឆ្លើយសំណើជំនួយ');
    expect(await link(page, 'ឆ្លើយសំណើជំនួយ').count()).toBe(0);
    // Before this page is the list, not this page again.
    await page.goBack();
    await headed(page, 'អ្នកណាត្រូវជួយមុន');
    await page.goForward();
    await headed(page, 'ចាន់ណា');

    await link(page, 'បញ្ជាក់ការងារដែលធ្វើបាន').click();
    await button(page, WORK).click();
    await headed(page, WORK);
    for (const box of await page.locator('input[type=checkbox]').all()) await space(box);
    await reads(page, 'បានគូស ៤ ក្នុងចំណោម ៤');
    await looksWell(page, 'mentor-sign');
    await primary(page).click();
    await reads(page, 'ការងារបានបញ្ជាក់ហើយ');

    await link(page, 'កត់ត្រាការជួប').click();
    await headed(page, 'បានជួប');
    await looksWell(page, 'mentor-visit');
    await space(page.getByLabel(plain('ជួយក្នុងមេរៀន')));
    await primary(page).click();
    await reads(page, 'ការជួបពីមុន');

    await link(page, 'ឱ្យរៀនវគ្គណាមួយ').click();
    await headed(page, 'រៀនវគ្គណា');
    await looksWell(page, 'mentor-assign');
    await page.locator('main button.tile').first().click();
    await headed(page, 'ចាន់ណា');
    await looksWell(page, 'mentor-person-after');

    await link(page, 'ផ្ញើសារ').click();
    await headed(page, 'ផ្ញើសារ');
    await looksWell(page, 'mentor-message');
    await page.goBack();
    await link(page, 'កូដសម្រាប់លេខសម្ងាត់ថ្មី').click();
    await primary(page).click();
    await looksWell(page, 'mentor-code');
    code = ((await page.locator('.big-code').textContent()) ?? '').replace(/\D/g, '');
    expect(code).toHaveLength(8);
    await page.goto(`${server.origin}/mentor`);
    await reads(page, 'កិច្ចការ ៤ រង់ចាំផ្ញើ');
  }, 120_000);

  it('gives the learner the answer at home and at the card, and what was signed off; the report of the country counts it', async () => {
    await comesToLine(mentor);
    await until(
      () => stored<{ state: string }>(mentor.page, 'deed'),
      (deeds) => deeds.length === 4 && deeds.every(({ state }) => state === 'accepted'),
      30_000,
    );
    const { page } = learner;
    await page.goto(server.origin);
    await comesToLine(learner);
    await reads(page, ANSWER, 'បានឃើញលោកអ្នកធ្វើការងារនេះ', 'រតនា');
    await looksWell(page, 'mentor-answered');
    await button(page, 'បានអានហើយ').click();
    await page.goto(`${server.origin}/course/join-zoom/leave-and-return`);
    await page.locator('sala-phone').waitFor();
    await reads(page, ANSWER);
    await looksWell(page, 'mentor-at-the-card');
    await until(await signedOffInCountry(server), (people) => people === 1, 20_000);
  }, 90_000);

  it('lets the mentor look at an answer, and settle what was not the learner’s own', async () => {
    const [{ deviceId } = { deviceId: '' }] = await stored<{ deviceId: string }>(learner.page, 'event');
    const head = { learnerId: CHANNA, deviceId: randomUUID(), courseId: COURSE, version: 1, occurredAt: new Date().toISOString() };
    const event = (sequence: number, kind: string, body: object): object => ({ ...head, id: randomUUID(), sequence, kind, body });
    const at = { lessonId: 'leave-and-return' };
    const wrong = { ...at, questionId: 'leave-word', response: { kind: 'fill-word', word: 'Leav' }, score: 0, aid: 'alone' };
    const events = [1, 2, 3].map((n) => event(n, 'question.answered', wrong));
    events.push(event(4, 'attempt.disowned', { ...at, deviceId: head.deviceId, from: 1, to: 1 }));
    const request = { deviceId, clock: head.occurredAt, catalogue: '', learners: [], events };
    const accepted = await learner.page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch('/api/sync', { method: 'POST', headers, body: JSON.stringify(body) });
      return ((await reply.json()) as { accepted: string[] }).accepted.length;
    }, request);
    expect(accepted).toBe(4);

    const { page } = mentor;
    await page.goto(`${server.origin}/mentor`);
    await reads(page, 'ជាប់នៅ');
    await link(page, 'ចាន់ណា').click();
    await reads(page, 'អេក្រង់ដែលជាប់', 'ខុស ៣ ដង', 'ចម្លើយត្រឹមត្រូវ');
    await looksWell(page, 'mentor-stuck');
    await link(page, 'ពិនិត្យចម្លើយ').click();
    await reads(page, 'បានសរសេរ', 'Leav');
    await looksWell(page, 'mentor-mark');
    await primary(page).click();
    await headed(page, 'ចាន់ណា');
    await link(page, 'មិនមែនខ្ញុំទេ').click();
    await reads(page, 'តើអ្នកណាជាអ្នករៀន', 'សុភា');
    await looksWell(page, 'mentor-not-theirs');
    await button(page, 'សុភា').click();
    await headed(page, 'ចាន់ណា');
    await until(
      () => stored<{ state: string }>(page, 'deed'),
      (deeds) => deeds.length === 6 && deeds.every(({ state }) => state === 'accepted'),
      30_000,
    );
  }, 120_000);

  it('opens the learner’s profile by the mentor’s code while neither has a line', async () => {
    const { page, context } = learner;
    await until(
      () => stored<{ offline?: object }>(page, 'profile'),
      (profiles) => profiles.every(({ offline }) => offline !== undefined),
      60_000,
    );
    await context.setOffline(true);
    await page.goto(`${server.origin}/settings`);
    await button(page, 'ប្ដូរអ្នករៀន').click();
    await link(page, 'ចាន់ណា').click();
    await button(page, 'ភ្លេច').click();
    await primary(page).click();
    await tapDigits(page, code);
    await primary(page).click();
    await headed(page, 'ខ្ទង់');
    await tapDigits(page, '7391');
    await headed(page, 'ម្ដងទៀត');
    await tapDigits(page, '7391');
    await page.waitForURL((url) => url.pathname === '/');
    await comesToLine(learner);
    await until(
      () => stored<{ chosen?: object; offline?: object }>(page, 'profile'),
      (profiles) => profiles.every(({ chosen, offline }) => chosen === undefined && offline !== undefined),
      60_000,
    );
    expect([...learner.foreign, ...mentor.foreign, ...learner.complaints, ...mentor.complaints]).toEqual([]);
  }, 180_000);
});
