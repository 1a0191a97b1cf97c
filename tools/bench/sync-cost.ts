import { demoSignIns } from '../test/demo.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { answer, closePhones, next, openPhone, primary, signInByCard, until, welcome, words } from '../test/phone.ts';
import { goOn } from '../test/practice.ts';
import { onDatabase } from '../test/database.ts';
import { untilIntroduced } from '../test/stored.ts';
import { figure, type Figure } from './figures.ts';
import { startSala } from './sala.ts';
import { bodyBytes, openWire, requestsIn, type Wire } from './wire.ts';

const EVENTS = 10;
const TEN_EVENTS_BYTES = 1_500;
const NOTHING_NEW_BYTES = 300;
/** What Kolibri was measured to need for ten records: the goal's own comparison. */
const KOLIBRI_BYTES = 12_900;

interface Cost {
  requests: number;
  bodies: number;
  all: number;
}

function costOf({ sent, received }: ReturnType<Wire['take']>): Cost {
  const requests = requestsIn(sent).filter((request) => request.includes('/api/')).length;
  return { requests, bodies: bodyBytes(sent) + bodyBytes(received), all: sent.length + received.length };
}

/** What the app's own sync costs on the line for ten learning events, and when nothing is new. */
export async function syncCost(): Promise<Figure[]> {
  const sala = await startSala();
  const wire = await openWire(sala.origin);
  try {
    const { page, context } = await openPhone();
    await welcome(page, wire.origin);
    await signInByCard(page, demoSignIns(sala.databaseUrl).cards[0] ?? '', '2580', true);
    await until(
      () => words(page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await primary(page).click();
    await page.waitForURL('**/course/**');
    await until(
      () => words(page),
      (text) => text.includes('បន្ទាប់'),
    );
    const stored = (): Promise<number> =>
      onDatabase(sala.databaseUrl, async (client) =>
        Number((await client.query<{ count: string }>('SELECT count(*) FROM learning_event')).rows[0]?.count),
      );
    await until(stored, (count) => count > 0, 30_000);
    // Getting known to the server costs one request in a phone's life, and is none of a sync's.
    await untilIntroduced(page);
    await page.waitForTimeout(3_000);
    await until(
      async () => costOf(wire.take()).all,
      (bytes) => bytes === 0,
      30_000,
    );
    return figures(await costOfTen(page, context, wire, stored), await costOfNothing(page, wire));
  } finally {
    await closePhones();
    await wire.close();
    await sala.close();
  }
}

async function costOfTen(page: Page, context: BrowserContext, wire: Wire, stored: () => Promise<number>): Promise<Cost> {
  await context.setOffline(true);
  const before = await stored();
  await tenEvents(page);
  wire.take();
  await context.setOffline(false);
  await until(stored, (count) => count === before + EVENTS, 30_000);
  await page.waitForTimeout(500);
  return costOf(wire.take());
}

async function costOfNothing(page: Page, wire: Wire): Promise<Cost> {
  await page.evaluate(() => void dispatchEvent(new Event('online')));
  await page.waitForTimeout(1_500);
  return costOf(wire.take());
}

function figures(ten: Cost, none: Cost): Figure[] {
  return [
    figure('sync-cost: ten events, requests', ten.requests, 'requests', 'Kolibri', 11),
    figure('sync-cost: ten events, bodies both ways', ten.bodies, 'B', 'budget', TEN_EVENTS_BYTES),
    figure('sync-cost: ten events, every byte with the browser’s headers', ten.all, 'B', 'Kolibri', KOLIBRI_BYTES),
    figure('sync-cost: nothing new, requests', none.requests, 'requests', 'budget', 1),
    figure('sync-cost: nothing new, bodies both ways', none.bodies, 'B', 'budget', NOTHING_NEW_BYTES),
    figure('sync-cost: nothing new, every byte with the browser’s headers', none.all, 'B', 'its bodies', none.bodies),
  ];
}

/** Sees five cards and answers a question, sees three more and answers another: ten learning events. */
async function tenEvents(page: Page): Promise<void> {
  for (let card = 0; card < 5; card++) await goOn(page);
  await answer(page, /Play Store/);
  for (let card = 0; card < 3; card++) await next(page);
  await answer(page, /Allow · /);
}
