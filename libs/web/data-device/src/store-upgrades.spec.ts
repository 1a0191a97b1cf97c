import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { foldCourse } from '@sala/domain/learning';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { DeviceIdentity } from './device-identity.js';
import { EventLog } from './event-log.js';
import { PackageStore } from './package-store.js';
import { PartialFiles } from './partial-files.js';
import { Profiles } from './profiles.js';
import { Rehearsals } from './rehearsals.js';
import { ServerNews } from './server-news.js';
import { Store, type Table } from './store.js';

interface Fixture {
  version: number;
  stores: { name: string; keyPath: string | string[]; indexes: [name: string, keyPath: string | string[], unique?: boolean][] }[];
  rows: Record<string, Record<string, unknown>[]>;
}

const LEARNER = '01938000-0000-7000-8000-000000000001';
const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const folder = `${process.cwd()}/libs/web/data-device/fixtures`;
const fixtures = readdirSync(folder)
  .sort()
  .map((name): [string, Fixture] => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Fixture]);
/** Bytes stand as text in the files. */
const unpacked = (row: Record<string, unknown>) =>
  typeof row['bytes'] === 'string' ? { ...row, bytes: new TextEncoder().encode(row['bytes']).buffer } : row;

// Each file is the database as a released Sala left it on a phone. A new step of the store brings a new file; the old ones stay as they are.
describe('a database that an older Sala left on the phone', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    localStorage.clear();
    TestBed.resetTestingModule();
  });

  async function leave({ version, stores, rows }: Fixture): Promise<void> {
    const database = await openDB('sala', version, {
      upgrade: (opened) => {
        for (const { name, keyPath, indexes } of stores) {
          const store = opened.createObjectStore(name, { keyPath });
          for (const [index, path, unique = false] of indexes) store.createIndex(index, path, { unique });
        }
      },
    });
    for (const [name, all] of Object.entries(rows)) for (const row of all) await database.put(name, unpacked(row));
    database.close();
  }

  it('is here for every version up to today’s', async () => {
    const database = await TestBed.inject(Store).database();
    expect(fixtures.map(([, fixture]) => fixture.version)).toEqual(Array.from({ length: database.version }, (_, n) => n + 1));
    const [, newest] = fixtures.at(-1)!;
    expect(newest.stores.map(({ name }) => name).sort()).toEqual([...database.objectStoreNames].sort());
  });

  it.each(fixtures)('%s keeps every row when today’s opens it', async (_, fixture) => {
    await leave(fixture);
    const database = await TestBed.inject(Store).database();
    for (const [name, rows] of Object.entries(fixture.rows)) {
      const kept = await database.getAll(name as Table);
      expect(kept).toHaveLength(rows.length);
      expect(kept).toEqual(expect.arrayContaining(rows.map(unpacked)));
    }
  });

  it.each(fixtures)('%s is gone on with: people, progress, what waits, and the next number', async (_, fixture) => {
    await leave(fixture);
    const [profiles, log, news, packages] = [Profiles, EventLog, ServerNews, PackageStore].map((part) => TestBed.inject<unknown>(part)) as [
      Profiles,
      EventLog,
      ServerNews,
      PackageStore,
    ];
    await Promise.all([profiles.load(), news.load()]);
    expect(profiles.all()).toMatchObject([{ personId: LEARNER, wrongTries: 1 }]);
    expect(news.catalogue()?.courses).toMatchObject([{ slug: 'join-zoom' }]);
    expect(await news.cursorOf(LEARNER)).toBe('1a2b3c4d.42');
    const events = await log.ofLearner(LEARNER);
    expect(foldCourse(events)['join-by-link']).toMatchObject({ completed: true, cards: ['why'] });
    const restored = (await news.restored(LEARNER)).get(COURSE);
    expect(restored?.['practise-together']).toMatchObject({ completed: true, questions: { 'which-button': { best: 1, bestAlone: 0.5 } } });
    expect(await log.counts(LEARNER)).toEqual({ waiting: events.length - 2, held: 0, refused: 1 });
    expect((await packages.current('join-zoom'))?.manifest.quizzes).toBeInstanceOf(Array);
    expect(await packages.hashes()).toEqual(new Set(['a'.repeat(64)]));
    const deviceId = await TestBed.inject(DeviceIdentity).deviceId();
    const next = await log.record({ learnerId: LEARNER, courseId: COURSE, version: 1, kind: 'lesson.opened', body: { lessonId: 'next' } });
    expect([next.deviceId, next.sequence]).toEqual([deviceId, events.length + 1]);
  });

  it.each(fixtures.slice(1))('%s keeps what somebody was in the middle of', async (_, fixture) => {
    await leave(fixture);
    const rehearsals = TestBed.inject(Rehearsals);
    expect(await rehearsals.journal(LEARNER, 'join-by-link/join/test')).toHaveLength(1);
    expect(await rehearsals.attempt(LEARNER, `${COURSE}/module-test`)).toMatchObject({ seed: 7, questions: ['which-button'] });
    const received = await TestBed.inject(PartialFiles).received('b'.repeat(64));
    expect(received).toBe(fixture.version >= 3 ? 2 : 0);
  });
});
