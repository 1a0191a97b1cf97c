import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
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
import { goOn } from '../../../tools/test/practice.ts';
import { button, headed, looksWell, reads } from '../../../tools/test/seen.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const [CHANNA, SOPHEA, VANNAK] = ['ចាន់ណា', 'សុភា', 'វណ្ណៈ'] as const;
const PICTURES = ['ក្របី', 'ផ្ទះ', 'កង់', 'ព្រះអាទិត្យ'] as const;
const OFFER = 'ចាប់ផ្ដើមរៀន';
const GO_ON = 'បន្តរៀន';

describe('one phone, many people', () => {
  let server: Server;
  let phone: Phone;
  let cards: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    ({ cards } = demoSignIns(server.databaseUrl));
    phone = await openPhone();
    await phone.page.clock.install();
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** What axe and twice as large letters show to be wrong with a screen, and its picture. */
  /** What the one big button of the home page says. */
  const offers = (page: Page, text: string): Promise<string> =>
    until(
      async () => ((await primary(page).textContent({ timeout: 20_000 })) ?? '').replace(/[\u200b\u2060]/g, '').trim(),
      (now) => now === text,
      20_000,
    );
  async function tapPictures(page: Page): Promise<void> {
    for (const picture of PICTURES) await page.getByRole('button', { name: picture, exact: true }).click();
  }
  /** Closes the open profile; the faces come. */
  async function changePerson(page: Page): Promise<void> {
    await page.goto(`${server.origin}/settings`);
    await button(page, 'ប្ដូរអ្នករៀន').click();
    await headed(page, 'នរណាជាអ្នករៀន');
  }
  async function enter(page: Page, name: string, code: () => Promise<void>): Promise<void> {
    await page.getByRole('link', { name: plain(name) }).click();
    await headed(page, 'សម្ងាត់');
    await code();
  }
  const events = (learner: string): Promise<{ id: string; learner_id: string }[]> =>
    onDatabase(server.databaseUrl, async (client) => {
      const query = `select e.id, e.learner_id from learning_event e join person p on p.id = e.learner_id where p.given_name = $1 order by e.id`;
      return (await client.query<{ id: string; learner_id: string }>(query, [learner])).rows;
    });

  it('brings three people onto it, one of whom chooses pictures for a PIN', async () => {
    const { page } = phone;
    await page.goto(server.origin);
    await headed(page, 'សូមស្វាគមន៍');
    await looksWell(page, 'shared-phone-welcome');
    await welcome(page, server.origin);
    await signInByCard(page, cards[0] ?? '', '2580', true);
    await offers(page, OFFER);
    await primary(page).click();
    await headed(page, 'ត្រៀមមុនមួយថ្ងៃ');
    for (let card = 0; card < 3; card++) await goOn(page);
    await changePerson(page);

    await page.getByRole('link', { name: plain('បន្ថែមអ្នករៀនម្នាក់ទៀត') }).click();
    await tapDigits(page, cards[1] ?? '');
    await primary(page).click();
    await headed(page, 'មែនទេ');
    await primary(page).click();
    await headed(page, 'ខ្ទង់');
    await looksWell(page, 'shared-phone-choose-pin');
    await button(page, 'ប្រើរូបភាពជំនួសលេខ').click();
    await headed(page, 'រូបភាពសម្ងាត់ ៤');
    await looksWell(page, 'shared-phone-choose-pictures');
    await tapPictures(page);
    await headed(page, 'ម្ដងទៀត');
    await tapPictures(page);
    await offers(page, OFFER);

    await changePerson(page);
    await page.goto(`${server.origin}/card`);
    await signInByCard(page, cards[2] ?? '', '1470', true);
    await offers(page, OFFER);
    await changePerson(page);
    expect((await words(page)).match(/សុខ ចាន់ណា|ចាន់ សុភា|កែវ វណ្ណៈ/g)).toHaveLength(3);
    await looksWell(page, 'shared-phone-faces');
  }, 120_000);

  it('switches between them without internet, and shows nothing of one to the next', async () => {
    const { page, context } = phone;
    await until(() => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state)), (state) => state === 'activated', 40_000); // prettier-ignore
    await until(
      () => events(CHANNA),
      (rows) => rows.length === 4,
      20_000,
    );
    await page.reload();
    await context.setOffline(true);
    await headed(page, 'នរណាជាអ្នករៀន');
    await enter(page, CHANNA, () => tapDigits(page, '2580'));
    await offers(page, GO_ON);
    await page.goto(`${server.origin}/progress`);
    expect(await reads(page, 'កំពុងរៀន')).not.toContain('មិនទាន់បានរៀន');
    await changePerson(page);
    await page.getByRole('link', { name: plain(SOPHEA) }).click();
    await headed(page, 'ចុចរូបភាពសម្ងាត់');
    await looksWell(page, 'shared-phone-enter-pictures');
    await tapPictures(page);
    await offers(page, OFFER);
    await page.goto(`${server.origin}/progress`);
    await reads(page, 'មិនទាន់បានរៀននៅឡើយ');
    await page.goto(`${server.origin}/words`);
    await reads(page, 'មិនទាន់មានពាក្យ');
    await changePerson(page);
    await enter(page, VANNAK, () => tapDigits(page, '1470'));
    await offers(page, OFFER);
    await context.setOffline(false);
  }, 120_000);

  it('holds only the work of one who was taken from it, and sends it after the card', async () => {
    const { page } = phone;
    await onDatabase(server.databaseUrl, (client) =>
      client.query(`delete from device_learner where person_id = (select id from person where given_name = $1)`, [CHANNA]),
    );
    await changePerson(page);
    await enter(page, CHANNA, () => tapDigits(page, '2580'));
    await offers(page, GO_ON);
    await primary(page).click();
    await goOn(page);
    await page.goto(`${server.origin}/progress`);
    await reads(page, 'សូមបង្ហាញកាតម្ដងទៀត');
    await looksWell(page, 'shared-phone-card-needed');
    await changePerson(page);
    await enter(page, VANNAK, () => tapDigits(page, '1470'));
    await offers(page, OFFER);
    await primary(page).click();
    await headed(page, 'ត្រៀមមុនមួយថ្ងៃ');
    await until(
      () => events(VANNAK),
      (rows) => rows.length === 1,
      20_000,
    );
    expect(await events(CHANNA)).toHaveLength(4);

    await page.goto(`${server.origin}/card`);
    await signInByCard(page, cards[0] ?? '', '2580', false);
    await until(
      () => events(CHANNA),
      (rows) => rows.length === 5,
      20_000,
    );
  }, 120_000);

  it('returns to the faces when it is laid down, and only its learner finds the answer that was half given', async () => {
    const { page } = phone;
    await changePerson(page);
    await enter(page, CHANNA, () => tapDigits(page, '2580'));
    await offers(page, GO_ON);
    await primary(page).click();
    while (!(await heading(page)).includes('តើត្រូវយកកម្មវិធី Zoom')) await goOn(page);
    const chosen = page.locator('label.choice', { hasText: plain('Play Store') });
    await chosen.click();
    await page.clock.fastForward('04:30');
    await page.mouse.click(5, 300);
    await page.clock.fastForward('04:30');
    expect(await heading(page)).toContain('តើត្រូវយកកម្មវិធី Zoom');
    await page.clock.fastForward('01:00');
    await headed(page, 'នរណាជាអ្នករៀន');
    await enter(page, VANNAK, () => tapDigits(page, '1470'));
    await offers(page, GO_ON);
    await page
      .locator('header')
      .getByRole('link', { name: plain('អ្នករៀន') })
      .click();
    await headed(page, 'នរណាជាអ្នករៀន');
    await enter(page, CHANNA, () => tapDigits(page, '2580'));
    await headed(page, 'តើត្រូវយកកម្មវិធី Zoom');
    expect(await chosen.locator('input').isChecked()).toBe(true);
  }, 120_000);

  it('takes somebody’s word that it was another who learned, and a mentor moves it', async () => {
    const { page } = phone;
    await page.goto(`${server.origin}/progress`);
    await page.getByRole('link', { name: plain('អ្នកដែលរៀនមិនមែនខ្ញុំទេ') }).click();
    await headed(page, 'អ្នកដែលរៀនមិនមែនខ្ញុំទេ');
    await button(page, 'ដំឡើង និងសាកល្បងមុនមួយថ្ងៃ').waitFor();
    await looksWell(page, 'shared-phone-not-me');
    await button(page, 'ដំឡើង និងសាកល្បងមុនមួយថ្ងៃ').click();
    await headed(page, 'នរណាជាអ្នករៀន');
    await looksWell(page, 'shared-phone-not-me-whose');
    await button(page, SOPHEA).click();
    await headed(page, 'បានកត់ទុក');
    await looksWell(page, 'shared-phone-not-me-told');

    const mentor = await openPhone();
    await welcome(mentor.page, server.origin);
    await signInByCard(mentor.page, cards[4] ?? '', '2580', true);
    const open = () =>
      mentor.page.evaluate(async () => (await fetch('/api/progress/disowned?place=010201')).json()) as Promise<
        { id: string; learnerId: string; whose: string }[]
      >;
    const [told] = await until(open, (rows) => rows.length === 1, 20_000);
    const status = await mentor.page.evaluate(
      async ({ id, learnerId, whose }) => {
        const headers = { 'content-type': 'application/json' };
        return (
          await fetch(`/api/progress/${learnerId}/moves`, { method: 'POST', headers, body: JSON.stringify({ disowned: id, to: whose }) })
        ).status;
      },
      told ?? { id: '', learnerId: '', whose: '' },
    );
    expect(status).toBe(200);

    await page.goto(server.origin);
    await offers(page, OFFER);
    await changePerson(page);
    await page.getByRole('link', { name: plain(SOPHEA) }).click();
    await headed(page, 'ចុចរូបភាពសម្ងាត់');
    await tapPictures(page);
    await offers(page, GO_ON);
  }, 120_000);
});
