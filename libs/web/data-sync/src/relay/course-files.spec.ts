import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Manifest } from '@sala/domain/publishing';
import { base64url, canonicalJson, courseFileHead, fileHead, makeSigningKeys, signManifest, type KeyPair } from '@sala/domain/sealing';
import { PackageStore, ServerNews, Store } from '@sala/web/data-device';
import { IDBFactory } from 'fake-indexeddb';
import { FarEnd, noise } from '../../tests/far-end.js';
import { CourseDownloads } from '../course-downloads.js';
import { CourseFiles } from './course-files.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const text = { km: 'មេរៀន', en: 'Lesson' };
const written = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const plainFetch = globalThis.fetch;

describe('a course that goes from phone to phone', () => {
  let server: KeyPair;
  let far: FarEnd;
  let manifest: Manifest;
  let file: Blob;

  beforeAll(async () => {
    server = await makeSigningKeys();
  });

  /** Another phone, which met the server once. */
  async function takeUpPhone(keys = server): Promise<void> {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    const told = { signing: base64url(keys.publicKey), sealing: base64url(keys.publicKey) };
    const kept = { name: 'server-keys', deviceId: COURSE, epoch: '', keys: told } as const;
    await TestBed.inject(Store).write(['kept'], (transaction) => transaction.objectStore('kept').put(kept));
  }

  async function publish(version: number, cardKind = 'text'): Promise<void> {
    const lesson = (id: string) =>
      written({
        id,
        title: text,
        outcome: text,
        minutes: 5,
        khmerReview: 'draft',
        cards: [{ id: 'a', kind: cardKind, title: text, body: text }],
      });
    const files = [
      await far.hold('lessons/one.json', lesson('one')),
      await far.hold('one.webm', noise(150_000, version), 'audio/webm'),
      await far.hold('clip.webm', noise(250_000, 3), 'video/webm'),
    ];
    const outline = { id: 'one', title: text, outcome: text, minutes: 5, cards: 1, uses: ['one.webm', 'clip.webm'], tests: [], jobs: [] };
    const lessons = [{ ...outline, file: 'lessons/one.json' }];
    manifest = {
      format: 1,
      courseId: COURSE,
      version,
      slug: 'join-zoom',
      title: text,
      summary: text,
      lessons,
      quizzes: [],
      files,
      needed: [],
    };
    const { signature } = await signManifest({ ...manifest, tomorrow: 'unknown today' }, server);
    far.manifests.set(version, { ...manifest, tomorrow: 'unknown today', signature } as Manifest);
  }

  const download = async (choice: 'voice' | 'everything'): Promise<void> => {
    const { courseId, version, slug } = manifest;
    const entry = { courseId, version, slug, title: text, summary: text, lessons: 1, minutes: 5, bytes: 0 };
    await TestBed.inject(ServerNews).take({
      accepted: [],
      refused: [],
      news: [],
      catalogue: { hash: 'x', courses: [entry], rielPerGigabyte: 0 },
    });
    await TestBed.inject(CourseDownloads).keep(entry, choice);
  };
  const made = async (): Promise<Blob> => {
    const one = await TestBed.inject(CourseFiles).make('join-zoom');
    if (typeof one === 'string') throw new Error(one);
    return one.blob;
  };
  const take = (blob: Blob) => TestBed.inject(CourseFiles).take(blob);
  const stored = async (): Promise<number[]> => {
    const database = await TestBed.inject(Store).database();
    return Promise.all((['file', 'version', 'current', 'part'] as const).map((table) => database.count(table)));
  };
  const altered = async (blob: Blob, at: number): Promise<Blob> => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return new Blob([bytes]);
  };

  beforeEach(async () => {
    far = new FarEnd();
    globalThis.fetch = far.fetch;
    await takeUpPhone();
    await publish(1);
    await download('everything');
    file = await made();
    far.reached = false;
    await takeUpPhone();
  });
  afterEach(() => {
    globalThis.fetch = plainFetch;
    Reflect.deleteProperty(navigator, 'storage');
  });

  it('is learnt from on the other phone without a line, and can be given on from there', async () => {
    expect(await take(file)).toMatchObject({ kind: 'taken', manifest: { version: 1 } });
    const version = await TestBed.inject(PackageStore).current('join-zoom');
    expect(version && (await TestBed.inject(PackageStore).lesson(version, 'one'))?.id).toBe('one');
    expect(TestBed.inject(ServerNews).catalogue()).toMatchObject({
      hash: '',
      courses: [{ courseId: COURSE, version: 1, lessons: 1, minutes: 5 }],
    });
    expect(await take(file)).toMatchObject({ kind: 'taken' });
    const again = await made();
    await takeUpPhone();
    expect(await take(again)).toMatchObject({ kind: 'taken' });
  });

  it('comes without the clips that were not chosen', async () => {
    far.reached = true;
    await download('voice');
    const small = await made();
    expect(small.size).toBeLessThan(file.size - 200_000);
    await takeUpPhone();
    expect(await take(small)).toMatchObject({ kind: 'taken' });
  });

  it('is refused altered, cut, or from another server, and nothing of it is stored', async () => {
    for (const at of [3, 40, file.size - 300_000, file.size - 5])
      expect(['damaged', 'foreign']).toContain((await take(await altered(file, at))).kind);
    for (const length of [0, 5, 100, file.size - 1]) expect(await take(file.slice(0, length))).toEqual({ kind: 'damaged' });
    expect(await stored()).toEqual([0, 0, 0, 0]);
    await takeUpPhone(await makeSigningKeys());
    expect(await take(file)).toEqual({ kind: 'foreign' });
  });

  it('comes back to a phone from which it was deleted', async () => {
    await take(file);
    await TestBed.inject(PackageStore).remove(COURSE);
    expect((await stored())[0]).toBe(0);
    expect(await take(file)).toMatchObject({ kind: 'taken' });
    expect((await stored())[0]).toBe(3);
    expect((await TestBed.inject(PackageStore).course(COURSE))?.wish).toBeUndefined();
  });

  it('needs a phone that knows its server', async () => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    expect(await take(file)).toEqual({ kind: 'no-server' });
    expect(await TestBed.inject(CourseFiles).make('join-zoom')).toBe('no-server');
  });

  it('is refused without its words, or too large for the phone: and nothing of it is stored', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const head = bytes.length - (32 + 250_000) - (32 + 150_000) - (32 + (manifest.files[0]?.bytes ?? 0));
    expect(await take(new Blob([bytes.slice(0, head)]))).toEqual({ kind: 'not-whole' });
    const estimate = () => Promise.resolve({ quota: 1_000_000, usage: 700_000 });
    Object.defineProperty(navigator, 'storage', { value: { estimate }, configurable: true });
    expect(await take(file)).toEqual({ kind: 'no-space' });
    Reflect.deleteProperty(navigator, 'storage');
    const store = TestBed.inject(Store);
    const { write } = store;
    let files = 0;
    store.write = ((tables: 'file'[], work: never) =>
      tables.join() === 'file,part' && ++files > 1
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : write.call(store, tables, work)) as typeof store.write;
    expect(await take(file)).toEqual({ kind: 'no-space' });
    expect(await stored()).toEqual([0, 0, 0, 0]);
  });

  it('is refused when this app can’t read it, or has a newer one', async () => {
    expect(await take(file)).toMatchObject({ kind: 'taken' });
    await takeUpPhone();
    far.reached = true;
    await publish(2, 'of tomorrow');
    const { signature, ...raw } = far.manifests.get(2) as Manifest & { signature: string };
    const contents = raw.files.map((one) => [fileHead(one), Uint8Array.from(far.files.get(one.sha256) ?? [])]).flat();
    const unreadable = new Blob([courseFileHead({ text: canonicalJson(raw), signature }), ...contents]);
    expect(await take(unreadable)).toEqual({ kind: 'damaged' });
    expect(await stored()).toEqual([0, 0, 0, 0]);
    await publish(2);
    await download('voice');
    expect(await take(file)).toEqual({ kind: 'older' });
  });
});
