import type { Page } from 'playwright-core';
import { demoSignIns } from '../test/demo.ts';
import { closePhones, heading, openPhone, primary, signInByCard, until, words } from '../test/phone.ts';
import { figure, type Figure } from './figures.ts';
import { startSala } from './sala.ts';
import { openWire, requestsIn } from './wire.ts';

const BYTES = 150_000;
const REQUESTS = 10;

/** What a new phone pays until its first lesson card stands, every byte on the line with headers, the way in by card included. */
export async function firstLoad(): Promise<Figure[]> {
  const sala = await startSala();
  const wire = await openWire(sala.origin);
  try {
    const card = demoSignIns(sala.databaseUrl).cards[0] ?? '';
    const { page } = await openPhone();
    await page.goto(wire.origin);
    await until(() => heading(page), Boolean);
    const shell = wire.take();
    await toTheFirstCard(page, card);
    const rest = wire.take();
    const sent = [...requestsIn(shell.sent), ...requestsIn(rest.sent)];
    const fonts = sent.filter((request) => request.includes('.woff2')).length;
    const bytes = shell.received.length + rest.received.length;
    return [
      figure('first-load: shell until its first screen', shell.received.length, 'B', 'budget of the whole first load', BYTES),
      figure('first-load: shell, sign-in and first lesson card', bytes, 'B', 'budget', BYTES),
      figure(
        'first-load: requests for shell and first lesson',
        sent.filter((request) => !request.includes('/identity/')).length,
        'requests',
        'budget',
        REQUESTS,
      ),
      figure('first-load: requests, the two of the sign-in included', sent.length, 'requests', 'budget', REQUESTS),
      figure('first-load: web fonts when the phone has Khmer', fonts, 'fonts', 'fonts the app has', 4),
    ];
  } finally {
    await closePhones();
    await wire.close();
    await sala.close();
  }
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
