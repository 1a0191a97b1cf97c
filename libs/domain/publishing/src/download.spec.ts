import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOWNLOAD_CHOICES, downloadPlan, firstToGo, rielFor, type DownloadPlan } from './download.js';
import type { Manifest, PackageFile } from './package.js';

const text = { km: 'មេរៀន', en: 'Lesson' };
const TYPES = ['application/json', 'image/svg+xml', 'image/webp', 'audio/webm', 'video/webm', 'text/vtt'] as const;

/** Contents by number, so that two versions and two paths can share them. */
const contents = fc.array(fc.record({ bytes: fc.nat({ max: 5_000_000 }), mediaType: fc.constantFrom(...TYPES) }), {
  minLength: 1,
  maxLength: 24,
});
const fileOf = (all: readonly { bytes: number; mediaType: PackageFile['mediaType'] }[], content: number, place: number): PackageFile => ({
  path: `files/${place}.bin`,
  sha256: content.toString(16).padStart(64, '0'),
  ...all[content]!,
});

/** A version whose lessons and quiz use some of its files, and which says of some pictures that they are needed, or says nothing. */
const versionOver = (all: readonly { bytes: number; mediaType: PackageFile['mediaType'] }[]): fc.Arbitrary<Manifest> =>
  fc
    .record({
      held: fc.array(fc.nat({ max: all.length - 1 }), { minLength: 1, maxLength: 20 }),
      uses: fc.array(fc.array(fc.nat({ max: 19 }), { maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      needed: fc.option(fc.array(fc.nat({ max: 19 })), { nil: undefined }),
    })
    .map(({ held, uses, needed }) => {
      const files = held.map((content, place) => fileOf(all, content, place));
      const pathOf = (place: number): string => files[place % files.length]!.path;
      const units = uses.map((places, n) => ({ id: `u-${n}`, title: text, file: pathOf(n), uses: places.map(pathOf) }));
      return {
        format: 1 as const,
        courseId: '5a1a0000-0000-4000-8000-000000000007',
        version: 1,
        slug: 'c',
        title: text,
        summary: text,
        lessons: units.slice(1).map((unit) => ({ ...unit, outcome: text, minutes: 3, cards: 3, tests: [], jobs: [] })),
        quizzes: units.slice(0, 1).map((unit) => ({ ...unit, purpose: 'test' as const, questions: 3, practices: [], skips: [] })),
        files,
        ...(needed ? { needed: needed.map(pathOf) } : {}),
      };
    });

const standing = contents.chain((all) =>
  fc.record({
    manifest: versionOver(all),
    newer: versionOver(all),
    has: fc.array(fc.nat({ max: all.length }), { maxLength: 12 }).map((some) => new Set(some.map((n) => n.toString(16).padStart(64, '0')))),
    choice: fc.constantFrom(...DOWNLOAD_CHOICES),
  }),
);

const hashes = (plan: DownloadPlan): string[] => plan.parts.flatMap((part) => part.files.map((file) => file.sha256));
const hashesOf = (manifest: Manifest): Set<string> => new Set(manifest.files.map((file) => file.sha256));
const none: ReadonlySet<string> = new Set();
const always = (property: (given: typeof standing extends fc.Arbitrary<infer T> ? T : never) => void): void =>
  fc.assert(fc.property(standing, property), { numRuns: 400 });

describe('a download plan', () => {
  it('never fetches what is there, and nothing twice', () =>
    always(({ manifest, has, choice }) => {
      const planned = hashes(downloadPlan(manifest, has, choice));
      expect(planned.filter((hash) => has.has(hash))).toEqual([]);
      expect(new Set(planned).size).toBe(planned.length);
    }));

  it('fetches exactly the new hashes between two versions', () =>
    always(({ manifest, newer, choice }) => {
      const kept = new Set(hashes(downloadPlan(manifest, none, choice)));
      const whole = hashes(downloadPlan(newer, none, choice));
      expect(new Set(hashes(downloadPlan(newer, kept, choice)))).toEqual(new Set(whole.filter((hash) => !kept.has(hash))));
    }));

  it('has parts that make up the whole', () =>
    always(({ manifest, has, choice }) => {
      const plan = downloadPlan(manifest, has, choice);
      const bytes = plan.parts.flatMap((part) => part.files).reduce((sum, file) => sum + file.bytes, 0);
      expect(plan.total).toBe(bytes);
      expect(Object.values(plan.bytes).reduce((sum, one) => sum + one, 0)).toBe(bytes);
      expect(new Set(hashes(downloadPlan(manifest, none, 'everything')))).toEqual(hashesOf(manifest));
    }));

  it('brings with each choice what the one before it brings', () =>
    always(({ manifest, has }) => {
      const [voice, pictures, everything] = DOWNLOAD_CHOICES.map((choice) => new Set(hashes(downloadPlan(manifest, has, choice))));
      expect([...voice!].filter((hash) => !pictures!.has(hash))).toEqual([]);
      expect([...pictures!].filter((hash) => !everything!.has(hash))).toEqual([]);
    }));

  it('always brings text, voice and the pictures that are needed to answer', () =>
    always(({ manifest }) => {
      const least = new Set(hashes(downloadPlan(manifest, none, 'voice')));
      const must = manifest.files.filter(
        ({ path, mediaType }) =>
          /json|vtt|audio/.test(mediaType) || (mediaType.startsWith('image/') && (!manifest.needed || manifest.needed.includes(path))),
      );
      expect(must.filter((file) => !least.has(file.sha256))).toEqual([]);
    }));
});

describe('the price of a download', () => {
  it('is whole riel and never less than it will be', () => {
    expect([rielFor(0, 2000), rielFor(1, 2000), rielFor(3_200_000, 2000), rielFor(1_000_000_000, 2000)]).toEqual([0, 1, 7, 2000]);
  });

  it('lets go of clips first, then pictures, then voices, each once, and never of what a lesson can’t be read without', () =>
    always(({ manifest, newer }) => {
      const all = new Set([...hashesOf(manifest), ...hashesOf(newer)]);
      const going = firstToGo([manifest, newer], all).map((file) => file.sha256);
      expect(new Set(going).size).toBe(going.length);
      const classes = [manifest, newer].map((one) => DOWNLOAD_CHOICES.map((choice) => downloadPlan(one, none, choice)));
      const left = new Set([...all].filter((hash) => !going.includes(hash)));
      for (const one of [manifest, newer]) expect(downloadPlan(one, left, 'everything').bytes.text).toBe(0);
      // Whoever has voices and pictures only misses nothing of them before every clip has gone.
      const clips = going.filter((hash) => classes.every(([, pictures]) => !hashes(pictures!).includes(hash)));
      expect(going.slice(0, clips.length)).toEqual(clips);
      const voices = new Set(classes.flatMap(([voice]) => hashes(voice!)));
      const firstVoice = going.findIndex((hash) => voices.has(hash));
      if (firstVoice >= 0) expect(going.slice(firstVoice).every((hash) => voices.has(hash))).toBe(true);
      expect(firstToGo([manifest, newer], none)).toEqual([]);
    }));
});
