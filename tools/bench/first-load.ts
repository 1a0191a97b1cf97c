import type { Page } from 'playwright-core';
import { demoSignIns } from '../test/demo.ts';
import { closePhones, heading, openPhone, primary, signInByCard, until, words } from '../test/phone.ts';
import { figure, type Figure } from './figures.ts';
import { startSala } from './sala.ts';
import { openWire, requestsIn, type Wire } from './wire.ts';

const BYTES = 150_000;
const REQUESTS = 10;
const QUIET_MS = 12_000;

interface Paid {
  shell: number;
  bytes: number;
  requests: string[];
}

/** What a new phone pays until its first lesson card stands: every byte on the line with headers, the way in by card included. */
export async function firstLoad(): Promise<Figure[]> {
  const sala = await startSala();
  const wire = await openWire(sala.origin);
  try {
    const [first = '', second = ''] = demoSignIns(sala.databaseUrl).cards;
    const needed = await pay(wire, first, 'block');
    const all = await pay(wire, second, 'allow');
    const fonts = needed.requests.filter((request) => request.includes('.woff2')).length;
    return [
      figure('first-load: shell until its first screen', needed.shell, 'B', 'budget of the whole first load', BYTES),
      figure('first-load: shell, sign-in and first lesson card', needed.bytes, 'B', 'budget', BYTES),
      figure('first-load: requests, the two of the sign-in included', needed.requests.length, 'requests', 'budget', REQUESTS),
      figure('first-load: web fonts when the phone has Khmer', fonts, 'fonts', 'fonts the app has', 4),
      figure('first-load: with the offline copy and the whole course behind it', all.bytes, 'B', 'until the first card', needed.bytes),
    ];
  } finally {
    await closePhones();
    await wire.close();
    await sala.close();
  }
}

/** With the service worker, what comes quietly after the first card is counted too. */
async function pay(wire: Wire, card: string, serviceWorkers: 'allow' | 'block'): Promise<Paid> {
  const { page } = await openPhone({ serviceWorkers });
  wire.take();
  await page.goto(wire.origin);
  await until(() => heading(page), Boolean);
  const shell = wire.take();
  await toTheFirstCard(page, card);
  if (serviceWorkers === 'allow') await page.waitForTimeout(QUIET_MS);
  const rest = wire.take();
  return {
    shell: shell.received.length,
    bytes: shell.received.length + rest.received.length,
    requests: [...requestsIn(shell.sent), ...requestsIn(rest.sent)],
  };
}

/** From the first screen through the card and a new PIN to the first card of the first lesson. */
async function toTheFirstCard(page: Page, card: string): Promise<void> {
  await primary(page).click();
  await page.waitForURL('**/card');
  await signInByCard(page, card, '2580', true);
  await until(
    () => words(page),
    (text) => text.includes('ចាប់ផ្ដើមរៀន'),
  );
  await primary(page).click();
  await page.waitForURL('**/course/**');
  await until(
    () => page.locator('sala-card, sala-question').count(),
    (count) => count > 0,
  );
}
