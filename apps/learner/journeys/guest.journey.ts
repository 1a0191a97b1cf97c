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
  type Phone,
} from '../../../tools/test/phone.ts';
import { goOn } from '../../../tools/test/practice.ts';
import { looksWell, reads } from '../../../tools/test/seen.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

describe('a guest on a phone', () => {
  let server: Server;
  let phone: Phone;
  let cards: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    ({ cards } = demoSignIns(server.databaseUrl));
    phone = await openPhone();
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  const onServer = (): Promise<string[]> =>
    onDatabase(server.databaseUrl, async (client) =>
      (await client.query<{ id: string }>('select id from learning_event order by id')).rows.map(({ id }) => id),
    );
  /** Ids of the events on the phone, with the state of each. */
  const onPhone = (page: Page): Promise<{ id: string; state: string; learnerId: string }[]> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('sala');
          opening.onerror = () => reject(new Error('closed'));
          opening.onsuccess = () => {
            const asked = opening.result.transaction('event').objectStore('event').getAll();
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result as { id: string; state: string; learnerId: string }[]);
            };
          };
        }),
    );
  async function beginAsGuest(page: Page, picture: string): Promise<void> {
    await page.getByRole('heading', { name: plain('រៀនជាភ្ញៀវ') }).waitFor();
    await page.getByRole('button', { name: picture, exact: true }).click();
    await primary(page).click();
  }

  it('starts at once, without a card or a PIN, and nothing of it is sent', async () => {
    const { page } = phone;
    await page.goto(server.origin);
    await page.getByRole('button', { name: plain('រៀនជាភ្ញៀវ') }).click();
    await page.getByRole('heading', { name: plain('រៀនជាភ្ញៀវ') }).waitFor();
    await looksWell(page, 'shared-phone-guest');
    await primary(page).click();
    await reads(page, 'សូមជ្រើសរូបមួយ ឬសរសេរឈ្មោះ');
    await beginAsGuest(page, 'ផ្កាឈូក');
    await reads(page, 'ចាប់ផ្ដើមរៀន');
    await looksWell(page, 'shared-phone-guest-home');
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
    );
    for (let card = 0; card < 3; card++) await goOn(page);
    expect((await onPhone(page)).map(({ state }) => state)).toEqual(['held', 'held', 'held', 'held']);
    expect(await onServer()).toEqual([]);
  }, 90_000);

  it('stands among the faces, and is opened by a tap', async () => {
    const { page } = phone;
    await page.goto(`${server.origin}/who`);
    await reads(page, 'ផ្កាឈូក');
    await looksWell(page, 'shared-phone-guest-face');
    await page.getByRole('link', { name: plain('ផ្កាឈូក') }).click();
    await reads(page, 'បន្តរៀន');
  });

  it('keeps all of it when the card comes: the same events, under the new name, once', async () => {
    const { page } = phone;
    const before = (await onPhone(page)).map(({ id }) => id);
    await page.getByRole('link', { name: plain('ខ្ញុំមានកាតហើយ') }).click();
    await tapDigits(page, cards[0] ?? '');
    await primary(page).click();
    await page.getByRole('heading', { name: /មែនទេ/ }).waitFor();
    await looksWell(page, 'shared-phone-guest-card');
    await primary(page).click();
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    await tapDigits(page, '2580');
    await page.getByRole('heading', { name: /ម្ដងទៀត/ }).waitFor();
    await tapDigits(page, '2580');
    await reads(page, 'បន្តរៀន');
    expect(await until(onServer, (ids) => ids.length >= before.length, 20_000)).toEqual([...before].sort());
    await until(
      () => onPhone(page),
      (rows) => rows.every(({ state }) => state === 'accepted') && new Set(rows.map(({ learnerId }) => learnerId)).size === 1,
    );
    await page.goto(`${server.origin}/who`);
    expect(await reads(page, 'សុខ ចាន់ណា')).not.toContain('ផ្កាឈូក');
  }, 60_000);

  it('finds no place as the thirteenth, nor does a card, and is told what to do', async () => {
    const { page } = phone;
    const pictures = ['ចានបាយ', 'ក្របី', 'ដើមត្នោត', 'ទូក', 'ផ្ទះ', 'ត្រី', 'ផ្កាឈូក', 'កង់', 'ស្គរ', 'ព្រះអាទិត្យ'];
    for (const picture of pictures) {
      await page.goto(`${server.origin}/guest`);
      await beginAsGuest(page, picture);
      await page.waitForURL((url) => url.pathname === '/');
    }
    await page.goto(`${server.origin}/guest`);
    await page.getByRole('textbox').fill('ធារ៉ា');
    await primary(page).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${server.origin}/guest`);
    await page.getByRole('textbox').fill('ពិសិដ្ឋ');
    await primary(page).click();
    await reads(page, 'មានអ្នករៀន ១២ នាក់ហើយ');
    await looksWell(page, 'shared-phone-full-guest');
    await page.goto(`${server.origin}/card`);
    await tapDigits(page, cards[1] ?? '');
    await primary(page).click();
    await reads(page, 'មានអ្នករៀន ១២ នាក់ហើយ');
    await looksWell(page, 'shared-phone-full-card');
    await page.goto(`${server.origin}/who`);
    await reads(page, 'ព្រះអាទិត្យ');
    await looksWell(page, 'shared-phone-full-faces');
  }, 120_000);

  it('is warned before unsent work goes with somebody who leaves, and everything of theirs goes then', async () => {
    const { page, context } = await openPhone();
    await welcome(page, server.origin);
    await signInByCard(page, cards[3] ?? '', '2580', true);
    await reads(page, 'ចាប់ផ្ដើមរៀន');
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
    );
    await until(
      () => onPhone(page),
      (rows) => rows.length === 1 && rows.every(({ state }) => state === 'accepted'),
      20_000,
    );
    await context.setOffline(true);
    await goOn(page);
    await page.getByRole('button', { name: plain('ថយក្រោយ') }).click();
    await page.getByRole('button', { name: plain('ថយក្រោយ') }).click();
    await page.getByRole('link', { name: plain('ថយក្រោយ') }).click();
    await page.getByRole('link', { name: plain('ការកំណត់') }).click();
    await page.getByRole('button', { name: plain('យកឈ្មោះខ្ញុំចេញ') }).click();
    await page.getByRole('button', { name: plain('បាទ/ចាស យកចេញ') }).click();
    await reads(page, 'នៅមាន ១ មេរៀនមិនទាន់បានផ្ញើ');
    await looksWell(page, 'shared-phone-leave-unsent');
    await page.getByRole('button', { name: plain('ផ្ញើជាមុនសិន') }).click();
    await reads(page, 'ផ្ញើមិនទាន់បានទេ');
    await context.setOffline(false);
    await page.getByRole('button', { name: plain('ផ្ញើជាមុនសិន') }).click();
    await page.waitForURL('**/card');
    expect(await onPhone(page)).toEqual([]);
    expect((await onServer()).length).toBe(6);
  }, 90_000);
});
