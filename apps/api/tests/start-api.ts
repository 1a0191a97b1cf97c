import { Library } from '@sala/api/library';
import { Demo, DEMO_PASSWORD, DEMO_PEOPLE } from '@sala/api/people';
import { Clock, readEnv, type ActConfig } from '@sala/api/platform';
import { curriculum } from '@sala/curriculum';
import type { OpenProfileReply, ShowCardReply } from '@sala/contract/dto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generate } from 'otplib';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../tools/test/database.ts';
import { createServer } from '../src/server.js';
import { Browser } from './browser.js';

/** A route that Fastify really has. */
export interface SeenRoute {
  readonly method: string;
  readonly url: string;
  readonly config: Partial<ActConfig>;
}

/** A running API on a database of its own. */
export interface TestApi {
  readonly origin: string;
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  readonly routes: readonly SeenRoute[];
  /** What was logged, line by line. */
  readonly log: readonly string[];
  readonly env: Record<string, string>;
  /** A browser that knows nobody. */
  browser(): Browser;
  /** Moves the server's clock. */
  wait(seconds: number): void;
  /** Stops the server's clock, which from then on is moved by `wait` alone. */
  stopClock(): void;
  close(): Promise<void>;
}

/** What a test needs to be there. */
export interface ApiOptions {
  readonly demo?: boolean;
  readonly curriculum?: boolean;
  readonly env?: Record<string, string>;
  readonly database?: TestDatabase;
}

/** The course that Sala ships. */
export const COURSE = '5a1a0000-0000-4000-8000-000000000007';

async function fill(app: NestFastifyApplication, options: ApiOptions): Promise<void> {
  if (options.demo) await app.get(Demo).seed();
  if (!options.curriculum) return;
  for (const { course, media } of await curriculum()) {
    const published = await app.get(Library).publish(course, media);
    if (!published.ok) throw new Error(JSON.stringify(published.findings));
  }
}

function collector(): { lines: string[]; stream: Writable } {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
      done();
    },
  });
  return { lines, stream };
}

/** Starts the API on a random port. */
export async function startApi(options: ApiOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await createTestDatabase());
  const folder = await mkdtemp(path.join(tmpdir(), 'sala-api-'));
  const base = { NODE_ENV: 'test', DATABASE_URL: database.url, SALA_SECRET: 'x'.repeat(64), FILES_DIR: path.join(folder, 'files') };
  const env = { ...base, RATE_LIMIT: 'off', LOG_LEVEL: 'info', ...options.env };
  const log = collector();
  const routes: SeenRoute[] = [];
  const app = await createServer(readEnv(env), log.stream, (server) => {
    server.addHook('onRoute', ({ method, url, config }) => {
      for (const one of [method].flat()) routes.push({ method: one, url, config: config ?? {} });
    });
  });
  await fill(app, options);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const clock = app.get(Clock);
  let offset = 0;
  let running = (): number => Date.now();
  clock.now = () => new Date(running() + offset);
  return {
    origin,
    app,
    routes,
    env,
    log: log.lines,
    database: app.get(DataSource),
    browser: () => new Browser(origin),
    wait: (seconds) => (offset += seconds * 1000),
    stopClock: () => {
      const stopped = Date.now();
      running = () => stopped;
    },
    close: async () => {
      await app.close();
      if (!options.database) await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many statements the database is asked while some work is done. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as { query: (...args: never[]) => unknown };
  const { query } = prototype;
  let count = 0;
  prototype.query = function (this: unknown, ...args: never[]) {
    count++;
    return query.apply(this, args);
  };
  try {
    await work();
    return count;
  } finally {
    prototype.query = query;
  }
}

const LEARNERS = DEMO_PEOPLE.filter((person) => person.card);

/** The id of a demo person by the Latin given name. */
export function demoId(givenName: string): string {
  const found = DEMO_PEOPLE.find((person) => person.name[3] === givenName.toUpperCase());
  if (!found) throw new Error(`no demo person ${givenName}`);
  return found.id;
}

/** The card of a demo learner. */
export function demoCard(givenName: string): string {
  return LEARNERS.find((person) => person.id === demoId(givenName))?.card ?? '';
}

/** Brings a demo learner onto a phone. */
export async function onPhone(api: TestApi, givenName: string, browser = api.browser(), pin = '2580'): Promise<Browser> {
  const shown = await browser.post<ShowCardReply>('identity/card', { code: demoCard(givenName) });
  if (shown.status !== 200) throw new Error(`card: ${JSON.stringify(shown.body)}`);
  const opened = await browser.post<OpenProfileReply>('identity/profile', { ticket: shown.body.ticket, pin, deviceId: browser.deviceId });
  if (opened.status !== 200) throw new Error(`profile: ${JSON.stringify(opened.body)}`);
  browser.deviceId = opened.body.deviceId;
  return browser;
}

/** The code that a demo member of staff's authenticator shows at the server's time. */
export function codeOf(api: TestApi, email: string): Promise<string> {
  const secret = DEMO_PEOPLE.find((person) => person.account?.email === email)?.account?.totpSecret ?? '';
  return generate({ secret, epoch: Math.floor(api.app.get(Clock).now().getTime() / 1000) });
}

/** Signs a demo member of staff in. Each code works once, so the clock moves on first. */
export async function asStaff(api: TestApi, role: string, browser = api.browser()): Promise<Browser> {
  api.wait(30);
  const email = `${role}@demo.sala.example`;
  const reply = await browser.post('identity/staff', { email, password: DEMO_PASSWORD, code: await codeOf(api, email) });
  if (reply.status !== 200) throw new Error(`staff: ${JSON.stringify(reply.body)}`);
  return browser;
}
