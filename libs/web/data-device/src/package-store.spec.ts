import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Manifest, PackageFile } from '@sala/domain/publishing';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { hexOf } from './ids.js';
import { PackageStore } from './package-store.js';
import { PartialFiles } from './partial-files.js';
import { Store } from './store.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const text = { km: 'មេរៀន', en: 'Lesson' };
const bytesOf = (content: string): ArrayBuffer => new TextEncoder().encode(content).slice().buffer;

async function fileOf(path: string, content: string): Promise<{ file: PackageFile; bytes: ArrayBuffer }> {
  const bytes = bytesOf(content);
  const sha256 = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return {
    file: { path, sha256, bytes: bytes.byteLength, mediaType: path.endsWith('.svg') ? 'image/svg+xml' : 'application/json' },
    bytes,
  };
}

const manifestOf = (version: number, files: PackageFile[]): Manifest => ({
  format: 1,
  quizzes: [],
  courseId: COURSE,
  version,
  slug: 'join-zoom',
  title: text,
  summary: text,
  lessons: [
    {
      id: 'join-by-link',
      title: text,
      outcome: text,
      minutes: 5,
      cards: 1,
      uses: [],
      tests: [],
      jobs: [],
      file: 'lessons/join-by-link.json',
    },
  ],
  files,
});

const lessonOf = (title: string) =>
  JSON.stringify({
    id: 'join-by-link',
    title: { km: title, en: title },
    outcome: text,
    minutes: 5,
    khmerReview: 'draft',
    cards: [{ id: 'a', kind: 'text', title: text, body: text }],
  });

describe('the courses on a phone', () => {
  let packages: PackageStore;

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    packages = TestBed.inject(PackageStore);
  });

  it('takes only files whose bytes are what their hash says', async () => {
    const good = await fileOf('lessons/join-by-link.json', lessonOf('1'));
    const altered = await fileOf('pictures/link.svg', '<svg/>');
    const refused = await packages.keepFiles([good, { ...altered, bytes: bytesOf('<sva/>') }]);
    expect(refused).toEqual([altered.file]);
    expect(await packages.missing([good.file, altered.file])).toEqual([altered.file]);
  });

  it('opens the first version at once and a newer one only when it is switched to', async () => {
    const [one, two] = [await fileOf('lessons/join-by-link.json', lessonOf('1')), await fileOf('lessons/join-by-link.json', lessonOf('2'))];
    await packages.keepManifest(manifestOf(1, [one.file]));
    await packages.keepManifest(manifestOf(2, [two.file]));
    expect((await packages.current('join-zoom'))?.version).toBe(1);
    await packages.switchTo({ courseId: COURSE, version: 2, manifest: manifestOf(2, [two.file]) }, []);
    expect((await packages.current('join-zoom'))?.version).toBe(2);
    expect(await packages.version(COURSE, 1)).toBeUndefined();
  });

  it('lets a learner finish in the version they began: it keeps that version and its files', async () => {
    const [one, two, both] = [
      await fileOf('lessons/join-by-link.json', lessonOf('1')),
      await fileOf('lessons/join-by-link.json', lessonOf('2')),
      await fileOf('pictures/link.svg', '<svg/>'),
    ];
    const [old, fresh] = [manifestOf(1, [one.file, both.file]), manifestOf(2, [two.file, both.file])];
    for (const manifest of [old, fresh]) await packages.keepManifest(manifest);
    await packages.keepFiles([one, two, both]);
    const version = { courseId: COURSE, version: 2, manifest: fresh };
    await packages.switchTo(version, [1]);
    expect((await packages.lesson({ courseId: COURSE, version: 1, manifest: old }, 'join-by-link'))?.title.en).toBe('1');
    await packages.switchTo(version, []);
    expect(await packages.missing([one.file, two.file, both.file])).toEqual([one.file]);
  });

  it('frees the space of a removed course, but no file that another course has, and keeps its outline', async () => {
    const [own, shared] = [await fileOf('lessons/join-by-link.json', lessonOf('1')), await fileOf('pictures/link.svg', '<svg/>')];
    const other = { ...manifestOf(1, [shared.file]), courseId: '5a1a0000-0000-4000-8000-000000000008', slug: 'telegram' };
    for (const manifest of [manifestOf(1, [own.file, shared.file]), other]) await packages.keepManifest(manifest);
    await packages.keepFiles([own, shared]);
    await packages.want(COURSE, { wish: 'kept', choice: 'voice' });
    await packages.remove(COURSE);
    expect(await packages.missing([own.file, shared.file])).toEqual([own.file]);
    expect(await packages.course(COURSE)).toMatchObject({ wish: 'removed', choice: 'voice', version: 1 });
    expect((await packages.current('join-zoom'))?.manifest.lessons).toHaveLength(1);
  });

  it('gives a phone of an older Sala room for files under way, and loses nothing of what is there', async () => {
    const older = await openDB('sala', 2, {
      upgrade: (database) => {
        database.createObjectStore('file', { keyPath: 'sha256' });
        database.createObjectStore('event', { keyPath: 'id' });
      },
    });
    await older.put('event', { id: 'e1' });
    older.close();
    const parts = TestBed.inject(PartialFiles);
    expect(await parts.append('a', 0, bytesOf('abc'))).toBe(true);
    expect([await parts.append('a', 1, bytesOf('x')), await parts.received('a')]).toEqual([false, 3]);
    expect(await (await TestBed.inject(Store).database()).count('event')).toBe(1);
  });

  it('reads a manifest that an older Sala kept, before jobs, tests and skips were told', async () => {
    const { tests: _tests, jobs: _jobs, ...older } = manifestOf(1, []).lessons[0]!;
    const quiz = { id: 'placement', title: text, purpose: 'placement' as const, questions: 3, file: 'quizzes/placement.json' };
    await packages.keepManifest({ ...manifestOf(1, []), lessons: [older], quizzes: [quiz] } as unknown as Manifest);
    const kept = await packages.current('join-zoom');
    expect(kept?.manifest.lessons[0]).toMatchObject({ tests: [], jobs: [] });
    expect(kept?.manifest.quizzes[0]).toMatchObject({ skips: [], practices: [] });
    expect((await packages.allCurrent())[0]?.manifest).toEqual(kept?.manifest);
  });

  it('shows nothing of a lesson that does not fit its schema', async () => {
    const broken = await fileOf('lessons/join-by-link.json', '{"id":"join-by-link"}');
    const manifest = manifestOf(1, [broken.file]);
    await packages.keepManifest(manifest);
    await packages.keepFiles([broken]);
    expect(await packages.lesson({ courseId: COURSE, version: 1, manifest }, 'join-by-link')).toBeUndefined();
  });
});
