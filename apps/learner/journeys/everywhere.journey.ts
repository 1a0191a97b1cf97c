import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  answer,
  closePhones,
  faults,
  heading,
  openPhone,
  primary,
  signInByCard,
  tapDigits,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { goOn } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const PLACES = [
  '/',
  '/course/join-zoom',
  '/course/join-zoom/keep',
  '/course/join-zoom/install-and-test',
  '/progress',
  '/search',
  '/settings',
  '/help',
  '/phones',
  '/phones/send',
  '/phones/carry',
  '/phones/take',
  '/phones/give/join-zoom',
];

describe('every screen of the learner app', () => {
  let server: Server;
  let cards: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    ({ cards } = demoSignIns(server.databaseUrl));
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** Opens each place and gives what is wrong there, with letters of each of these sizes ('' is the phone's own, 20 px). */
  async function faultsEverywhere({ page }: Phone, ...fontSizes: string[]): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const place of PLACES) {
      await page.goto(`${server.origin}${place}`);
      await until(() => heading(page), Boolean);
      await page.waitForLoadState('networkidle');
      for (const fontSize of fontSizes) {
        await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), fontSize);
        const wrong = await faults(page);
        if (wrong.length > 0) found[`${place} ${fontSize}`] = wrong;
      }
    }
    return found;
  }

  it('is accessible on the way in, in Khmer', async () => {
    const { page } = await openPhone();
    await page.goto(server.origin);
    await until(() => heading(page), Boolean);
    expect(await faults(page)).toEqual([]);
    await primary(page).click();
    await page.waitForURL('**/card');
    expect(await faults(page)).toEqual([]);
    await tapDigits(page, cards[1] ?? '');
    await primary(page).click();
    await page.getByRole('heading', { name: /មែនទេ/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    await primary(page).click();
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('is accessible inside, in Khmer and English, light and dark, at 360 px, 320 px and large text', async () => {
    const phone = await openPhone();
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, cards[2] ?? '', '2580', true);
    await until(
      () => words(phone.page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    expect(await faultsEverywhere(phone, '', '40px')).toEqual({});
    await phone.page.goto(`${server.origin}/settings`);
    await phone.page.getByRole('radio', { name: 'English' }).check({ force: true });
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.page.setViewportSize({ width: 320, height: 640 });
    expect(await faultsEverywhere(phone, '')).toEqual({});
    await phone.page.setViewportSize({ width: 360, height: 640 });
    expect(await faultsEverywhere(phone, '40px')).toEqual({});
  }, 180_000);

  it('teaches a question accessibly: before, after a wrong and after a right answer', async () => {
    const { page } = await openPhone();
    await welcome(page, server.origin);
    await signInByCard(page, cards[3] ?? '', '2580', true);
    await until(
      () => words(page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
    );
    for (let card = 0; card < 5; card++) {
      expect(await faults(page)).toEqual([]);
      await goOn(page);
    }
    expect(await faults(page)).toEqual([]);
    await answer(page, /ពីតំណ/);
    expect(await faults(page)).toEqual([]);
    await primary(page).click();
    await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
    await answer(page, /Play Store/);
    expect(await faults(page)).toEqual([]);
  }, 60_000);

  it('can be used with the keyboard alone', async () => {
    const { page } = await openPhone();
    await page.goto(server.origin);
    await until(() => heading(page), Boolean);
    const tabTo = async (label: RegExp): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (label.test(text.replace(/[\u200b\u2060]/g, ''))) return;
      }
      throw new Error(`Tab never came to ${label}`);
    };
    await tabTo(/^\s*បន្ត/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/card');
    await page.keyboard.type(cards[0] ?? '');
    await tabTo(/^\s*បន្ត/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /មែនទេ/ }).waitFor();
    await tabTo(/នេះជាខ្ញុំ/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    await page.keyboard.type('2580');
    await page.getByRole('heading', { name: /ម្ដងទៀត/ }).waitFor();
    await page.keyboard.type('2580');
    await until(
      () => words(page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    await tabTo(/ចាប់ផ្ដើមរៀន/);
    await page.keyboard.press('Enter');
    await until(
      () => heading(page),
      (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
    );
  }, 60_000);

  it('still teaches over plain HTTP on another host, and says in a sentence why it can’t be kept', async () => {
    const { port } = new URL(server.origin);
    const phone = await openPhone({ flags: ['--host-resolver-rules=MAP sala.test 127.0.0.1'] });
    const there = await startServer({ HOST: '127.0.0.1' });
    try {
      const origin = `http://sala.test:${new URL(there.origin).port}`;
      expect(new URL(there.origin).port).not.toBe(port);
      await welcome(phone.page, origin);
      await signInByCard(phone.page, cards[0] ?? '', '2580', true);
      await until(
        () => words(phone.page),
        (text) => text.includes('https') && text.includes('ចាប់ផ្ដើមរៀន'),
        20_000,
      );
      await primary(phone.page).click();
      await until(
        () => heading(phone.page),
        (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
      );
    } finally {
      await there.close();
    }
  }, 90_000);

  it('finds a lesson without spaces and in another encoding, also with the server gone', async () => {
    const phone = await openPhone();
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, cards[4] ?? '', '2580', true);
    await until(
      () => words(phone.page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    await phone.page.goto(`${server.origin}/search`);
    for (const query of ['តាមតំណ', 'តាម តំណភ្ជាប់', 'ដំឡេីង', 'zoom']) {
      await phone.page.getByRole('searchbox').fill(query);
      expect(
        await until(
          () => words(phone.page),
          (text) => /ចូលតាមតំណភ្ជាប់|ដំឡើង និងសាកល្បង/.test(text),
        ),
      ).not.toContain('រកមិនឃើញ');
    }
    await phone.page.getByRole('searchbox').fill('ព្រះចន្ទ');
    await until(
      () => words(phone.page),
      (text) => text.includes('រកមិនឃើញ'),
    );
  }, 60_000);
});
