import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { ensureChromium, quiet } from '../../../tools/test/chromium.ts';
import { makeTemplate, startRealCluster, type Cluster } from '../../../tools/test/cluster.ts';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { heading, plain, primary, signInByCard, tapDigits, until, welcome, words } from '../../../tools/test/phone.ts';
import { documentOf, goOn } from '../../../tools/test/practice.ts';
import { openProxy, type Proxy } from '../../../tools/test/proxy.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const COURSES = ['join-zoom', 'zoom-breakout-rooms', 'telegram-first-steps'];
/** Every lesson of our courses; each is begun once. */
const lessons = COURSES.flatMap((course) =>
  documentOf<{ lessons: string[] }>(course, 'course').lessons.map((lesson) => `/course/${course}/${lesson}`),
);

describe('a line, a server and a phone that fail', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-weak-'));
  const profile = path.join(folder, 'phone');
  let cluster: Cluster;
  let server: Server;
  let line: Proxy;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    cluster = await startRealCluster(folder);
    await makeTemplate({ cluster, folder, stop: () => cluster.stop() }, 'weak', 'prepare');
    server = await startServer({ DATABASE_URL: cluster.url('weak') });
    line = await openProxy(server.origin);
    await openBrowser();
    await welcome(page, line.origin);
    await signInByCard(page, demoSignIns(cluster.url('weak')).cards[0] ?? '', '2580', true);
    for (const course of COURSES) {
      await page.goto(`${line.origin}/course/${course}/keep`);
      await primary(page).click();
      await said('វគ្គនេះនៅក្នុងទូរសព្ទហើយ');
    }
    await page.evaluate(() => navigator.serviceWorker.ready);
  }, 180_000);

  afterAll(async () => {
    await context.close();
    await line.close();
    await server.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A browser whose profile is on the disk, so that it can be killed and started anew. */
  async function openBrowser(): Promise<void> {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: ensureChromium(),
      args: [...quiet],
      viewport: { width: 360, height: 640 },
      locale: 'km-KH',
      reducedMotion: 'reduce',
    });
    page = context.pages()[0] ?? (await context.newPage());
  }

  /** Ends the browser as a phone does that falls into water. */
  function killBrowser(): void {
    const own = readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
      } catch {
        return false;
      }
    });
    for (const pid of own) process.kill(Number(pid), 'SIGKILL');
  }

  /** The names of the cookies that are on the disk, among other bytes. */
  function cookies(): string {
    const [file] = [path.join(profile, 'Default/Cookies'), path.join(profile, 'Default/Network/Cookies')].filter((one) => existsSync(one));
    return file ? readFileSync(file, 'latin1') : '';
  }

  const said = (...sentences: string[]): Promise<string> =>
    until(
      () => words(page),
      (text) => sentences.every((sentence) => text.includes(sentence)),
      60_000,
    );
  /** The ids of all events on the phone, and of those that wait. */
  const onPhone = (): Promise<{ all: string[]; waiting: string[] }> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('sala');
          opening.onerror = () => reject(opening.error ?? new Error('no database'));
          opening.onsuccess = () => {
            const rows = opening.result.transaction('event').objectStore('event').getAll();
            rows.onsuccess = () => {
              opening.result.close();
              const events = rows.result as { id: string; state: string }[];
              resolve({
                all: events.map(({ id }) => id).sort(),
                waiting: events.filter(({ state }) => state !== 'accepted').map(({ id }) => id),
              });
            };
          };
        }),
    );
  const onServer = (): Promise<string[]> =>
    onDatabase(cluster.url('weak'), async (client) =>
      (await client.query<{ id: string }>('SELECT id FROM learning_event ORDER BY id')).rows.map(({ id }) => id),
    );
  /** The line may be better: the phone tries at once, as it does when it hears so. */
  const tryNow = (): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('online')));
  /** Begins the next lesson: two events or more, each on the disk before the screen goes on. */
  async function learn(): Promise<string[]> {
    const before = (await onPhone()).all.length;
    const lesson = lessons.shift();
    if (!lesson) throw new Error('every lesson has been begun');
    await page.goto(`${line.origin}${lesson}`);
    await goOn(page);
    const { all } = await onPhone();
    expect(all.length).toBeGreaterThan(before);
    return all;
  }
  /** In the end everything that was recorded is on the server, each once. */
  async function allArrives(recorded: readonly string[]): Promise<void> {
    line.become({ kind: 'none' });
    await until(
      async () => {
        await tryNow();
        await page.waitForTimeout(300);
        return { ...(await onPhone()), there: await onServer(), screen: await words(page) };
      },
      // What the screen recorded meanwhile is on its way as well.
      ({ all, waiting, there }) => waiting.length === 0 && all.join() === there.join(),
      60_000,
    );
    const { all } = await onPhone();
    expect(recorded.filter((id) => !all.includes(id))).toEqual([]);
  }

  it('shows every screen at once while the line takes everything and never answers', async () => {
    line.become({ kind: 'hang' });
    const recorded = await learn();
    for (const [address, title] of [
      ['/', 'មេរៀនថ្ងៃនេះ'],
      ['/course/join-zoom', ''],
      ['/course/join-zoom/keep', 'ទុកក្នុងទូរសព្ទ'],
      ['/progress', 'វឌ្ឍនភាពរបស់ខ្ញុំ'],
      ['/search', 'តើលោកអ្នកត្រូវការអ្វីឥឡូវ?'],
      ['/words', 'ពាក្យរបស់ខ្ញុំ'],
      ['/sending', 'ការផ្ញើមេរៀន'],
      ['/space', 'ទំហំក្នុងទូរសព្ទ'],
      ['/settings', 'ការកំណត់'],
      ['/help', 'ជំនួយ'],
      ['/who', 'តើនរណាជាអ្នករៀន?'],
    ] as const) {
      const began = Date.now();
      await page.goto(`${line.origin}${address}`, { waitUntil: 'commit' });
      await until(
        () => heading(page),
        (now) => (title ? now === title : now.length > 0),
        8_000,
      );
      // Slow machines have time to draw, but no request was waited for: each has 20 seconds of patience.
      expect(Date.now() - began).toBeLessThan(8_000);
    }
    await page.goto(line.origin);
    expect((await onPhone()).waiting.length).toBeGreaterThan(0);
    await allArrives(recorded);
  }, 120_000);

  it('loses and doubles nothing when answers are cut at any byte', async () => {
    let recorded: string[] = [];
    // Before the first byte, in the head, at its end, and in the body; the numbers in between are drawn.
    const cuts = [0, 1, ...Array.from({ length: 4 }, (_, n) => 20 + ((n * 7_919 + 104_729) % 700)), 900];
    for (const after of cuts) {
      line.become({ kind: 'cut', after, paths: /\/api\/sync/ });
      recorded = await learn();
      await tryNow();
      await until(
        () => Promise.resolve(line.met),
        (met) => met > 0,
        30_000,
      );
      line.become({ kind: 'none' });
    }
    await allArrives(recorded);
  }, 240_000);

  it('takes a café’s sign-in page for no internet, and sends later', async () => {
    line.become({ kind: 'lie' });
    const recorded = await learn();
    await page.goto(line.origin);
    await tryNow();
    await said('គ្មានអ៊ីនធឺណិត', 'រង់ចាំផ្ញើ');
    expect(line.met).toBeGreaterThan(0);
    await allArrives(recorded);
  }, 90_000);

  it('sends everything once when the API is killed in the middle, and when it was not there at all', async () => {
    let recorded: string[] = [];
    for (let round = 0; round < 2; round++) {
      await server.stop('SIGKILL');
      recorded = await learn();
      await server.start();
      await Promise.all([tryNow(), server.stop('SIGKILL')]);
      await server.start();
    }
    await allArrives(recorded);
  }, 180_000);

  it('sends everything once when PostgreSQL is killed in the middle', async () => {
    let recorded: string[] = [];
    for (let round = 0; round < 2; round++) {
      line.become({ kind: 'hang' });
      recorded = await learn();
      line.become({ kind: 'none' });
      const ended = new Promise((resolve) => cluster.process.once('exit', resolve));
      await Promise.all([tryNow(), Promise.resolve(cluster.process.kill('SIGKILL'))]);
      await ended;
      cluster = await startRealCluster(folder, cluster.port);
    }
    await allArrives(recorded);
  }, 180_000);

  it('sends everything once when the phone is without a line and its browser is killed in the middle of sending', async () => {
    await context.setOffline(true);
    await learn();
    const recorded = await learn();
    await context.setOffline(false);
    // The request is on its way, and no answer will ever come.
    line.become({ kind: 'hang' });
    await tryNow();
    await until(
      () => Promise.resolve(line.met),
      (met) => met > 0,
      30_000,
    );
    // A browser writes its cookies with a delay of half a minute; before that a killed phone has to be shown its card again.
    await until(() => Promise.resolve(cookies().includes('sala')), Boolean, 60_000);
    killBrowser();
    await context.close().catch(() => undefined);
    line.become({ kind: 'none' });
    await openBrowser();
    await page.goto(line.origin);
    await page.locator('a.tile.person').click();
    await page.getByRole('heading', { name: plain('សូមចុចលេខសម្ងាត់') }).waitFor();
    await tapDigits(page, '2580');
    await page.waitForURL((url) => url.pathname === '/');
    await allArrives(recorded);
  }, 120_000);
});
