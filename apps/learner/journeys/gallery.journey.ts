import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { enter, space, unreachable } from '../../../tools/test/keyboard.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  primary,
  signInByCard,
  until,
  wideAtTwice,
  welcome,
  type Phone,
} from '../../../tools/test/phone.ts';
import { take } from '../../../tools/test/practice.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';
import { CARDS, course, QUESTIONS } from './gallery/course.js';
import { button, ON_CARDS, RIGHT, said } from './gallery/doing.js';
import { writeGallery } from './gallery/folder.js';
import { practice } from './gallery/practice.js';

/** Whether elements lie wholly in the frame of the simulated phone, with nothing over them. */
const inSight = (elements: Element[]): boolean[] =>
  elements.map((element) => {
    const [box, frame] = [element.getBoundingClientRect(), element.closest('.sim')?.getBoundingClientRect()];
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom && element.contains(top);
  });

describe('every kind of card, question and practice screen', () => {
  let server: Server;
  let phone: Phone;
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-gallery-'));

  beforeAll(async () => {
    server = await startServer();
    phone = await openPhone({
      flags: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'],
    });
    await phone.page.goto(server.origin);
    await writeGallery(folder, phone.page);
    await server.command('import-curriculum', folder);
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, demoSignIns(server.databaseUrl).cards[0] ?? '', '2580', true);
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (place: string): Promise<void> => {
    await phone.page.goto(`${server.origin}/course/${course.slug}${place}`);
    await until(() => heading(phone.page), Boolean);
    await phone.page.waitForLoadState('networkidle');
  };
  /** What is wrong with the screen as it stands. */
  const wrong = async (): Promise<string[]> => [
    ...(await faults(phone.page)),
    ...(await unreachable(phone.page)),
    ...(await wideAtTwice(phone.page)),
  ];

  it.each(['cards', 'more-cards'])(
    'shows each card of "%s", for the eye, the ear and the keyboard',
    async (lesson) => {
      const { page } = phone;
      await open(`/${lesson}`);
      const cards = lesson === 'cards' ? CARDS.slice(0, 6) : CARDS.slice(6);
      for (const card of cards) {
        await until(
          () => heading(page),
          (title) => title === card.title.km.replace(/[\u200b\u2060]/g, ''),
        );
        await page.waitForTimeout(400);
        await shot(page, `card-${card.id}`);
        expect([card.id, await wrong()]).toEqual([card.id, []]);
        await ON_CARDS[card.id]?.(page);
        await shot(page, `card-${card.id}-done`);
        expect([card.id, 'done', await wrong()]).toEqual([card.id, 'done', []]);
        await enter(primary(page));
      }
    },
    240_000,
  );

  it('takes an answer to each kind of question by the keyboard alone', async () => {
    const { page } = phone;
    await open('/questions');
    for (const question of QUESTIONS) {
      await until(
        () => heading(page),
        (title) => title === question.prompt.km,
      );
      await page.waitForTimeout(300);
      await shot(page, `question-${question.id}`);
      expect([question.id, await wrong()]).toEqual([question.id, []]);
      await RIGHT[question.id]?.(page);
      await enter(primary(page));
      await page.locator('footer.foot .sheet:not(.mind)').waitFor();
      await shot(page, `question-${question.id}-right`);
      expect([question.id, 'answered', await wrong()]).toEqual([question.id, 'answered', []]);
      await enter(primary(page));
    }
    await said(page, 'រៀនចប់ហើយ');
  }, 240_000);

  it('keeps the words that were tapped, with what they mean', async () => {
    const { page } = phone;
    await page.goto(`${server.origin}/words`);
    await said(page, 'បិទសំឡេង');
    await said(page, 'ចូលរួម');
    await shot(page, 'words');
    expect(await wrong()).toEqual([]);
  }, 60_000);

  it('finds a job card by the task', async () => {
    const { page } = phone;
    await page.goto(`${server.origin}/search`);
    await page.getByRole('searchbox').fill('បន្ទាន់ តំណ');
    await shot(page, 'search');
    const found = page.locator('a.lesson-row');
    await until(
      () => found.count(),
      (count) => count === 1,
    );
    expect(await wrong()).toEqual([]);
    await enter(found);
    await until(
      () => heading(page),
      (title) => title === 'ចូលប្រជុំភ្លាមៗ',
    );
    await shot(page, 'job-alone');
    expect(await wrong()).toEqual([]);
  }, 60_000);

  it('draws every widget, overlay and picture screen of the practice phone', async () => {
    const { page } = phone;
    const target = (id: string): Locator => page.locator(`sala-phone [data-target="${id}"]`).first();
    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(200);
      await shot(page, `phone-${name}`);
      expect([name, await wrong()]).toEqual([name, []]);
    };
    await open('/phone');
    await look('watch');
    await enter(button(page, 'ផ្អាក'));
    await enter(button(page, 'រំលងសិន'));
    await enter(primary(page));
    await until(
      () => page.locator('.sim-place .pill').first().innerText(),
      (mode) => plain('សាកធ្វើ').test(mode),
    );
    await look('home');
    await enter(target('shop'));
    await said(page, 'Shop មិនមែនជាផ្លូវនេះទេ');
    await said(page, 'ថ្មជិតអស់ហើយ');
    await enter(button(page, 'អំណានប៊ូតុង'));
    await enter(target('next'));
    await said(page, 'Chat មានន័យថា ជជែក');
    await look('lens');
    await enter(button(page, 'ទុកក្នុងបញ្ជីពាក្យ'));
    await enter(button(page, 'អំណានប៊ូតុង'));
    await enter(button(page, 'ទូរសព្ទខ្ញុំមើលទៅខុស'));
    await said(page, 'គ្រូឧទ្ទេសនឹងពិនិត្យអេក្រង់នេះ');
    await enter(target('next'));
    await look('chat');
    await enter(target('message'));
    await look('keyboard');
    expect(await page.locator('.sim-keyboard .offer, .sim-written, .sim-keyboard .done').evaluateAll(inSight)).toEqual([true, true, true]);
    await enter(page.locator('.sim-keyboard .offer').first());
    await enter(page.locator('.sim-keyboard .done'));
    await enter(target('next'));
    await enter(target('wifi'));
    await look('settings');
    await enter(target('next'));
    for (const [opener, overlay, closer] of [
      ['more', 'sheet', 'close'],
      ['leave', 'dialog', 'cancel'],
    ] as const) {
      await enter(target(opener));
      await look(overlay);
      await enter(target(closer));
    }
    await look('meeting');
    await enter(target('next'));
    await enter(target('share'));
    await look('notification');
    await enter(target('dismiss'));
    await enter(target('next'));
    await enter(target('call'));
    await look('full');
    await enter(target('decline'));
    await look('browser');
    await enter(target('next'));
    await look('picture');
    await enter(target('sun'));
    await said(page, 'លោកអ្នកធ្វើបានហើយ');
    await look('done');
  }, 240_000);

  it('counts a practice done with help apart from one done alone', async () => {
    const { page } = phone;
    await enter(primary(page));
    for (const _ of [1, 2]) {
      await until(() => page.locator('sala-question').count(), Boolean);
      await space(page.getByRole('checkbox', { name: plain('មានអ្នកជួយខ្ញុំ') }));
      await RIGHT[(await page.locator('sala-question input[type=radio]').count()) ? 'single' : 'multiple']?.(page);
      await enter(primary(page));
      await page.locator('footer.foot .sheet').waitFor();
      await enter(primary(page));
      await page.waitForTimeout(300);
    }
    const way = practice.tasks.flatMap((task) => task.path);
    for (const [index, step] of way.entries()) await take(page, step, way[index + 1]);
    await said(page, 'លោកអ្នកធ្វើបានហើយ');
    await enter(primary(page));
    await said(page, 'រៀនចប់ហើយ');
    await page.goto(`${server.origin}/course/${course.slug}`);
    await said(page, 'រៀនចប់ ដោយមានអ្នកជួយ');
    await shot(page, 'course');
    expect(await wrong()).toEqual([]);
    expect(phone.complaints).toEqual([]);
    expect(phone.foreign).toEqual([]);
  }, 120_000);
});
