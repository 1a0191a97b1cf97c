import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Manifest, PackageFile } from '@sala/domain/publishing';
import fc from 'fast-check';
import { hex, joinBytes, sha256, utf8, type Bytes } from './bytes.js';
import { canonicalJson, courseFileHead, fileHead, readCourseFile, signManifest, type Pieces } from './course-file.js';
import { makeSigningKeys, type KeyPair } from './keys.js';

const text = { km: 'មេរៀន', en: 'Lesson' };
const pieces = (bytes: Bytes): Pieces => ({ size: bytes.length, read: (from, to) => Promise.resolve(bytes.slice(from, to)) });
const fine = (): boolean => true;

describe('a course file', () => {
  let server: KeyPair;
  let whole: Bytes;
  let manifest: Manifest;
  const contents = [utf8('{"a":1}'), Uint8Array.from({ length: 3_000 }, (_, n) => (n * 7) % 256)];

  beforeAll(async () => {
    server = await makeSigningKeys();
    const files = await Promise.all(
      contents.map(async (bytes, n): Promise<PackageFile> => {
        const mediaType = n === 0 ? 'application/json' : 'image/webp';
        return { path: n === 0 ? 'a.json' : 'b.webp', sha256: hex(await sha256(bytes)), bytes: bytes.length, mediaType };
      }),
    );
    const shared = { format: 1, courseId: '5a1a0000-0000-4000-8000-000000000007', version: 2, slug: 'join-zoom' } as const;
    manifest = { ...shared, title: text, summary: text, lessons: [], quizzes: [], files };
    const head = courseFileHead(await signManifest(manifest, server));
    whole = joinBytes(head, ...files.flatMap((file, n) => [fileHead(file), contents[n] ?? new Uint8Array()]));
  });

  it('gives the manifest and every file, each looked at with its bytes', async () => {
    const seen: Bytes[] = [];
    const read = await readCourseFile(pieces(whole), server.publicKey, (_, bytes) => seen.push(bytes) > 0);
    expect(read).toMatchObject({ manifest, files: manifest.files.map((file) => ({ file })) });
    expect(seen).toEqual(contents);
  });

  it('is refused with any byte altered, cut anywhere but between two files, or with more behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const altered = whole.map((byte, place) => (place === at ? byte ^ bits : byte));
        expect(['damaged', 'foreign']).toContain(await readCourseFile(pieces(altered), server.publicKey, fine));
      }),
      { numRuns: 300 },
    );
    const between = [whole.length - 3_000 - 32, whole.length - 3_000 - 64 - contents[0]!.length];
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        fc.pre(!between.includes(length));
        expect(await readCourseFile(pieces(whole.slice(0, length)), server.publicKey, fine)).toBe('damaged');
      }),
    );
    expect(await readCourseFile(pieces(joinBytes(whole, whole.slice(-3_032))), server.publicKey, fine)).toBe('damaged');
  });

  it('is refused when another server signed it, or when a file is not what its reader takes', async () => {
    expect(await readCourseFile(pieces(whole), (await makeSigningKeys()).publicKey, fine)).toBe('foreign');
    expect(await readCourseFile(pieces(whole), server.publicKey, (file) => file.path !== 'b.webp')).toBe('damaged');
  });

  it('is signed over one spelling of its manifest', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ក' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,{"c":"ក","d":null}]}');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
