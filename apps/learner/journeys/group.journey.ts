import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  answer,
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  primary,
  signInByCard,
  tapDigits,
  until,
  welcome,
  wideAtTwice,
  words,
} from '../../../tools/test/phone.ts';
import { documentOf, goOn, rehearse } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';

const COURSE = 'join-zoom';
const LESSON = 'install-and-test';
const PINS = ['2580', '1470', '3690', '1590'];

interface Option {
  text: { km: string };
  correct: boolean;
}
interface Card {
  kind: string;
  mode?: string;
  question?: { prompt: { km: string }; options: Option[] };
}
const lesson = documentOf<{ title: { km: string }; cards: Card[] }>(COURSE, `lessons/${LESSON}`);
const questions = lesson.cards.flatMap(({ question }) => (question ? [question] : []));

describe('four faces on one phone, three of them in a group', () => {
  let server: Server;
  let context: BrowserContext;
  let page: Page;
  let names: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    ({ context, page } = await openPhone());
    await welcome(page, server.origin);
    const { cards } = demoSignIns(server.databaseUrl);
    for (const [n, pin] of PINS.entries()) {
      await page.goto(`${server.origin}/card`);
      await signInByCard(page, cards[n] ?? '', pin, true);
    }
    await page.goto(`${server.origin}/course/${COURSE}/keep`);
    await page.getByRole('button', { name: plain('ទាញយក') }).click();
    await said('វគ្គនេះនៅក្នុងទូរសព្ទហើយ', 60_000);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
  }, 180_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  const said = (text: string, milliseconds?: number): Promise<string> =>
    until(
      () => words(page),
      (all) => all.includes(text),
      milliseconds,
    );
  const clean = (text: string): string => text.replace(/[\u200b\u2060]/g, '').trim();
  const titled = (text: string): Promise<string> =>
    until(
      () => heading(page),
      (now) => now === text,
    );
  const face = (n: number) => page.locator('.tile.person').filter({ hasText: plain(names[n] ?? '') });
  const turn = async (): Promise<string> => clean(await page.locator('.turn').innerText());
  const look = async (name: string): Promise<void> => {
    await shot(page, `group-${name}`);
    expect([name, await faults(page), await wideAtTwice(page)]).toEqual([name, [], []]);
  };

  async function call(n: number): Promise<void> {
    await face(n).click();
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    await tapDigits(page, PINS[n] ?? '');
    await titled('តើអ្នកណានៅទីនេះ?');
    await until(
      () => face(n).getAttribute('aria-pressed'),
      (pressed) => pressed === 'true',
    );
  }

  /** Answers the question that is shown: rightly, or with nothing but its first wrong answer. */
  async function answerShown(rightly: boolean): Promise<void> {
    const prompt = await until(
      () => heading(page),
      (now) => questions.some((one) => clean(one.prompt.km) === now),
    );
    const asked = questions.find((one) => clean(one.prompt.km) === prompt);
    const chosen = asked?.options.filter((option) => option.correct === rightly) ?? [];
    const some = rightly ? chosen : chosen.slice(0, 1);
    await answer(page, ...some.map((option) => plain(clean(option.text.km))));
  }

  /** Leaves an answered question; a wrong one may be tried again, so it is answered until its answer is told. */
  async function leaveQuestion(): Promise<void> {
    const before = await heading(page);
    for (let tries = 0; tries < 4; tries++) {
      const again = /ម្ដងទៀត/.test(clean(await primary(page).innerText()));
      if (!again) break;
      await primary(page).click();
      await answerShown(false);
    }
    await primary(page).click();
    await until(
      () => heading(page),
      (now) => now !== before,
    );
  }

  it('calls the roll: each is here by the own PIN, and one is not enough', async () => {
    // A new start of the app: nobody's profile is open.
    await page.close();
    page = await context.newPage();
    await page.goto(`${server.origin}/who`);
    await page.locator('.tile.person').first().waitFor();
    names = (await page.locator('.tile.person .strong').allInnerTexts()).map(clean);
    expect(names).toHaveLength(4);
    await page.getByRole('link', { name: plain('រៀនជាក្រុម') }).click();
    await titled('តើអ្នកណានៅទីនេះ?');
    await call(0);
    await primary(page).click();
    await said('ក្រុមត្រូវមានយ៉ាងតិចពីរនាក់');
    await look('too-few');
    await call(1);
    await call(2);
    await look('roll-call');
  }, 60_000);

  it('takes the lesson in turns, and goes on where it was when the app was killed', async () => {
    await primary(page).click();
    await titled('តើក្រុមរៀនមេរៀនណា?');
    await look('choice');
    await page
      .locator('.tile')
      .filter({ hasText: plain(lesson.title.km) })
      .first()
      .click();
    await page.locator('.turn').waitFor();
    const holders = [await turn()];
    await look('turn');
    for (const card of lesson.cards) {
      if (card.kind === 'practice' && card.mode === 'try') {
        await page.locator('sala-practice-card').waitFor();
        await rehearse(page, COURSE, LESSON);
        // Who has practised hands the phone on; the same card can be played by the next.
        holders.push(await until(turn, (now) => now !== holders.at(-1)));
        await look('handed-on');
        await page.close();
        page = await context.newPage();
        await page.goto(`${server.origin}/group`);
        await page.locator('sala-practice-card').waitFor();
        expect(await turn()).toBe(holders.at(-1));
      }
      if (card.kind === 'question') {
        await answerShown(true);
        const isLast = card.question === questions.at(-1);
        await leaveQuestion();
        if (!isLast || (await page.locator('.turn').count())) holders.push(await until(turn, (now) => now !== holders.at(-1)));
      } else if (card === lesson.cards.at(-1)) await primary(page).click();
      else await goOn(page);
    }
    await titled('ឥឡូវ ម្នាក់ៗធ្វើម្នាក់ឯង');
    const order = [0, 1, 2, 0, 1].map((n) => `វេន៖ ${names[n]}`);
    expect(holders).toEqual(order.slice(0, holders.length));
    expect(new Set(holders).size).toBe(3);
  }, 180_000);

  it('ends with a check of each; who was absent can do none', async () => {
    expect(await face(3).count()).toBe(0);
    for (const [n, rightly] of [true, true, false].entries()) {
      await face(n).click();
      await until(turn, (now) => now === `ធ្វើម្នាក់ឯង៖ ${names[n]}`);
      if (n === 0) await look('check');
      for (const _ of questions) {
        await answerShown(rightly);
        await leaveQuestion();
      }
      await titled('ឥឡូវ ម្នាក់ៗធ្វើម្នាក់ឯង');
    }
    expect(clean(await face(0).innerText())).toContain('ជាប់ហើយ ជាមួយក្រុម');
    expect(clean(await face(2).innerText())).toContain('មិនទាន់ជាប់');
    await look('checks');
    await page.getByRole('button', { name: plain('បញ្ចប់ក្រុម') }).click();
    await page.locator('a.tile.person').first().waitFor();
  }, 120_000);

  it('gives each their own history, marked as with the group, and the absent none', async () => {
    await context.setOffline(false);
    await page.goto(`${server.origin}/who`);
    const rows = await until(
      () =>
        onDatabase(
          server.databaseUrl,
          async (client) =>
            (
              await client.query<{ name: string; kind: string; aid: string | null; count: string }>(
                `select p.family_name || ' ' || p.given_name as name, e.kind, e.body->>'aid' as aid, count(*)
                   from learning_event e join person p on p.id = e.learner_id group by 1, 2, 3 order by 1, 2, 3`,
              )
            ).rows,
        ),
      (all) => all.filter((row) => row.kind === 'lesson.completed').length === 2,
      30_000,
    );
    const of = (n: number, kind: string) => rows.filter((row) => row.name === names[n] && row.kind === kind);
    for (const n of [0, 1, 2]) expect(Number(of(n, 'card.seen')[0]?.count)).toBeGreaterThanOrEqual(lesson.cards.length);
    expect(rows.filter((row) => row.aid !== null && row.aid !== 'group')).toEqual([]);
    expect([0, 1, 2].map((n) => of(n, 'lesson.completed').length)).toEqual([1, 1, 0]);
    expect(of(0, 'practice.done')).toHaveLength(1);
    expect(rows.filter((row) => row.name === names[3])).toEqual([]);

    await page
      .locator('a.tile.person')
      .filter({ hasText: plain(names[1] ?? '') })
      .click();
    await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
    await tapDigits(page, PINS[1] ?? '');
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${server.origin}/progress`);
    await said('រៀនចប់ ជាមួយក្រុម');
    await look('progress');
  }, 60_000);
});
