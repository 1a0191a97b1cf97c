import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { unreachable } from './keyboard.ts';
import { faults, heading, plain, until, wideAtTwice, words } from './phone.ts';
import { shot } from './shots.ts';

/** The first link with these words. */
export const link = (page: Page, name: string): Locator => page.getByRole('link', { name: plain(name) }).first();

/** The first button with these words. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name: plain(name) }).first();

/** Waits until all of these words can be read on the page; gives everything that can. */
export function reads(page: Page, ...texts: string[]): Promise<string> {
  return until(
    () => words(page),
    (now) => texts.every((text) => now.includes(text)),
    30_000,
  );
}

/** Waits until the heading has these words; gives all of it. */
export function headed(page: Page, text: string): Promise<string> {
  return until(
    () => heading(page),
    (now) => now.includes(text),
    20_000,
  );
}

/** The screen has no fault that axe knows, none at twice the text, and everything on it is met by keys; a picture of it goes where SALA_SHOTS says. */
export async function looksWell(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect([name, await faults(page), await unreachable(page), await wideAtTwice(page)]).toEqual([name, [], [], []]);
}
