import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PackageFile } from '@sala/domain/publishing';
import { PackageStore, PartialFiles } from '@sala/web/data-device';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { FarEnd, noise } from '../tests/far-end.js';
import { FileDownloads } from './file-downloads.js';

const plainFetch = globalThis.fetch;
let far: FarEnd;

/** The app begins; what an earlier one left on the disk is there. */
const startApp = (): void => void TestBed.resetTestingModule();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  startApp();
  far = new FarEnd();
  globalThis.fetch = far.fetch;
});
afterEach(() => {
  globalThis.fetch = plainFetch;
});

describe('a file under way', () => {
  const bring = (file: PackageFile) => TestBed.inject(FileDownloads).bring([file]);
  const missing = async (file: PackageFile) => (await TestBed.inject(PackageStore).missing([file])).length;

  it('goes on where it was cut, wherever that is, and asks for no byte twice', async () => {
    const lengths = fc.integer({ min: 1, max: 300_000 });
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 5 }),
        fc.boolean(),
        async (length, cuts, killed) => {
          far.asked.length = 0;
          const file = await far.hold('a.webm', noise(length, cuts.length), 'audio/webm');
          globalThis.indexedDB = new IDBFactory();
          startApp();
          for (const cut of cuts) {
            far.cuts = [cut, 0];
            if (killed) startApp();
            await bring(file);
          }
          far.cuts = [];
          startApp();
          expect(await bring(file)).toBeUndefined();
          expect(await missing(file)).toBe(0);
          expect(far.asked.reduce((sum, { sent }) => sum + sent, 0)).toBe(length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('asks by Range and If-Range, and goes on by itself while each answer brings something', async () => {
    const file = await far.hold('a.webm', noise(200_000), 'audio/webm');
    far.cuts = [70_000, 80_000];
    expect(await bring(file)).toBeUndefined();
    expect(far.asked.map(({ range, ifRange }) => [range, ifRange])).toEqual([
      [null, null],
      ['bytes=70000-', `"${file.sha256}"`],
      ['bytes=150000-', `"${file.sha256}"`],
    ]);
  });

  it('is taken from the beginning where a proxy knows no ranges', async () => {
    const file = await far.hold('a.webm', noise(200_000), 'audio/webm');
    far.ranges = false;
    far.cuts = [120_000];
    expect(await bring(file)).toBeUndefined();
    expect(far.asked.map(({ sent }) => sent)).toEqual([120_000, 200_000]);
    expect(await missing(file)).toBe(0);
  });

  it('writes in pieces of at least 64 kB, and a small file only once', async () => {
    const [large, small] = [
      await far.hold('a.webm', noise(300_000), 'audio/webm'),
      await far.hold('b.webm', noise(50_000, 2), 'audio/webm'),
    ];
    const sizes: number[] = [];
    const parts = TestBed.inject(PartialFiles);
    const { append } = parts;
    parts.append = (sha256, from, bytes) => {
      sizes.push(bytes.byteLength);
      return append.call(parts, sha256, from, bytes);
    };
    far.piece = 1_000;
    await bring(small);
    expect(sizes).toEqual([]);
    await bring(large);
    expect(sizes.slice(0, -1).every((size) => size >= 64 * 1024)).toBe(true);
    expect(await parts.received(large.sha256)).toBe(0);
  });

  it('begins anew once when its hash is wrong, and then says so', async () => {
    const file = await far.hold('a.webm', noise(100_000), 'audio/webm');
    const right = far.files.get(file.sha256)!;
    far.files.set(file.sha256, noise(100_000, 9));
    far.before = () => Promise.resolve(far.asked.length === 1 ? void far.files.set(file.sha256, right) : undefined);
    expect(await bring(file)).toBeUndefined();
    expect(far.asked.map(({ range }) => range)).toEqual([null, null]);
    const other = await far.hold('b.webm', noise(100_000, 3), 'audio/webm');
    far.files.set(other.sha256, noise(100_001, 4));
    expect(await bring(other)).toEqual({ code: 'damaged' });
    expect(await missing(other)).toBe(1);
    expect(await TestBed.inject(PartialFiles).received(other.sha256)).toBe(0);
  });

  it('is not mistaken for the sign-in page of a café', async () => {
    const file = await far.hold('a.webm', noise(200_000), 'audio/webm');
    far.cuts = [100_000, 0];
    await bring(file);
    globalThis.fetch = () => Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } }));
    expect(await bring(file)).toEqual({ code: 'offline' });
    expect(await TestBed.inject(PartialFiles).received(file.sha256)).toBe(100_000);
  });
});
