import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { unreachable } from '../../../tools/test/keyboard.ts';
import {
  closePhones,
  faults,
  openPhone,
  plain,
  primary,
  signInByCard,
  until,
  welcome,
  wideAtTwice,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { goOn } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';

const YEAR_MS = 365 * 86_400_000;

describe('what is sent, in words, colour and sound', () => {
  let server: Server;
  let cards: string[] = [];
  let phone: Phone;

  beforeAll(async () => {
    server = await startServer();
    ({ cards } = demoSignIns(server.databaseUrl));
    phone = await openPhone();
    await hearing(phone.context);
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, cards[0] ?? '', '2580', true);
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  /** Notes down what is played. */
  const hearing = async (context: BrowserContext): Promise<void> => {
    await context.addInitScript(() => {
      const start = OscillatorNode.prototype.start;
      const heard: number[] = ((globalThis as unknown as { heard: number[] }).heard = []);
      OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
        heard.push(this.frequency.value);
        return start.apply(this, when);
      };
    });
  };
  const heard = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard.splice(0));
  const said = (page: Page, ...sentences: string[]): Promise<string> =>
    until(
      () => words(page),
      (text) => sentences.every((sentence) => text.includes(sentence)),
      30_000,
    );
  const wrong = async (page: Page): Promise<string[]> => [
    ...(await faults(page)),
    ...(await unreachable(page)),
    ...(await wideAtTwice(page)),
  ];

  it('tells on home and in settings that all is sent, and when that was', async () => {
    const { page } = phone;
    await page.goto(`${server.origin}/course/join-zoom/install-and-test`);
    await goOn(page);
    await page.goto(server.origin);
    await said(page, 'ផ្ញើរួចរាល់', 'ផ្ញើចុងក្រោយ ថ្ងៃនេះ ម៉ោង');
    await shot(page, 'sending-home');
    expect(await wrong(page)).toEqual([]);
    await page.getByRole('link', { name: plain('ការកំណត់') }).click();
    await said(page, 'ផ្ញើរួចរាល់', 'ផ្ញើចុងក្រោយ ថ្ងៃនេះ ម៉ោង');
    await page.getByRole('switch', { name: plain('បន្លឺសំឡេងខ្លី') }).check({ force: true });
    await shot(page, 'sending-settings');
    expect(await wrong(page)).toEqual([]);
  }, 90_000);

  it('gives a short tone when that changes, now that the learner likes to hear it', async () => {
    const { page } = phone;
    await heard(page);
    await server.stop('SIGKILL');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await said(page, 'គ្មានអ៊ីនធឺណិត');
    await until(
      () => heard(page),
      (notes) => String(notes) === '523,523',
    );
    await server.start();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await said(page, 'ផ្ញើរួចរាល់');
    await until(
      () => heard(page),
      (notes) => String(notes) === '523,784',
    );
  }, 90_000);

  it('explains what the server refused, keeps it, and gives it to a mentor whole', async () => {
    const { page } = phone;
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('sala');
          opening.onsuccess = () => {
            const events = opening.result.transaction('event', 'readwrite').objectStore('event');
            const all = events.getAll();
            all.onsuccess = () => {
              const rows = all.result as { id: string; sequence: number; state: string; event: object }[];
              const [last] = rows.sort((a, b) => b.sequence - a.sequence);
              if (!last) return;
              for (const n of [1, 2]) {
                const id = `01938000-0000-7000-8000-00000000000${n}`;
                const sequence = last.sequence + n;
                const event = { ...last.event, id, sequence, version: 99 };
                events.put({ ...last, id, sequence, state: 'waiting', event });
              }
              events.transaction.oncomplete = () => (opening.result.close(), resolve());
            };
          };
        }),
    );
    await page.goto(server.origin);
    await said(page, 'ម៉ាស៊ីនមេមិនទទួល ២ ចម្លើយ');
    await shot(page, 'sending-refused-home');
    expect(await wrong(page)).toEqual([]);
    await page.getByRole('link', { name: plain('មើលចម្លើយដែលមិនទទួល') }).click();
    await said(page, 'ម៉ាស៊ីនមេមិនស្គាល់វគ្គ ឬមេរៀននេះទេ', 'ចម្លើយដែលមិនទទួល៖ ២');
    const coming = page.waitForEvent('download');
    await primary(page).click();
    const file = await (await coming).path();
    await said(page, 'បានរក្សាទុកឯកសារ');
    const letter = JSON.parse(readFileSync(file, 'utf8')) as { events: { code: string; event: { version: number } }[] };
    expect(letter.events.map(({ code, event }) => [code, event.version])).toEqual([
      ['unknown-course', 99],
      ['unknown-course', 99],
    ]);
    await shot(page, 'sending-refused');
    expect(await wrong(page)).toEqual([]);
    await page.reload();
    await said(page, 'ចម្លើយដែលមិនទទួល៖ ២');
  }, 90_000);

  it.each([
    ['three years behind', -3 * YEAR_MS, 'យឺតជាងការពិត'],
    ['four years ahead', 4 * YEAR_MS, 'លឿនជាងការពិត'],
  ])(
    'warns of a clock that is %s, takes everything, and dates it by the server',
    async (_, skew, sentence) => {
      const second = await openPhone();
      const { page } = second;
      await second.context.addInitScript((by) => {
        const Real = Date;
        const now = (): number => Real.now() + by;
        globalThis.Date = new Proxy(Real, {
          construct: (target, parts: [number]) => (parts.length > 0 ? new target(...parts) : new target(now())),
          get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
        });
      }, skew);
      await welcome(page, server.origin);
      await signInByCard(page, cards[0] ?? '', '2580', false);
      await said(page, sentence);
      await page.goto(`${server.origin}/course/join-zoom/install-and-test`);
      await goOn(page);
      await page.goto(server.origin);
      await said(page, 'ផ្ញើរួចរាល់', 'ផ្ញើចុងក្រោយ', sentence);
      await shot(page, `sending-clock-${skew < 0 ? 'behind' : 'ahead'}`);
      expect(await wrong(page)).toEqual([]);
      const deviceId = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('sala');
            opening.onsuccess = () => {
              const kept = opening.result.transaction('kept').objectStore('kept').get('device');
              kept.onsuccess = () => (opening.result.close(), resolve((kept.result as { deviceId: string }).deviceId));
            };
          }),
      );
      const dates = await onDatabase(server.databaseUrl, async (client) => {
        const { rows } = await client.query<{ told: number; corrected: number }>(
          `SELECT extract(epoch from occurred_at - received_at)::float8 AS told, extract(epoch from corrected_at - received_at)::float8 AS corrected
         FROM learning_event WHERE device_id = $1`,
          [deviceId],
        );
        return rows;
      });
      expect(dates.length).toBeGreaterThan(0);
      for (const { told, corrected } of dates) {
        expect(Math.abs(told * 1_000 - skew)).toBeLessThan(120_000);
        expect(Math.abs(corrected)).toBeLessThan(120);
      }
    },
    120_000,
  );
});
