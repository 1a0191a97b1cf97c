import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  answer,
  closePhones,
  heading,
  next,
  openPhone,
  primary,
  signInByCard,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { goOn, rehearse } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const PIN = '2580';

interface Row {
  lesson_id: string;
  completed: boolean;
  events: string;
}

describe('an official takes two lessons', () => {
  let server: Server;
  let phone: Phone;
  let card = '';

  beforeAll(async () => {
    server = await startServer();
    card = demoSignIns(server.databaseUrl).cards[0] ?? '';
    phone = await openPhone();
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** What stands in PostgreSQL: completed lessons, and how many events of each were stored. */
  const stored = (): Promise<Row[]> =>
    onDatabase(server.databaseUrl, async (client) => {
      const { rows } = await client.query<Row>(
        `SELECT e.lesson_id, e.events, coalesce((p.facts->>'completed')::boolean, false) AS completed
         FROM (SELECT learner_id, body->>'lessonId' AS lesson_id, count(*) AS events FROM learning_event GROUP BY 1, 2) e
         LEFT JOIN lesson_progress p USING (learner_id, lesson_id) ORDER BY 1`,
      );
      return rows;
    });

  it('is brought onto the phone by a card and chooses a PIN', async () => {
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, card, PIN, true);
    await until(
      () => words(phone.page),
      (text) => text.includes('ដំឡើង និងសាកល្បងមុនមួយថ្ងៃ') && text.includes('ចាប់ផ្ដើមរៀន'),
    );
    expect(await heading(phone.page)).toBe('មេរៀនថ្ងៃនេះ');
  });

  it('takes lesson 7.1 in Khmer, trying what it shows, with kind feedback for each answer', async () => {
    const { page } = phone;
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'ត្រៀមមុនមួយថ្ងៃ',
    );
    await next(page);
    await goOn(page);
    await rehearse(page, 'join-zoom', 'install-and-test');
    for (let card = 0; card < 3; card++) await next(page);
    expect(await heading(page)).toBe('តើត្រូវយកកម្មវិធី Zoom ពីណា?');
    await answer(page, /ពីតំណ/);
    expect(await words(page)).toContain('តំណក្នុងសារអាចនាំទៅកម្មវិធីក្លែងក្លាយ');
    await primary(page).click();
    await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
    await answer(page, /Play Store/);
    expect(await words(page)).toContain('Play Store គឺជាកន្លែងមានសុវត្ថិភាព');
    await next(page);
  });

  it('goes on when the server is killed in the middle, also after a reload', async () => {
    const { page } = phone;
    await until(
      () => page.evaluate(() => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true)),
      Boolean,
      40_000,
    );
    // The rest of the course comes quietly, a moment after the first card.
    await page.waitForTimeout(4_000);
    await server.stop('SIGKILL');
    await next(page);
    await next(page);
    expect(await heading(page)).toBe('ទូរសព្ទសួរថា Zoom អាចប្រើមីក្រូហ្វូនឬទេ។ តើត្រូវចុចអ្វី?');
    await page.reload();
    await until(
      () => heading(page),
      (now) => now.startsWith('ទូរសព្ទសួរ') || now.includes('ខ្ទង់') || now.includes('នរណា'),
    );
    await page.goto(`${server.origin}/course/join-zoom/install-and-test`);
    await until(
      () => heading(page),
      (now) => now.startsWith('ទូរសព្ទសួរថា Zoom'),
    );
    await answer(page, /Allow · /);
    for (let card = 0; card < 2; card++) await next(page);
    await answer(page, /ដំឡើងកម្មវិធី/, /សាកសំឡេង/, /សាកថ្ម/);
    await next(page);
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'រៀនចប់ហើយ!',
    );
    expect(await words(page)).toContain('លោកអ្នកឆ្លើយត្រូវ ៣ ក្នុងចំណោម ៣');
  });

  it('takes lesson 7.2 without a server, does its practice alone, and sees the progress', async () => {
    const { page } = phone;
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'រកមើលតំណក្នុងសារ',
    );
    for (let card = 0; card < 4; card++) await goOn(page);
    await answer(page, /us05web/);
    for (let card = 0; card < 3; card++) await next(page);
    await answer(page, /សុខ ដារា/);
    for (let card = 0; card < 2; card++) await next(page);
    await answer(page, /^រង់ចាំ/);
    await next(page);
    await rehearse(page, 'join-zoom', 'join-by-link');
    await next(page);
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now === 'រៀនចប់ហើយ!',
    );
    await page.goto(`${server.origin}/progress`);
    await until(
      () => words(page),
      (text) => text.includes('រៀនចប់ ២ មេរៀន'),
    );
  });

  it('finds all of it in PostgreSQL, once, after the server is back', async () => {
    await server.start();
    const rows = await until(stored, (all) => all.length === 2 && all.every((row) => row.completed), 60_000);
    expect(rows.map((row) => row.lesson_id)).toEqual(['install-and-test', 'join-by-link']);
    const before = rows.map((row) => row.events);
    await phone.page.goto(server.origin);
    await until(
      () => words(phone.page),
      (text) => text.includes('ផ្ញើរួចរាល់'),
      30_000,
    );
    expect((await stored()).map((row) => row.events)).toEqual(before);
  });

  it('shows it on a second phone of the same person, who needs the PIN there', async () => {
    const second = await openPhone();
    await welcome(second.page, server.origin);
    await signInByCard(second.page, card, PIN, false);
    await second.page.goto(`${server.origin}/progress`);
    await until(
      () => words(second.page),
      (text) => text.includes('រៀនចប់ ២ មេរៀន ក្នុងចំណោម ៨'),
      20_000,
    );
    expect(second.foreign).toEqual([]);
    expect(second.complaints).toEqual([]);
  });

  it('asked no other host for anything and broke no policy', () => {
    expect(phone.foreign).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });
});
