import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { launchChromium } from './chromium.ts';

/** A phone of 360×640 with a profile of its own, as a journey uses it. */
export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses of every request that left for another host. */
  readonly foreign: string[];
  /** What the pages complained about: errors and policy violations. */
  readonly complaints: string[];
}

/** What makes a phone differ from a plain one. */
export interface PhoneOptions {
  width?: number;
  height?: number;
  locale?: string;
  flags?: string[];
  /** Whether the app may be kept for offline use; a bench may look at the pages alone. */
  serviceWorkers?: 'allow' | 'block';
}

/** Under this key a phone's storage says that its practices and films stand still. */
const HALTED = 'test.halted';

let browser: Promise<Browser> | undefined;
let flagged: Browser[] = [];

/** Opens a phone with an empty profile. */
export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const { width = 360, height = 640, locale = 'km-KH', flags, serviceWorkers = 'allow' } = options;
  const running = flags ? await launchChromium(...flags) : await (browser ??= launchChromium());
  if (flags) flagged.push(running);
  const context = await running.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce', serviceWorkers });
  // Practices and films count the ticks of an interval.
  await context.addInitScript((halted) => {
    const { setInterval } = window;
    window.setInterval = ((work: () => void, every: number) =>
      setInterval(() => localStorage.getItem(halted) ?? work(), every)) as typeof window.setInterval;
  }, HALTED);
  const page = await context.newPage();
  const phone: Phone = { context, page, foreign: [], complaints: [] };
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost' && !hostname.endsWith('.test')) phone.foreign.push(request.url());
  });
  page.on('pageerror', (error) => phone.complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) phone.complaints.push(message.text());
  });
  return phone;
}

/** Has practices and films of a phone stand still, also after the app was killed, so that what is seen stays as it is; or lets them go on. */
export async function halt(page: Page, isHalted: boolean): Promise<void> {
  await page.evaluate(([key, halted]) => (halted ? localStorage.setItem(key, 'yes') : localStorage.removeItem(key)), [
    HALTED,
    isHalted,
  ] as const);
}

/** Closes every browser of this file. */
export async function closePhones(): Promise<void> {
  await Promise.all([...(browser ? [await browser] : []), ...flagged].map((one) => one.close()));
  browser = undefined;
  flagged = [];
}

/** The one filled button at the bottom. */
export const primary = (page: Page): Locator => page.locator('footer.foot .primary');

/** Taps digits on the number pad. */
export async function tapDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** The heading without the invisible marks that guide line breaks. */
export async function heading(page: Page): Promise<string> {
  return ((await page.locator('h1:visible').first().textContent()) ?? '').replace(/[\u200b\u2060]/g, '').trim();
}

/** Everything a person can read, without invisible marks. */
export async function words(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/[\u200b\u2060]/g, '');
}

/** First start: language and text size as they are proposed. */
export async function welcome(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await primary(page).click();
  await page.waitForURL('**/card');
}

/** Brings a person onto the phone: card, "this is me", PIN (twice when it is new). */
export async function signInByCard(page: Page, card: string, pin: string, isNew: boolean): Promise<void> {
  await tapDigits(page, card);
  await primary(page).click();
  await page.getByRole('heading', { name: /មែនទេ/ }).waitFor();
  await primary(page).click();
  await page.getByRole('heading', { name: /ខ្ទង់/ }).waitFor();
  await tapDigits(page, pin);
  if (isNew) {
    await page.getByRole('heading', { name: /ម្ដងទៀត/ }).waitFor();
    await tapDigits(page, pin);
  }
  await page.waitForURL((url) => url.pathname === '/');
}

/** Chooses the options with these words and has them checked. */
export async function answer(page: Page, ...options: RegExp[]): Promise<void> {
  const labels = page.locator('label.choice');
  const texts = (await labels.allInnerTexts()).map((text) => text.replace(/[\u200b\u2060]/g, '').trim());
  for (const option of options) {
    const index = texts.findIndex((text) => option.test(text));
    if (index < 0) throw new Error(`no option ${option} among ${texts.join(' / ')}`);
    await labels.nth(index).click();
  }
  await primary(page).click();
  await page.locator('footer.foot .sheet').waitFor();
}

/** Faults that axe finds by WCAG 2.2 A and AA, and targets under 48 px. */
export async function faults(page: Page): Promise<string[]> {
  // The foot stays in sight and covers by a few pixels whatever happens to be scrolled under it, which axe takes for a small target.
  const footStands = (position: string): Promise<void> =>
    page.evaluate((to) => document.querySelectorAll<HTMLElement>('.foot').forEach((foot) => (foot.style.position = to)), position);
  await footStands('static');
  const violations = await axeFaults(page);
  await footStands('');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, label.choice, [role=button]')].flatMap(
      (element) => {
        const { width, height } = element.getBoundingClientRect();
        const shown = width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
        // An option's own circle is drawn inside its label, and the label is what one taps.
        const inLabel = element.matches('input') && element.closest('label') !== null;
        // A key of the simulated phone is as small as a real one (axe still asks for 24 px); every word to be typed is offered as a large button as well.
        const isKey = element.matches('.sim-keyboard .sim-row:not(.wide) > button');
        return shown && !inLabel && !isKey && (width < 47.5 || height < 47.5)
          ? [`${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 80)}`]
          : [];
      },
    ),
  );
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth > innerWidth ? [`wider than the screen: ${document.documentElement.scrollWidth}`] : [],
  );
  const filled = await page.locator('.primary:visible').count();
  return [...violations, ...small, ...wide, ...(filled > 1 ? [`${filled} filled buttons`] : [])];
}

/** What stands out of the screen when letters are twice as large. */
export async function wideAtTwice(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { style } = document.documentElement;
    const before = style.fontSize;
    style.fontSize = '40px';
    const wide = [...document.querySelectorAll<HTMLElement>('main *, footer *, dialog[open] *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const scrolls = element.closest('.sim-screen, .zoomed');
      return !scrolls && !element.closest('.unseen') && element.checkVisibility() && box.width > 0 && box.right > innerWidth + 1;
    });
    const told = wide.map((element) => `at 200 %: ${element.outerHTML.slice(0, 80)}`);
    style.fontSize = before;
    return told;
  });
  return found.slice(0, 5);
}

/** Waits until something becomes so, or fails with what it was last. */
export async function until<T>(look: () => Promise<T>, wanted: (value: T) => boolean, milliseconds = 10_000): Promise<T> {
  const end = Date.now() + milliseconds;
  // What has not come at once is looked for less often: each look takes time from what is waited for.
  for (let pause = 20; ; pause = Math.min(2 * pause, 200)) {
    const value = await look();
    if (wanted(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Taps the filled button and waits for another heading. */
export async function next(page: Page): Promise<string> {
  // Until the button is there, the heading may still be that of the page that is being fetched.
  await primary(page).waitFor();
  const before = await heading(page);
  await primary(page).click();
  return until(
    () => heading(page),
    (now) => now !== '' && now !== before,
  );
}

/** A pattern for words in which the screen may have set invisible break marks. */
export function plain(text: string): RegExp {
  const marks = '[\\u200b\\u2060]*';
  return new RegExp(marks + [...text].map((letter) => letter.replace(/[?.*+^$()|[\]{}\\]/, '\\$&')).join(marks));
}
