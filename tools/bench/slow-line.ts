import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'playwright-core';
import { demoSignIns } from '../test/demo.ts';
import { closePhones, heading, openPhone, primary, signInByCard, until } from '../test/phone.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { startSala } from './sala.ts';

const BYTES_A_SECOND = 50_000 / 8;
const ROUND_TRIP_MS = 1_000;
const CPU = 4;
const COLD_SECONDS = 30;
const WARM_SECONDS = 1.5;
const STARTS = 5;
const LESSON = '/course/join-zoom/install-and-test';
const PATIENCE_MS = 120_000;

/** A page of one sentence: what any page at all takes on such a line. */
async function openBare(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((_, reply) => reply.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Sala</h1>'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

async function slow(page: Page): Promise<CDPSession> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  const line = { offline: false, latency: ROUND_TRIP_MS, downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND };
  await browser.send('Network.emulateNetworkConditions', line);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  return browser;
}

/** Seconds until something stands on the page. */
async function secondsTo(page: Page, address: string, what: string): Promise<number> {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
  await page.locator(what).first().waitFor({ timeout: PATIENCE_MS });
  return (performance.now() - began) / 1_000;
}

/** From an empty phone to the first lesson card: shell, sign-in by card, lesson. Taps take no time here. The service worker comes after and would hide the line. */
async function cold(origin: string, card: string): Promise<{ shell: number; lesson: number }> {
  const { page } = await openPhone({ serviceWorkers: 'block' });
  page.setDefaultTimeout(PATIENCE_MS);
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  await slow(page);
  const began = performance.now();
  const shell = await secondsTo(page, origin, 'footer.foot .primary');
  await primary(page).click();
  await page.waitForURL('**/card');
  await signInByCard(page, card, '2580', true);
  await page.goto(`${origin}${LESSON}`, { waitUntil: 'commit' });
  await page.locator('sala-card').first().waitFor();
  return { shell, lesson: (performance.now() - began) / 1_000 };
}

/** The first card on a phone that has the app and the lesson: over the same line, and without any. */
async function warm(origin: string, card: string): Promise<{ slow: number; offline: number }> {
  const { page, context } = await openPhone();
  await page.goto(origin);
  await primary(page).click();
  await page.waitForURL('**/card');
  await signInByCard(page, card, '2580', true);
  await page.goto(`${origin}${LESSON}`);
  await page.locator('sala-card').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await until(
    () => page.evaluate(async () => (await caches.keys()).length),
    (count) => count > 2,
    60_000,
  );
  await until(() => heading(page), Boolean);
  await page.reload();
  await slow(page);
  const starts = async (): Promise<number> => {
    const taken: number[] = [];
    for (let n = 0; n < STARTS; n++) taken.push(await secondsTo(page, `${origin}${LESSON}`, 'sala-card'));
    return quantile(taken);
  };
  const overTheLine = await starts();
  await context.setOffline(true);
  return { slow: overTheLine, offline: await starts() };
}

/** The first card at 50 kbit/s, round trips of a second, and a processor four times slower. */
export async function slowLine(): Promise<Figure[]> {
  const sala = await startSala();
  const bare = await openBare();
  const { origin } = sala;
  try {
    const [first = '', second = ''] = demoSignIns(sala.databaseUrl).cards;
    const { page } = await openPhone();
    await slow(page);
    const base = await secondsTo(page, bare.origin, 'h1');
    const empty = await cold(origin, first);
    const kept = await warm(origin, second);
    return [
      figure('slow-line: shell until its first screen, cold', empty.shell, 's', 'a page of one sentence', base),
      figure('slow-line: shell, sign-in and first lesson card, cold', empty.lesson, 's', 'budget', COLD_SECONDS),
      figure('slow-line: first lesson card, warm', kept.slow, 's', 'budget', WARM_SECONDS),
      figure('slow-line: first lesson card, offline', kept.offline, 's', 'budget', WARM_SECONDS),
    ];
  } finally {
    await closePhones();
    await bare.close();
    await sala.close();
  }
}
