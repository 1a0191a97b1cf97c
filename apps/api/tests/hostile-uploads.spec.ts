import type { MediaOfDraft } from '@sala/contract/dto';
import type { ProblemReply } from '@sala/contract/routes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import yazl from 'yazl';
import { smallCourse } from './authoring-courses.js';
import type { Browser } from './browser.js';
import { asStaff, startApi, type TestApi } from './start-api.js';

interface Member {
  path: string;
  bytes: Buffer | string;
  mode?: number;
}

/** A ZIP of these files, as an honest program writes it. */
async function zipOf(members: readonly Member[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { path, bytes, mode } of members) zip.addBuffer(Buffer.from(bytes), path, mode === undefined ? {} : { mode });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same bytes with every place where one text stands overwritten by another of its length. */
function forged(zip: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  const other = Buffer.from(zip);
  for (let at = other.indexOf(from); at >= 0; at = other.indexOf(from, at + 1)) other.write(to, at, 'latin1');
  return other;
}

/** The ZIP with a field of its list of contents changed, for its first file. */
function withField(zip: Buffer, offset: number, value: number): Buffer {
  const other = Buffer.from(zip);
  other.writeUInt32LE(value, other.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + offset);
  return other;
}

const LESSON = { path: 'lessons/aaaaaaaaaa.json', bytes: '{}' };
const course = { path: 'course.json', bytes: JSON.stringify(smallCourse(randomUUID())) };
const named = async (name: string): Promise<Buffer> =>
  forged(await zipOf([course, LESSON]), LESSON.path, name.padEnd(LESSON.path.length, 'x'));
const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

const FILES: [what: string, make: () => Promise<Buffer>][] = [
  ['a path upwards', () => named('../../../../etc/passwd')],
  ['an absolute path', () => named('/etc/cron.d/sala')],
  ['a path of Windows', () => named('lessons\\..\\..\\run.exe')],
  ['a drive of Windows', () => named('C:/windows/run.json')],
  ['a name with a NUL', () => named('lessons/a.json\0.exe')],
  ['a program', () => named('lessons/run-me.exe')],
  ['a link', () => zipOf([course, { ...LESSON, bytes: '/etc/passwd', mode: 0o120777 }])],
  [
    'a name twice',
    async () => forged(await zipOf([course, LESSON, { ...LESSON, path: 'lessons/bbbbbbbbbb.json' }]), 'bbbbbbbbbb', 'aaaaaaaaaa'),
  ],
  ['names that differ by case alone', async () => forged(await zipOf([course, LESSON]), LESSON.path, 'LESSONS/aaaaaaaaaa.json')],
  ['3,000 files', () => zipOf(Array.from({ length: 3_000 }, (_, n) => ({ path: `lessons/l-${n}.json`, bytes: '{}' })))],
  ['100 MB of nothing', () => zipOf([course, { ...LESSON, bytes: Buffer.alloc(100_000_000) }])],
  ['a size that lies', async () => withField(await zipOf([{ ...LESSON, bytes: 'x'.repeat(9_000) }]), 24, 10)],
  ['a size of four gigabytes', async () => withField(await zipOf([LESSON]), 24, 0xfffffffe)],
  ['a ZIP in a ZIP', async () => zipOf([course, { ...LESSON, bytes: await zipOf([course]) }])],
  ['half a file', async () => (await zipOf([course, LESSON])).subarray(0, 150)],
  ['no ZIP at all', () => Promise.resolve(Buffer.from('<html><script>alert(1)</script></html>'))],
  [
    'a page that calls itself a picture',
    () => zipOf([course, { path: 'pictures/a.webp', bytes: '<html><script>alert(1)</script></html>' }]),
  ],
  ['a drawing with a script', () => zipOf([course, { path: 'pictures/a.svg', bytes: svg('<script>alert(1)</script>') }])],
];

const PICTURES: [what: string, make: () => Promise<Buffer>][] = [
  ['a script in a drawing', () => Promise.resolve(svg('<script>alert(1)</script>'))],
  ['a script in an attribute', () => Promise.resolve(svg('<path d="M0 0" onload="alert(1)"/>'))],
  ['a link to elsewhere', () => Promise.resolve(svg('<a href="https://example.com"><path d="M0 0"/></a>'))],
  ['a picture from elsewhere', () => Promise.resolve(svg('<image href="https://example.com/a.png"/>'))],
  ['HTML in a drawing', () => Promise.resolve(svg('<foreignObject><iframe src="https://example.com"/></foreignObject>'))],
  [
    'an entity that grows',
    () => Promise.resolve(Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aa">]>${svg('&a;').toString()}`)),
  ],
  ['a page', () => Promise.resolve(Buffer.from('<!doctype html><script>alert(1)</script>'))],
  ['a program', () => Promise.resolve(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]))],
  ['half a picture', async () => (await picture()).subarray(0, 60)],
  [
    'a picture of too many dots',
    () =>
      sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
  ],
  ['nothing', () => Promise.resolve(Buffer.alloc(0))],
];

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#284' } })
    .png()
    .toBuffer();

