import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  answer,
  closePhones,
  faults,
  heading,
  next,
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
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';
import { stored, untilIntroduced } from '../../../tools/test/stored.ts';
import { courseOf, writeCourse } from './keep/course.js';

const { slug } = courseOf(1);

describe('phones that help each other where there is no internet', () => {
  let server: Server;
  let village: Phone;
  let mentor: Phone;
  let neighbour: Phone;
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-relay-'));
  let packet = '';
  let receipt = '';

  beforeAll(async () => {
    server = await startServer();
    writeCourse(folder, 1);
    await server.command('import-curriculum', folder);
    const { cards } = demoSignIns(server.databaseUrl);
    [village, mentor, neighbour] = [await openPhone(), await openPhone(), await openPhone()];
    for (const [place, { page }] of [village, mentor, neighbour].entries()) {
      await welcome(page, server.origin);
      await signInByCard(page, cards[place] ?? '', '2580', true);
    }
  }, 180_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const said = (page: Page, sentence: string): Promise<string> =>
    until(
      () => words(page),
      (text) => text.includes(sentence),
      30_000,
    );
  const tap = (page: Page, name: string): Promise<void> => page.getByRole('button', { name: plain(name) }).click();
  const wrong = async (page: Page): Promise<string[]> => [...(await faults(page)), ...(await wideAtTwice(page))];
  /** The app is kept on the phone and knows its server; then the line is gone. */
  const loseTheLine = async ({ page, context }: Phone): Promise<void> => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await untilIntroduced(page);
    await context.setOffline(true);
  };
  /** The file that a tap puts into the downloads. */
  const fileFrom = async (page: Page, act: () => Promise<void>): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  };
  const choose = (page: Page, file: string): Promise<void> => page.locator('input[type=file]').first().setInputFiles(file);
  /** A copy of a file in which one byte is another. */
  const altered = (file: string, at: number): string => {
    const bytes = readFileSync(file);
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = bytes[place] === 65 ? 66 : 65;
    const copy = path.join(folder, `altered-${path.basename(file)}`);
    writeFileSync(copy, bytes);
    return copy;
  };
  const logged = (): Promise<string[]> =>
    onDatabase(server.databaseUrl, async (client) =>
      (await client.query<{ id: string }>('SELECT id FROM learning_event ORDER BY id')).rows.map(({ id }) => id),
    );
  const learn = async (page: Page): Promise<void> => {
    await page.goto(`${server.origin}/course/${slug}/first`);
    await until(
      () => heading(page),
      (title) => title === 'សំឡេង',
      30_000,
    );
    await next(page);
    await next(page);
    for (let question = 0; question < 2; question++) {
      await answer(page, /^Join/);
      await primary(page).click();
      await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
    }
    await said(page, 'រៀនចប់ហើយ');
  };

  it('lets a learner without a line give the work to another phone, as a file or as codes', async () => {
    const { page } = village;
    await page.goto(`${server.origin}/course/${slug}/keep`);
    await page.locator('fieldset label.choice').first().waitFor();
    await primary(page).click();
    await said(page, 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    await loseTheLine(village);
    const before = await logged();
    await learn(page);
    await page.goto(server.origin);
    await said(page, '១ មេរៀនរង់ចាំផ្ញើ');
    await shot(page, 'relay-home');
    expect(await wrong(page)).toEqual([]);
    await page.getByRole('link', { name: plain('ផ្ញើតាមទូរសព្ទអ្នកផ្សេង') }).click();
    await said(page, 'លេខសម្គាល់ទូរសព្ទនេះ');
    await shot(page, 'relay-send');
    expect(await wrong(page)).toEqual([]);

    await tap(page, 'បង្ហាញកូដ QR');
    const drawn = page.locator('sala-qr-series svg[role=img] path');
    await until(
      async () => ((await drawn.getAttribute('d').catch(() => '')) ?? '').length,
      (length) => length > 5_000,
    );
    await said(page, 'កូដទី');
    await tap(page, 'ផ្អាក');
    await shot(page, 'relay-codes');
    expect(await wrong(page)).toEqual([]);
    await page.getByRole('button', { name: plain('ថយក្រោយ') }).click();

    packet = await fileFrom(page, () => primary(page).click());
    expect(path.basename(packet)).toMatch(/^sala-work-[2-9A-Z]{4}\.txt$/);
    await said(page, 'បានឱ្យទូរសព្ទផ្សេងហើយ');
    await said(page, '១ មេរៀនរង់ចាំផ្ញើ');
    await shot(page, 'relay-handed');
    expect(await wrong(page)).toEqual([]);
    expect(await logged()).toEqual(before);
  }, 180_000);

  it('lets another phone carry it, which refuses what was altered, and delivers it by the way', async () => {
    const { page, context } = mentor;
    await loseTheLine(mentor);
    await page.goto(`${server.origin}/settings`);
    await page.getByRole('link', { name: plain('ពីទូរសព្ទទៅទូរសព្ទ') }).click();
    await said(page, 'ពេលគ្មានអ៊ីនធឺណិត');
    await shot(page, 'relay-phones');
    expect(await wrong(page)).toEqual([]);
    await page.getByRole('link', { name: plain('យកមេរៀនអ្នកផ្សេងទៅផ្ញើ') }).click();
    await said(page, 'មិនទាន់មានកញ្ចប់ទេ');
    await choose(page, altered(packet, -100));
    await said(page, 'កញ្ចប់នេះខូច ឬមានគេកែ');
    await choose(page, packet);
    await said(page, 'រង់ចាំផ្ញើទៅម៉ាស៊ីនមេ');
    await shot(page, 'relay-carry');
    expect(await wrong(page)).toEqual([]);

    await context.setOffline(false);
    await said(page, 'ម៉ាស៊ីនមេទទួលហើយ');
    await shot(page, 'relay-receipt');
    expect(await wrong(page)).toEqual([]);
    const events = await stored<{ id: string; state: string }>(village.page, 'event');
    expect((await logged()).filter((id) => events.some((event) => event.id === id))).toEqual(events.map(({ id }) => id).sort());
    expect(events.every(({ state }) => state === 'waiting')).toBe(true);
    receipt = await fileFrom(page, () => tap(page, 'ឱ្យឯកសារបង្កាន់ដៃ'));
    await said(page, 'បានឱ្យបង្កាន់ដៃវិញហើយ');
  }, 180_000);

  it('lets the learner forget only on the server’s own word, still without a line', async () => {
    const { page, context } = village;
    const all = await logged();
    await choose(page, altered(receipt, -30));
    await said(page, 'បង្កាន់ដៃនេះខូច ឬមានគេកែ');
    await said(page, '១ មេរៀនរង់ចាំផ្ញើ');
    await choose(page, receipt);
    await said(page, 'ម៉ាស៊ីនមេបានទទួលមេរៀនរបស់លោកអ្នកហើយ');
    await said(page, 'គ្មានអ្វីរង់ចាំផ្ញើទេ');
    await shot(page, 'relay-done');
    expect(await wrong(page)).toEqual([]);
    await page.goto(server.origin);
    await said(page, 'គ្មានអ៊ីនធឺណិត។ លោកអ្នកអាចបន្តរៀនបាន។');
    expect(await words(page)).not.toContain('រង់ចាំផ្ញើ');
    expect((await stored<{ state: string }>(page, 'event')).every(({ state }) => state === 'accepted')).toBe(true);
    await context.setOffline(false);
    await said(page, 'ផ្ញើរួចរាល់');
    expect(await logged()).toEqual(all);
    await context.setOffline(true);
  }, 120_000);

  it('lets a course go as a file to a phone that never downloaded it, and refuses an altered one', async () => {
    const { page } = village;
    await page.goto(`${server.origin}/course/${slug}/keep`);
    await page.getByRole('link', { name: plain('ឱ្យវគ្គនេះទៅទូរសព្ទផ្សេង') }).click();
    await said(page, 'វគ្គទាំងមូលក្លាយជាឯកសារមួយ');
    const file = await fileFrom(page, () => primary(page).click());
    expect(path.basename(file)).toBe(`${slug}-1.sala`);
    await said(page, 'ទំហំឯកសារ');
    await shot(page, 'relay-give');
    expect(await wrong(page)).toEqual([]);

    const other = neighbour.page;
    await loseTheLine(neighbour);
    const filesBefore = (await stored(other, 'file')).length;
    await other.goto(`${server.origin}/phones/take`);
    await said(other, 'ជ្រើសឯកសារវគ្គ');
    await choose(other, altered(file, -1_000));
    await said(other, 'ឯកសារនេះខូច ឬមកមិនគ្រប់');
    await choose(other, altered(file, 200));
    await said(other, 'មិនមែនមកពីម៉ាស៊ីនមេរបស់លោកអ្នកទេ');
    expect(await stored(other, 'file')).toHaveLength(filesBefore);
    await shot(other, 'relay-take-refused');
    expect(await wrong(other)).toEqual([]);
    await choose(other, file);
    await said(other, 'ទទួលបានវគ្គ');
    await shot(other, 'relay-take');
    expect(await wrong(other)).toEqual([]);
    await primary(other).click();
    await other.waitForURL(`**/course/${slug}`);
    await learn(other);
    for (const phone of [village, mentor, neighbour]) expect([phone.complaints, phone.foreign]).toEqual([[], []]);
  }, 180_000);
});
