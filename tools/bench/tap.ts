import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { answerAnyhow } from '../test/answers.ts';
import { demoSignIns } from '../test/demo.ts';
import { closePhones, heading, openPhone, primary, signInByCard, until, welcome, words } from '../test/phone.ts';
import { goOn } from '../test/practice.ts';
import { openBarePage } from './bare-page.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { KINDS, PARTS, writeKinds } from './kinds.ts';
import { startSala } from './sala.ts';

const TAPS = 50;
const THROTTLE = 6;
const P50_MS = 100;
const P95_MS = 200;
const AGAINST = 'empty Angular page with one button';
/** So that a voice can be answered without a person. */
const VOICE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Where the feedback of a tap appears, and what shows that it is there. */
interface Feedback {
  within: string;
  sign?: string;
}
const ON_A_QUESTION: Feedback = { within: 'footer.foot', sign: '.sheet' };
const ON_A_PRACTICE: Feedback = { within: '.sim-screen' };
const ON_THE_BARE_PAGE: Feedback = { within: '.said' };

/** A page whose processor can be slowed down as a cheap phone's is. */
interface Slow {
  page: Page;
  cdp: CDPSession;
}

const slowed = async (page: Page): Promise<Slow> => ({ page, cdp: await page.context().newCDPSession(page) });

/** The milliseconds from a tap on a slow phone until its feedback has been painted. */
async function tapped({ page, cdp }: Slow, target: Locator, feedback: Feedback): Promise<number> {
  await page.evaluate(({ within, sign }) => {
    const told = new Promise<number>((resolve) => {
      let began = 0;
      addEventListener('click', (event) => (began = event.timeStamp), { capture: true, once: true });
      const look = (): void => {
        const place = document.querySelector(within);
        if (began === 0 || !place || (sign && !place.querySelector(sign) && !place.matches(sign))) return;
        watch.disconnect();
        requestAnimationFrame(() => {
          // A message after the frame's callbacks is handled when the frame is painted.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - began);
          channel.port2.postMessage(undefined);
        });
      };
      const watch = new MutationObserver(look);
      watch.observe(document.querySelector(sign ? 'body' : within) ?? document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    Object.assign(globalThis, { told });
  }, feedback);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await target.click();
  const took = await page.evaluate(() => (globalThis as unknown as { told: Promise<number> }).told);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return took;
}

/** Says something when the question wants a voice; any other question is answered anyhow. */
async function respond(page: Page): Promise<void> {
  const voice = page.locator('sala-recorded-question button');
  if ((await voice.count()) === 0) return answerAnyhow(page);
  await voice.click();
  await page.waitForTimeout(300);
  await voice.click();
  await page.locator('sala-recorded-question .strong').waitFor();
}

/** Taps on "check" under questions of one kind, each as often as it may be answered. */
async function questionTaps(slow: Slow, origin: string, kind: string): Promise<number[]> {
  const { page } = slow;
  const times: number[] = [];
  for (const part of PARTS) {
    await page.goto(`${origin}/course/${kind}/${part}`);
    await page.locator('sala-question').waitFor();
    await page.waitForLoadState('networkidle');
    while (times.length < TAPS && (await page.locator('sala-question').count()) > 0) {
      await respond(page);
      times.push(await tapped(slow, primary(page), ON_A_QUESTION));
      const before = await heading(page);
      const again = await primary(page).locator('sala-icon').count();
      await primary(page).click();
      await page.locator('footer.foot .sheet').waitFor({ state: 'detached' });
      if (again === 0)
        await until(
          () => heading(page),
          (now) => now !== '' && now !== before,
        );
    }
  }
  return times;
}

/** Taps from one screen of the simulated phone to another and back, in a lesson of our own. */
async function practiceTaps(slow: Slow, origin: string): Promise<number[]> {
  const { page } = slow;
  await page.goto(`${origin}/course/join-zoom/join-by-id`);
  await until(() => heading(page), Boolean);
  await goOn(page);
  await goOn(page);
  const times: number[] = [];
  while (times.length < TAPS) {
    const target = page.locator(`sala-phone [data-target="${times.length % 2 === 0 ? 'home' : 'telegram'}"]`).first();
    await target.waitFor();
    times.push(await tapped(slow, target, ON_A_PRACTICE));
  }
  return times;
}

async function bareTaps(slow: Slow, origin: string): Promise<number[]> {
  const { page } = slow;
  await page.goto(origin);
  const button = page.locator('button');
  await button.waitFor();
  const times: number[] = [];
  while (times.length < TAPS) times.push(await tapped(slow, button, ON_THE_BARE_PAGE));
  return times;
}

/** From a tap to its painted feedback at 6× CPU throttle, for each kind of question and in a practice, beside an empty Angular page. */
export async function tap(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-kinds-'));
  writeKinds(folder);
  const sala = await startSala({ RATE_LIMIT: 'off' }, ['import-curriculum', folder]);
  const bare = await openBarePage();
  try {
    const { page } = await openPhone({ flags: VOICE });
    const slow = await slowed(page);
    const base = await bareTaps(slow, bare.origin);
    await welcome(page, sala.origin);
    await signInByCard(page, demoSignIns(sala.databaseUrl).cards[0] ?? '', '2580', true);
    await until(
      () => words(page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    const times = new Map<string, number[]>();
    for (const kind of KINDS) times.set(kind, await questionTaps(slow, sala.origin, kind));
    times.set('in a practice', await practiceTaps(slow, sala.origin));
    return figures(times, [...base, ...(await bareTaps(slow, bare.origin))]);
  } finally {
    await closePhones();
    await bare.close();
    await sala.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figures(times: ReadonlyMap<string, number[]>, base: readonly number[]): Figure[] {
  const few = [...times].find(([, of]) => of.length < TAPS);
  if (few) throw new Error(`only ${few[1].length} taps of ${TAPS}: ${few[0]}`);
  const each = [...times].flatMap(([what, of]) =>
    [0.5, 0.95].map((share) =>
      figure(`tap: ${what}, p${share * 100} at ${THROTTLE}× throttle`, quantile(of, share), 'ms', AGAINST, quantile(base, share)),
    ),
  );
  const all = [...times.values()].flat();
  return [
    ...each,
    figure(`tap: all ${all.length}, p50 at ${THROTTLE}× throttle`, quantile(all), 'ms', 'budget', P50_MS),
    figure(`tap: all ${all.length}, p95 at ${THROTTLE}× throttle`, quantile(all, 0.95), 'ms', 'budget', P95_MS),
  ];
}
