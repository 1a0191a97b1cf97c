import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Manifest, PackageFile } from '@sala/domain/publishing';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { EventLog } from './event-log.js';
import { LET_GO, Room } from './room.js';
import { Store } from './store.js';

const LEARNER = '01938000-0000-7000-8000-000000000001';
const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const text = { km: 'មេរៀន', en: 'Lesson' };
const file = (path: string, n: number, bytes: number, mediaType: PackageFile['mediaType']): PackageFile => ({
  path,
  sha256: String(n).padStart(64, '0'),
  bytes,
  mediaType,
});
const files = [
  file('lessons/one.json', 1, 5_000, 'application/json'),
  file('pictures/needed.webp', 2, 90_000, 'image/webp'),
  file('pictures/nice.webp', 3, 900_000, 'image/webp'),
  file('sounds/one.webm', 4, 400_000, 'audio/webm'),
  file('videos/short.webm', 5, 1_200_000, 'video/webm'),
  file('videos/long.webm', 6, 1_900_000, 'video/webm'),
];
const manifest: Manifest = {
  format: 1,
  courseId: COURSE,
  version: 1,
  slug: 'one',
  title: text,
  summary: text,
  quizzes: [],
  lessons: [{ id: 'one', title: text, outcome: text, minutes: 5, cards: 1, uses: [], tests: [], jobs: [], file: 'lessons/one.json' }],
  files,
  needed: ['pictures/needed.webp'],
};

describe('a full phone', () => {
  const { put, add } = IDBObjectStore.prototype;
  let store: Store;
  let log: EventLog;
  let free = Infinity;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    localStorage.clear();
    free = Infinity;
    TestBed.resetTestingModule();
    store = TestBed.inject(Store);
    log = TestBed.inject(EventLog);
    store.makeRoom = () => TestBed.inject(Room).make();
    // The browser's quota: adding fails while more media is here than there is room for.
    const full = () => new DOMException('full', 'QuotaExceededError');
    IDBObjectStore.prototype.add = function (...args) {
      if (free <= 0) throw full();
      return add.apply(this, args);
    };
    await store.write(['version', 'file', 'part', 'current'], async (transaction) => {
      await transaction.objectStore('current').put({ courseId: COURSE, slug: 'one', version: 1, wish: 'kept' });
      await transaction.objectStore('version').put({ courseId: COURSE, version: 1, manifest });
      for (const { sha256, mediaType } of files)
        await transaction.objectStore('file').put({ sha256, mediaType, bytes: new ArrayBuffer(8) });
    });
  });

  afterEach(() => {
    Object.assign(IDBObjectStore.prototype, { put, add });
  });

  const record = (cardId: string) =>
    log.record({ learnerId: LEARNER, courseId: COURSE, version: 1, kind: 'card.seen', body: { lessonId: 'one', cardId } });
  const here = async (): Promise<string[]> => {
    const keys = new Set(await (await store.database()).getAllKeys('file'));
    return files.filter(({ sha256 }) => keys.has(sha256)).map(({ path }) => path);
  };
  /** Fails until so many files have gone. */
  const fullUntil = (gone: number): void => {
    const remove = IDBObjectStore.prototype.delete;
    free = 0;
    IDBObjectStore.prototype.delete = function (...args) {
      if (this.name === 'file' && --gone <= 0) {
        free = 1;
        IDBObjectStore.prototype.delete = remove;
      }
      return remove.apply(this, args);
    };
  };

  it('lets clips go so that an answer is kept, and remembers to say so', async () => {
    await record('a');
    fullUntil(2);
    await record('b');
    expect((await log.ofLearner(LEARNER)).map((event) => event.sequence)).toEqual([1, 2]);
    expect(await here()).toEqual(['lessons/one.json', 'pictures/needed.webp', 'pictures/nice.webp', 'sounds/one.webm']);
    expect(localStorage.getItem(LET_GO)).toBe('2');
    // What went would otherwise come again at once, and fill the phone anew.
    expect(await (await store.database()).get('current', COURSE)).toMatchObject({ wish: 'paused' });
  });

  it('says that it can’t keep an answer when nothing is left that may go, and what is here stays', async () => {
    free = 0;
    for (const card of ['a', 'b', 'c']) await expect(record(card)).rejects.toThrow('full');
    expect(await here()).toEqual(['lessons/one.json', 'pictures/needed.webp']);
    free = 1;
    await record('d');
    expect(await log.ofLearner(LEARNER)).toHaveLength(1);
  });

  it('never throws media away for other media', async () => {
    const write = store.write(['file'], () => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    await expect(write).rejects.toThrow('full');
    expect(await here()).toHaveLength(files.length);
  });

  it('lets go first of what is only partly here', async () => {
    await store.write(['part'], (transaction) =>
      transaction.objectStore('part').put({ sha256: 'f'.repeat(64), from: 0, bytes: new ArrayBuffer(8) }),
    );
    fullUntil(2);
    await record('a');
    expect(await (await store.database()).count('part')).toBe(0);
  });
});
