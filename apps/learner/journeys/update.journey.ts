import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { newerBuild } from '../../../tools/test/newer-build.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  signInByCard,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { goOn } from '../../../tools/test/practice.ts';
import { openProxy, type Fault, type Proxy } from '../../../tools/test/proxy.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';

describe('a new version of the app', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-update-'));
  const live = path.join(folder, 'live');
  let server: Server;
  let line: Proxy;
  let phone: Phone;

  beforeAll(async () => {
    publish('VERSION1');
    server = await startServer({ LEARNER_DIR: live });
    line = await openProxy(server.origin);
    phone = await openPhone();
    const { page } = phone;
    await welcome(page, line.origin);
    await signInByCard(page, demoSignIns(server.databaseUrl).cards[0] ?? '', '2580', true);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await kept('VERSION1');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await line.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts a version of the app in the place of the one that is served. */
  function publish(name: string): void {
    const built = path.join(folder, name);
    newerBuild(built, name);
    rmSync(live, { recursive: true, force: true });
    cpSync(built, live, { recursive: true });
  }

  const running = (): Promise<string | undefined> => phone.page.evaluate(() => (globalThis as unknown as { salaBuild?: string }).salaBuild);
  /** Waits until the phone has a whole version behind the one that runs. */
  const kept = (name: string): Promise<unknown> =>
    until(() => phone.page.evaluate(async (script) => (await caches.match(script)) !== undefined, `/main-${name}.js`), Boolean, 60_000);
  /** Asks the service worker to look for a new version, as each start does after a while; says what came of it. */
  const check = (): Promise<string> =>
    phone.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const nonce = Math.floor(Math.random() * 1e9);
          navigator.serviceWorker.addEventListener(
            'message',
            ({ data }: MessageEvent<{ nonce?: number; result?: boolean; error?: string }>) => {
              if (data.nonce === nonce) resolve(data.error ?? String(data.result));
            },
          );
          navigator.serviceWorker.controller?.postMessage({ action: 'CHECK_FOR_UPDATES', nonce });
          setTimeout(() => resolve('no answer'), 20_000);
        }),
    );
  const start = async (): Promise<string | undefined> => {
    const { page } = phone;
    await page.goto(line.origin, { waitUntil: 'commit' });
    await until(
      () => heading(page),
      (now) => now === 'មេរៀនថ្ងៃនេះ',
      20_000,
    );
    return running();
  };

  it('leaves the one on the phone running while there is no line', async () => {
    const { page } = phone;
    await page.goto(`${line.origin}/course/join-zoom/install-and-test`);
    await goOn(page);
    publish('VERSION2');
    await phone.context.setOffline(true);
    expect(await start()).toBe('VERSION1');
    await phone.context.setOffline(false);
    await server.stop();
    expect(await start()).toBe('VERSION1');
    await server.start();
  }, 90_000);

  it('comes without disturbing an open lesson, and runs from the next start', async () => {
    const { page } = phone;
    await page.goto(`${line.origin}/course/join-zoom/install-and-test`);
    await page.locator('sala-card').first().waitFor();
    const title = await heading(page);
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));
    expect(await check()).toBe('true');
    await kept('VERSION2');
    expect([await heading(page), await running()]).toEqual([title, 'VERSION1']);
    await goOn(page);
    expect(await page.locator('body').getAttribute('data-same-page')).toBe('yes');
    expect(await start()).toBe('VERSION2');
    await page.goto(`${line.origin}/course/join-zoom/install-and-test`);
    await page.locator('sala-card').first().waitFor();
    // Nothing that was done in the older version is lost to the newer.
    expect(await heading(page)).not.toBe(title);
  }, 120_000);

  const script = /\/main-VERSION3\.js/;
  it.each<[string, Fault]>([
    ['answers scripts with HTML and 200', { kind: 'lie', paths: script }],
    ['answers everything with HTML and 200', { kind: 'lie' }],
    ['cuts the script in the middle', { kind: 'cut', after: 40_000, paths: script }],
    ['cuts the list of files', { kind: 'cut', after: 600, paths: /\/ngsw\.json/ }],
    ['never answers', { kind: 'hang' }],
  ])(
    'is not taken over a line that %s: the last good one goes on',
    async (_, fault) => {
      publish('VERSION3');
      line.become(fault);
      await check();
      for (let times = 0; times < 2; times++) expect(await start()).toBe('VERSION2');
      expect(line.met).toBeGreaterThan(0);
      line.become({ kind: 'none' });
    },
    90_000,
  );

  it('is not taken when a file is not what the list says, and comes once it is mended', async () => {
    publish('VERSION3');
    appendFileSync(path.join(live, 'main-VERSION3.js'), '\n;throw new Error("damaged");\n');
    await check();
    expect(await start()).toBe('VERSION2');
    publish('VERSION3');
    await until(
      async () => {
        await check();
        return start();
      },
      (version) => version === 'VERSION3',
      60_000,
    );
    expect(phone.complaints).toEqual([]);
  }, 120_000);

  it('takes the place of a version of which parts were lost, and says that Sala has to be opened anew', async () => {
    const { page } = phone;
    expect(await start()).toBe('VERSION3');
    // A part that this page has not needed yet is gone from the phone, and the server no longer has it.
    const used = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.slice(1)));
    const [part = ''] = readdirSync(live).filter((name) => /^chunk-.*\.js$/.test(name) && !used.includes(name));
    expect(part).not.toBe('');
    publish('VERSION4');
    await page.evaluate(async (name) => {
      for (const key of await caches.keys()) await (await caches.open(key)).delete(`/${name}`);
    }, part);
    await (await phone.context.newCDPSession(page)).send('Network.clearBrowserCache');
    expect(
      await page.evaluate(
        (address) =>
          import(address).then(
            () => 'came',
            () => 'gone',
          ),
        `/${part}`,
      ),
    ).toBe('gone');
    await until(
      () => words(page),
      (text) => text.includes('សាលាត្រូវបើកឡើងវិញ'),
      20_000,
    );
    await shot(page, 'update-start-again');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: plain('បើកឡើងវិញ') }).click();
    await until(
      () => heading(page),
      (now) => now.length > 0,
      20_000,
    );
    await until(
      async () => {
        await start();
        return running();
      },
      (version) => version === 'VERSION4',
      60_000,
    );
  }, 120_000);
});
