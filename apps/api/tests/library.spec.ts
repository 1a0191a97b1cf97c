import { Library } from '@sala/api/library';
import { FileStore } from '@sala/api/platform';
import type { Catalogue, CourseInOverview, SyncReply } from '@sala/contract/dto';
import type { Course } from '@sala/domain/content';
import type { FileToStore, Manifest } from '@sala/domain/publishing';
import { curriculum } from '@sala/curriculum';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { asStaff, COURSE, onPhone, startApi, type TestApi } from './start-api.js';

describe('the library', () => {
  let api: TestApi;
  let library: Library;
  let course: Course;
  let media: FileToStore[];
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    library = api.app.get(Library);
    const [first] = await curriculum();
    course = first?.course as Course;
    media = first?.media ?? [];
  });
  afterAll(() => api.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${api.origin}/api/library/${path}`, { headers });
  const manifest = async (version: string): Promise<Manifest> =>
    (await (await get(`courses/${COURSE}/versions/${version}`)).json()) as Manifest;
  const renamed = (en: string): Course => ({ ...course, title: { ...course.title, en } });

  it('publishes the same content once, and each change as a new version beside the old one', async () => {
    expect(await library.publish(course, media)).toEqual({ ok: true, courseId: COURSE, version: 1, isNew: false });
    expect(await library.publish(renamed('Join a meeting'), media)).toMatchObject({ version: 2, isNew: true });
    expect(await library.publish(renamed('Join a meeting'), media)).toMatchObject({ version: 2, isNew: false });
    expect((await manifest('latest')).title.en).toBe('Join a meeting');
    expect((await manifest('1')).title.en).toBe('Join a Zoom meeting');
    expect((await manifest('2')).files).toEqual((await manifest('1')).files);
  });

  it('makes one version of two publications at the same moment', async () => {
    const both = await Promise.all([library.publish(renamed('Both'), media), library.publish(renamed('Both'), media)]);
    expect(both.map((one) => one.ok && one.isNew).sort()).toEqual([false, true]);
  });

  it('publishes nothing that does not fit the schema or breaks a rule', async () => {
    expect(await library.publish({ ...course, lessons: [] }, media)).toMatchObject({ ok: false });
    const broken = await library.publish({ ...course, title: { km: 'ខែ្មរ', en: 'x' } }, media);
    expect(broken).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'khmer-not-canonical' })]),
    });
    expect(await library.publish(course, [])).toMatchObject({ ok: false });
  });

  it('never changes or deletes a published version, but may withdraw it', async () => {
    const change = (sql: string): Promise<unknown> => api.database.query(sql);
    await expect(change(`update course_version set manifest = '{}'`)).rejects.toThrow('never changed');
    await expect(change('delete from course_version')).rejects.toThrow('never changed');
    await expect(change('truncate course_version')).rejects.toThrow('never changed');
    const version = (await manifest('latest')).version;
    await change(`update course_version set retired_at = now() where number = ${version}`);
    expect((await manifest('latest')).version).toBe(version - 1);
    expect((await manifest(String(version))).version).toBe(version);
  });

  it('tells what it has: the catalogue for all, an overview for staff', async () => {
    const { hash, courses, rielPerGigabyte } = (await (await get('courses')).json()) as Catalogue;
    expect(rielPerGigabyte).toBe(2000);
    expect(hash).toMatch(/^[\w-]{22}$/);
    expect(courses[0]).toMatchObject({ courseId: COURSE, slug: 'join-zoom', lessons: course.lessons.length });
    const trainer = await asStaff(api, 'trainer');
    const overview = await trainer.get<CourseInOverview[]>('library/overview');
    expect(overview.body[0]).toMatchObject({ courseId: COURSE, reviewedLessons: 0, learners: 0 });
  });

  it('tells another price of data under another hash, so that phones hear of it', async () => {
    const dearer = await startApi({
      database: { url: api.env['DATABASE_URL'] ?? '', drop: async () => undefined },
      env: { SALA_RIEL_PER_GB: '2500' },
    });
    try {
      const before = (await (await get('courses')).json()) as Catalogue;
      const after = (await (await fetch(`${dearer.origin}/api/library/courses`)).json()) as Catalogue;
      expect([before.rielPerGigabyte, after.rielPerGigabyte]).toEqual([2000, 2500]);
      expect(after.courses).toEqual(before.courses);
      expect(after.hash).not.toBe(before.hash);
    } finally {
      await dearer.close();
    }
  });

  it('tells the price that an officer has set, and phones of it at their next sync', async () => {
    const officer = await asStaff(api, 'officer');
    expect((await officer.get('library/data-price')).body).toEqual({ rielPerGigabyte: 2000, isDefault: true });
    const before = (await (await get('courses')).json()) as Catalogue;
    expect((await officer.send('PUT', 'library/data-price', { rielPerGigabyte: 3_500 })).body).toEqual({
      rielPerGigabyte: 3_500,
      isDefault: false,
    });
    const after = (await (await get('courses')).json()) as Catalogue;
    expect([after.rielPerGigabyte, after.courses]).toEqual([3_500, before.courses]);
    expect(after.hash).not.toBe(before.hash);
    // The hash that syncs compare is remembered for a second.
    await sleep(1_100);
    const phone = await onPhone(api, 'channa');
    const sync = { deviceId: phone.deviceId, clock: new Date().toISOString(), learners: [], events: [] };
    const { body } = await phone.post<SyncReply>('sync', { ...sync, catalogue: before.hash });
    expect(body.catalogue?.rielPerGigabyte).toBe(3_500);
    expect((await phone.post<SyncReply>('sync', { ...sync, catalogue: after.hash })).body.catalogue).toBeUndefined();
    for (const rielPerGigabyte of [-1, 1_000_001, 2.5, '2000'])
      expect((await officer.send('PUT', 'library/data-price', { rielPerGigabyte })).status).toBe(400);
    await api.database.query('delete from data_price');
  });

  it.each([
    ['words inside Khmer without spaces', 'ប្រជុំ'],
    ['another encoding', 'តំណភា្ជប់'],
    ['another spelling', 'ហ្សូម'],
    ['words of a lesson', 'សាកល្បង'],
    ['English', 'zoom'],
    ['a typing error', 'ទូរសាព្ទ'],
    ['break marks between', 'ចូល​រួម​ប្រជុំ'],
  ])('finds a course by %s', async (_, search) => {
    const found = (await (await get(`courses?search=${encodeURIComponent(search)}`)).json()) as Catalogue;
    expect(found.courses.map((one) => one.courseId)).toContain(COURSE);
  });

  it('finds nothing where there is nothing', async () => {
    const found = (await (await get(`courses?search=${encodeURIComponent('ការដាំដំណាំស្រូវ')}`)).json()) as Catalogue;
    expect(found.courses).toEqual([]);
  });

  it('serves a numbered manifest for ever, and answers for the latest by its tag alone', async () => {
    const fixed = await get(`courses/${COURSE}/versions/1`);
    expect(fixed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const latest = await get(`courses/${COURSE}/versions/latest`);
    expect(latest.headers.get('cache-control')).toBe('no-cache');
    const again = await get(`courses/${COURSE}/versions/latest`, { 'if-none-match': latest.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each(['0', '01', 'newest', '-1', '99999999'])('refuses version %s', async (version) => {
    expect((await get(`courses/${COURSE}/versions/${version}`)).status).toBe(400);
  });

  it('does not know other courses, versions and files', async () => {
    expect((await get(`courses/${COURSE}/versions/77`)).status).toBe(404);
    expect((await get('courses/00000000-0000-4000-8000-000000000000/versions/latest')).status).toBe(404);
    expect((await get(`files/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await get('files/..%2f..%2fetc%2fpasswd')).status).toBe(400);
  });

  it('serves a file whole, packed or in parts, always the same bytes, without rights as a page', async () => {
    const file = (await manifest('1')).files.find((one) => one.mediaType === 'image/svg+xml');
    const path = `files/${file?.sha256 ?? ''}`;
    const whole = await get(path, { 'accept-encoding': 'identity' });
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-length': String(file?.bytes),
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${file?.sha256 ?? ''}"`,
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(whole.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    const packed = await get(path, { 'accept-encoding': 'br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(Buffer.from(await packed.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(bytes.length / 1.5);
    const part = await get(path, { range: 'bytes=10-29', 'accept-encoding': 'br' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-29/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 30))).toBe(true);
    const rest = await get(path, { range: `bytes=${bytes.length - 5}-` });
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(-5))).toBe(true);
    const tail = await get(path, { range: 'bytes=-7', 'if-range': whole.headers.get('etag') ?? '' });
    expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(-7))).toBe(true);
    expect((await get(path, { range: `bytes=${bytes.length}-` })).headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect((await get(path, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(path, { 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('keeps a packed copy beside each text, and mends a file that was damaged when it is published again', async () => {
    const files = api.app.get(FileStore);
    const sha256 = (await manifest('1')).files[0]?.sha256 ?? '';
    const good = await readFile(files.pathOf(sha256));
    expect(brotliDecompressSync(await readFile(`${files.pathOf(sha256)}.br`)).equals(good)).toBe(true);
    await writeFile(files.pathOf(sha256), Buffer.alloc(good.length));
    await expect(files.read(sha256)).rejects.toThrow('damaged');
    await library.publish(renamed('Again'), media);
    expect((await files.read(sha256)).equals(good)).toBe(true);
  });
});