describe('a hostile upload', () => {
  let api: TestApi;
  let trainer: Browser;
  let before: unknown;
  const draftId = randomUUID();

  const stored = async (): Promise<unknown> => {
    const counts =
      'select (select count(*) from draft) + (select count(*) from draft_media) + (select count(*) from draft_revision) as rows';
    return [await api.database.query(counts), (await trainer.get<{ media: unknown }>(`authoring/drafts/${draftId}`)).body.media];
  };

  beforeAll(async () => {
    api = await startApi({ demo: true });
    trainer = await asStaff(api, 'trainer');
    const saved = await trainer.put(`authoring/drafts/${draftId}`, { baseRevision: 0, document: smallCourse(draftId), translated: {} });
    expect(saved.status).toBe(200);
    before = await stored();
  });
  afterEach(async () => {
    expect((await api.browser().get('ready')).status).toBe(200);
    expect(await stored()).toEqual(before);
  });
  afterAll(() => api.close());

  it.each(FILES)('as a course file is refused with a reason: %s', async (_what, make) => {
    const { status, body } = await trainer.postFile<ProblemReply>('authoring/course-files', await make());
    expect([400, 413, 422]).toContain(status);
    expect(body.code).toMatch(/^(?:file-refused|too-large|invalid-request)$/);
    if (body.code !== 'too-large') expect(body.errors?.length).toBeGreaterThan(0);
  });

  it.each(PICTURES)('as a picture is refused with a reason: %s', async (_what, make) => {
    const { status, body } = await trainer.postFile<ProblemReply>(`authoring/drafts/${draftId}/media?use=picture`, await make());
    expect([400, 422]).toContain(status);
    expect(body.code).toMatch(/^(?:file-refused|invalid-request)$/);
  });

  it.each(['sound', 'video', 'captions'])('that is a picture is no %s', async (use) => {
    const { status, body } = await trainer.postFile<ProblemReply>(`authoring/drafts/${draftId}/media?use=${use}`, await picture());
    expect([status, body.code]).toEqual([422, 'file-refused']);
  });
});

describe('what else a picture carries', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi({ demo: true })));
  afterAll(() => api.close());

  it('is gone: a picture that is a ZIP as well comes out as a picture alone', async () => {
    const trainer = await asStaff(api, 'trainer');
    const id = randomUUID();
    await trainer.put(`authoring/drafts/${id}`, { baseRevision: 0, document: smallCourse(id), translated: {} });
    const polyglot = Buffer.concat([await picture(), await zipOf([{ path: 'course.json', bytes: '<script>alert(1)</script>' }])]);
    const { body } = await trainer.postFile<MediaOfDraft>(`authoring/drafts/${id}/media?use=picture`, polyglot);
    const kept = await trainer.getFile(`authoring/drafts/${id}/media/${body.sha256}`);
    expect(kept.type).toBe('image/webp');
    expect(kept.bytes.includes('script')).toBe(false);
    expect(kept.bytes.includes('PK')).toBe(false);
  });
});
