import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { enter, space, unreachable } from '../../../../tools/test/keyboard.ts';
import { faults, plain, until, words } from '../../../../tools/test/phone.ts';
import { shot } from '../../../../tools/test/shots.ts';

/** What a person does on a card, beyond reading it, and what then holds. */
export type Doing = (page: Page) => Promise<void>;

/** Waits until these words stand on the screen. */
export const said = async (page: Page, text: string): Promise<void> => {
  await until(
    () => words(page),
    (all) => all.includes(text),
  );
};
/** The button with these words. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name: plain(name) });

/** What is done on each card of the gallery, and what must then hold. */
export const ON_CARDS: Record<string, Doing> = {
  text: async (page) => {
    const listen = page.locator('.voice-bar').getByRole('button', { name: plain('ស្ដាប់') });
    await enter(listen);
    await button(page, 'ផ្អាក').waitFor();
    await enter(button(page, 'អានយឺតៗ'));
    await page.locator('.voice-bar [aria-pressed=true]').waitFor();
    // The recording is over after a second, and slowly after a little more.
    await listen.waitFor();
    await enter(page.locator('button.term'));
    await page.locator('dialog[open].term-sheet').waitFor();
    await said(page, 'ចូលរួម');
    expect([await faults(page), await unreachable(page)]).toEqual([[], []]);
    await shot(page, 'card-text-term');
    await enter(button(page, 'ទុកក្នុងបញ្ជីពាក្យ'));
    await button(page, 'បានទុករួចហើយ').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  },
  picture: async (page) => {
    await enter(button(page, 'ពង្រីក'));
    await page.locator('dialog[open].enlarged').waitFor();
    expect([await faults(page), await unreachable(page)]).toEqual([[], []]);
    await enter(page.locator('dialog[open] .button'));
  },
  video: async (page) => {
    const source = (): Promise<string | null> => page.locator('video, audio').first().getAttribute('src');
    const first = await until(source, Boolean);
    expect(await page.locator('video track[kind=captions][srclang=km]').count()).toBe(1);
    const ends = await page.locator('video').evaluate(
      (video: HTMLVideoElement) =>
        new Promise((resolve) => {
          video.onended = () => resolve('ended');
          video.onerror = () => resolve(video.error?.message);
          video.muted = true;
          void video.play();
        }),
    );
    expect(ends).toBe('ended');
    await space(page.getByRole('radio', { name: '240p' }));
    await until(source, (now) => now !== null && now !== first);
    await space(page.getByRole('radio', { name: plain('សំឡេងប៉ុណ្ណោះ') }));
    await page.locator('audio').waitFor();
    await page.locator('summary').press('Enter');
    await said(page, 'ព្រះអាទិត្យរះឡើង');
  },
  story: async (page) => {
    await enter(button(page, 'ប្រាប់គេ'));
    await said(page, 'គេចូលគណនីរបស់យើង');
    await said(page, 'វិធីល្អជាង');
    await enter(button(page, 'មិនប្រាប់'));
    await said(page, 'គណនីមានសុវត្ថិភាព');
  },
  checklist: async (page) => {
    await space(page.getByRole('checkbox', { name: plain('សាកថ្ម') }));
    await page.locator('label.choice.right input:checked').waitFor();
    await page.reload();
    await until(() => page.getByRole('checkbox', { name: plain('សាកថ្ម') }).isChecked(), Boolean);
  },
  term: async (page) => {
    await enter(button(page, 'ទុកក្នុងបញ្ជីពាក្យ'));
    await button(page, 'បានទុករួចហើយ').waitFor();
  },
  work: async (page) => {
    await space(page.getByRole('checkbox', { name: plain('គេឮ') }));
  },
};

/** Answers each question of the gallery rightly, by the keyboard alone. */
export const RIGHT: Record<string, Doing> = {
  single: async (page) => {
    await enter(button(page, 'តម្រុយ'));
    await said(page, 'ប៊ូតុងពណ៌ខៀវ');
    await enter(button(page, 'ស្ដាប់សំឡេង').first());
    await space(page.getByRole('radio', { name: plain('Join (ចូលរួម)') }));
  },
  multiple: async (page) => {
    for (const name of ['សាកថ្មទូរសព្ទ', 'រកកន្លែងស្ងាត់']) await space(page.getByRole('checkbox', { name: plain(name) }));
  },
  true: (page) =>
    page
      .getByRole('radio', { name: plain('ត្រូវ') })
      .first()
      .press(' '),
  order: async (page) => {
    for (const name of ['ចុចតំណ', 'សរសេរឈ្មោះ', 'Join']) await enter(page.locator('sala-question').getByRole('button', { name: plain(name) }));
  },
  match: async (page) => {
    for (const name of ['Mute', 'បិទសំឡេង', 'Leave', 'ចាកចេញ'])
      await enter(page.locator('.pairs').getByRole('button', { name: plain(name) }));
  },
  sort: async (page) => {
    const put = (item: string, group: string): Promise<void> =>
      space(page.getByRole('group', { name: plain(item) }).getByRole('radio', { name: plain(group) }));
    await put('សាកសំឡេង', 'មុនប្រជុំ');
    await put('អរគុណ', 'ក្រោយប្រជុំ');
  },
  tap: async (page) => {
    await page.locator('sala-question summary').press('Enter');
    await enter(button(page, 'ព្រះអាទិត្យ').last());
  },
  // Two vowels typed in the other order, and a digit of the other script, are the same word and number.
  word: (page) => page.locator('sala-question input[type=text]').fill('ប្រជំុ'),
  number: (page) => page.locator('sala-question input[type=text]').fill('១២'),
  judge: async (page) => {
    await space(page.getByRole('radio', { name: plain('ក្លែងក្លាយ') }));
    for (const name of ['គេសុំលេខកូដ', 'គេប្រញាប់យើង']) await space(page.getByRole('checkbox', { name: plain(name) }));
  },
  voice: async (page) => {
    await enter(button(page, 'ចុច រួចនិយាយ'));
    await page.waitForTimeout(600);
    await enter(button(page, 'និយាយចប់'));
    await said(page, 'បានរក្សាទុកក្នុងទូរសព្ទនេះ');
  },
  photo: async (page) => {
    await page
      .locator('sala-question input[type=file]')
      .setInputFiles({ name: 'notice.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') });
    await said(page, 'បានរក្សាទុកក្នុងទូរសព្ទនេះ');
  },
};
