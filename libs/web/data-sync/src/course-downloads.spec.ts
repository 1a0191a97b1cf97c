import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CatalogueEntry } from '@sala/contract/dto';
import { EventLog, PackageStore, Profiles, ServerNews, Store } from '@sala/web/data-device';
import { IDBFactory } from 'fake-indexeddb';
import { FarEnd, noise } from '../tests/far-end.js';
import { CourseDownloads } from './course-downloads.js';
import { Line } from './line.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const person = {
  id: '01938000-0000-7000-8000-000000000001',
  familyName: 'សុខ',
  givenName: 'ចាន់ណា',
  familyNameLatin: 'SOK',
  givenNameLatin: 'CHANNA',
};
const text = { km: 'មេរៀន', en: 'Lesson' };
const written = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const plainFetch = globalThis.fetch;
let far: FarEnd;

/** The app begins; what an earlier one left on the disk is there. */
const startApp = (): void => void TestBed.resetTestingModule();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
  startApp();
  far = new FarEnd();
  globalThis.fetch = far.fetch;
});
afterEach(() => {
  globalThis.fetch = plainFetch;
  Reflect.deleteProperty(navigator, 'connection');
});

describe('a course on a phone', () => {
  let entry: CatalogueEntry;
  const of = () => TestBed.inject(CourseDownloads).of(COURSE);
  const kept = async (version: number) => {
    const { files } = far.manifests.get(version)!;
    const missing = new Set(await TestBed.inject(PackageStore).missing(files));
    return files.filter((file) => !missing.has(file)).map((file) => file.path);
  };

  /** Publishes a version: two lessons with a voice, a picture and a clip; the words of the second are those given. */
  async function publish(version: number, second: string): Promise<void> {
    const lesson = (id: string, title: string) =>
      written({
        id,
        title: { km: title, en: title },
        outcome: text,
        minutes: 5,
        khmerReview: 'draft',
        cards: [{ id: 'a', kind: 'text', title: text, body: text }],
      });
    const files = [
      await far.hold('lessons/one.json', lesson('one', 'One')),
      await far.hold('lessons/two.json', lesson('two', second)),
      await far.hold('one.webm', noise(150_000, 1), 'audio/webm'),
      await far.hold('two.webp', noise(90_000, 2), 'image/webp'),
      await far.hold('two.webm', noise(250_000, 3), 'video/webm'),
    ];
    const uses = { one: ['one.webm'], two: ['two.webp', 'two.webm'] };
    const lessons = (['one', 'two'] as const).map((id) => {
      return { id, title: text, outcome: text, minutes: 5, cards: 1, uses: uses[id], tests: [], jobs: [], file: `lessons/${id}.json` };
    });
    const shared = { courseId: COURSE, version, slug: 'join-zoom', title: text, summary: text };
    far.manifests.set(version, { ...shared, format: 1, lessons, quizzes: [], files, needed: [] });
    entry = { ...shared, lessons: 2, minutes: 10, bytes: 0 };
    await TestBed.inject(ServerNews).take({
      accepted: [],
      refused: [],
      news: [],
      catalogue: { hash: String(version), courses: [entry], rielPerGigabyte: 2000 },
    });
  }
  const keep = (choice: 'voice' | 'pictures' | 'everything') => TestBed.inject(CourseDownloads).keep(entry, choice);
  const quietly = (from?: string) => TestBed.inject(CourseDownloads).wholeCourse('join-zoom', from);
  /** Lets the browser tell of its line. */
  const connect = (told: { type?: string; saveData?: boolean }): EventTarget & typeof told => {
    const connection = Object.assign(new EventTarget(), told);
    Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
    return connection;
  };

  beforeEach(() => publish(1, 'Two'));

  it('brings what was chosen, and only what is missing when more is chosen', async () => {
    await keep('voice');
    expect(await kept(1)).toEqual(['lessons/one.json', 'lessons/two.json', 'one.webm']);
    expect(of()).toMatchObject({ state: 'done' });
    far.asked.length = 0;
    await keep('everything');
    expect(far.asked.map(({ sent }) => sent)).toEqual([90_000, 250_000]);
    expect(of()).toMatchObject({ state: 'done', received: of()!.of });
  });

  it('comes quietly without clips, from the opened lesson on', async () => {
    await quietly('two');
    expect(await kept(1)).toEqual(['lessons/one.json', 'lessons/two.json', 'one.webm', 'two.webp']);
    expect(far.asked[0]?.sha256).toBe(far.manifests.get(1)!.files[1]!.sha256);
  });

  it('brings the next words only where the phone saves data', async () => {
    connect({ saveData: true });
    await quietly('one');
    expect(await kept(1)).toEqual(['lessons/one.json', 'lessons/two.json']);
  });

  it('waits for Wi-Fi when the learner wants it so, and goes on with it', async () => {
    const connection = connect({ type: 'cellular' });
    TestBed.inject(Line).chooseWifiOnly(true);
    await TestBed.inject(PackageStore).keepManifest(far.manifests.get(1)!);
    await quietly();
    await keep('pictures');
    TestBed.tick();
    expect([await kept(1), of()?.state]).toEqual([[], 'waits-for-wifi']);
    connection.type = 'wifi';
    connection.dispatchEvent(new Event('change'));
    TestBed.tick();
    await quietly();
    expect(of()?.state).toBe('done');
    startApp();
    expect(TestBed.inject(Line).wifiOnly()).toBe(true);
  });

  it('pauses in the middle of a file, stays paused for what comes quietly, and goes on at that byte after a restart', async () => {
    far.cuts = [Infinity, 100_000, 0];
    await keep('pictures');
    expect(of()).toMatchObject({ state: 'offline', part: 'one' });
    await TestBed.inject(CourseDownloads).pause(entry);
    expect(of()?.state).toBe('paused');
    startApp();
    await TestBed.inject(ServerNews).load();
    far.asked.length = 0;
    await quietly();
    expect(far.asked).toEqual([]);
    await keep('pictures');
    expect(far.asked[0]).toMatchObject({ range: 'bytes=100000-', sent: 50_000 });
    expect(of()?.state).toBe('done');
  });

  it('goes on by itself when the line is back', async () => {
    await TestBed.inject(PackageStore).keepManifest(far.manifests.get(1)!);
    far.reached = false;
    await keep('pictures');
    expect(of()?.state).toBe('offline');
    far.reached = true;
    dispatchEvent(new Event('online'));
    await quietly();
    expect(of()?.state).toBe('done');
  });

  it('says that the phone is full, and touches nothing of what was learnt', async () => {
    await TestBed.inject(Profiles).keep(person, { code: '010201', khmer: 'ឃុំ', latin: 'Khum' }, '2580');
    const log = TestBed.inject(EventLog);
    await log.record({ learnerId: person.id, courseId: COURSE, version: 1, kind: 'card.seen', body: { lessonId: 'one', cardId: 'a' } });
    const store = TestBed.inject(Store);
    const { write } = store;
    store.write = ((tables: ('part' | 'file')[], work: never) =>
      tables.includes('part') && far.asked.length > 2
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : write.call(store, tables, work)) as typeof store.write;
    await quietly();
    expect(of()?.state).toBe('no-space');
    expect(await log.ofLearner(person.id)).toHaveLength(1);
    expect(await kept(1)).toEqual(['lessons/one.json', 'one.webm']);
  });

  it('says so as well when the phone is so full that not even the wish can be kept', async () => {
    const store = TestBed.inject(Store);
    await TestBed.inject(PackageStore).keepManifest(far.manifests.get(1)!);
    store.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await keep('pictures');
    expect(of()?.state).toBe('no-space');
  });

  it('fetches only the new hashes of a newer version and switches when it is whole', async () => {
    await keep('everything');
    const packages = TestBed.inject(PackageStore);
    await publish(2, 'Two, anew');
    far.asked.length = 0;
    await quietly();
    expect(far.asked.map(({ sha256 }) => sha256)).toEqual([far.manifests.get(2)!.files[1]!.sha256]);
    expect((await packages.current('join-zoom'))?.version).toBe(2);
  });

  it('does not switch to a version that this app can’t read', async () => {
    await keep('everything');
    await publish(2, '');
    await quietly();
    expect(of()?.state).toBe('damaged');
    expect((await TestBed.inject(PackageStore).current('join-zoom'))?.version).toBe(1);
  });

  it('leaves the phone when it is deleted, all but its outline, and comes again only when a lesson is opened', async () => {
    await keep('everything');
    await TestBed.inject(CourseDownloads).remove(entry);
    expect(await kept(1)).toEqual([]);
    expect((await TestBed.inject(PackageStore).current('join-zoom'))?.manifest.lessons).toHaveLength(2);
    await quietly();
    expect(await kept(1)).toEqual([]);
    await TestBed.inject(CourseDownloads).opened('join-zoom');
    await quietly();
    expect(await kept(1)).toHaveLength(5);
  });
});
