import type {
  DraftChecksReply,
  DraftComment,
  DraftInList,
  DraftReply,
  DraftStepReply,
  ImportCourseReply,
  MediaOfDraft,
  SavedReply,
} from '@sala/contract/dto';
import type { ProblemReply } from '@sala/contract/routes';
import { readCourse, type Course } from '@sala/domain/content';
import type { Manifest } from '@sala/domain/publishing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { line, smallCourse, text } from './authoring-courses.js';
import type { Browser } from './browser.js';
import { asStaff, COURSE, startApi, type TestApi } from './start-api.js';

describe('a draft', () => {
  let api: TestApi;
  let trainer: Browser;
  let reviewer: Browser;
  let administrator: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    [trainer, reviewer, administrator] = [
      await asStaff(api, 'trainer'),
      await asStaff(api, 'reviewer'),
      await asStaff(api, 'administrator'),
    ];
  });
  afterAll(() => api.close());

  const save = (
    browser: Browser,
    id: string,
    baseRevision: number,
    document: object,
  ): ReturnType<typeof browser.put<SavedReply & ProblemReply>> =>
    browser.put<SavedReply & ProblemReply>(`authoring/drafts/${id}`, { baseRevision, document, translated: {} });
  const step = (
    browser: Browser,
    id: string,
    name: string,
    revision: number,
    more: object = {},
  ): ReturnType<typeof browser.post<DraftStepReply & ProblemReply>> =>
    browser.post<DraftStepReply & ProblemReply>(`authoring/drafts/${id}/${name}`, { revision, ...more });
  const read = async (id: string, browser = trainer): Promise<DraftReply> => (await browser.get<DraftReply>(`authoring/drafts/${id}`)).body;

  it('is saved unfinished, and comes back as it was written', async () => {
    const id = randomUUID();
    const document = { ...smallCourse(id), title: { km: '', en: '' }, lessons: [] };
    expect((await save(trainer, id, 0, document)).body).toMatchObject({ revision: 1, state: 'draft' });
    expect(await read(id)).toMatchObject({ revision: 1, document, isOwn: true, comments: [], media: [] });
    expect((await read(id, reviewer)).isOwn).toBe(false);
    const { body: list } = await reviewer.get<DraftInList[]>('authoring/drafts');
    expect(list[0]).toMatchObject({ courseId: id, state: 'draft', revision: 1, savedBy: expect.stringMatching(/[\u1780-\u17ff]/) });
  });

  it('never takes a text over one that its author has not seen, and takes the same once when a reply was lost', async () => {
    const id = randomUUID();
    await save(trainer, id, 0, smallCourse(id));
    const mine = { ...smallCourse(id), title: text('របស់ខ្ញុំ') };
    expect((await save(trainer, id, 1, mine)).body.revision).toBe(2);
    expect((await save(trainer, id, 1, mine)).body.revision).toBe(2);
    const theirs = await save(administrator, id, 1, { ...smallCourse(id), title: text('របស់គេ') });
    expect([theirs.status, theirs.body.code]).toEqual([409, 'moved-on']);
    expect(await read(id)).toMatchObject({ revision: 2, document: { title: { km: 'របស់ខ្ញុំ' } } });
    const both = await Promise.all([1, 2, 3, 4].map((n) => save(trainer, id, 2, { ...mine, summary: text(`ក${n}`) })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('keeps every state that was saved, and an earlier one can be put back', async () => {
    const id = randomUUID();
    for (const [base, title] of ['មួយ', 'ពីរ', 'បី'].entries()) await save(trainer, id, base, { ...smallCourse(id), title: text(title) });
    const { body: all } = await trainer.get<{ revision: number }[]>(`authoring/drafts/${id}/revisions`);
    expect(all.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    const { body: first } = await trainer.get<{ document: object }>(`authoring/drafts/${id}/revisions/1`);
    expect((await save(trainer, id, 3, first.document)).body.revision).toBe(4);
    expect((await read(id)).document).toMatchObject({ title: { km: 'មួយ' } });
    await expect(api.database.query('update draft_revision set saved_at = now()')).rejects.toThrow();
    await expect(api.database.query('delete from authoring_act')).rejects.toThrow();
  });

  it.each([
    ['another address', (id: string) => smallCourse(randomUUID(), {}, { id })],
    ['no id', () => ({})],
    ['text for a list', (id: string) => ({ ...smallCourse(id), lessons: 'x' })],
  ])('is refused with %s, in words of path and rule', async (_what, made) => {
    const id = randomUUID();
    const refused = await save(trainer, id, 0, made(id));
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid-request']);
    expect(refused.body.errors?.length).toBeGreaterThan(0);
    expect((await trainer.get(`authoring/drafts/${id}`)).status).toBe(404);
  });

  it('goes its way: remarked on, sent back, approved by somebody else, published, corrected', async () => {
    const id = randomUUID();
    await save(trainer, id, 0, smallCourse(id));
    expect((await step(trainer, id, 'submit', 1)).body.state).toBe('in-review');
    expect((await save(trainer, id, 1, smallCourse(id))).body.code).toBe('wrong-state');
    const { body: remark } = await reviewer.post<DraftComment>(`authoring/drafts/${id}/comments`, {
      part: 'first',
      item: 'q1',
      text: 'សូមកែ',
    });
    expect((await step(reviewer, id, 'send-back', 1, { text: 'សូមមើលម្ដងទៀត' })).body.state).toBe('draft');
    expect((await read(id)).comments.map(({ item, text: words }) => [item, words])).toEqual([
      ['q1', 'សូមកែ'],
      ['', 'សូមមើលម្ដងទៀត'],
    ]);
    await save(trainer, id, 1, { ...smallCourse(id), summary: text('កែហើយ') });
    expect((await trainer.post(`authoring/drafts/${id}/comments/${remark.id}/resolve`)).status).toBe(200);
    await step(trainer, id, 'submit', 2);
    expect((await step(trainer, id, 'publish', 2)).body.code).toBe('wrong-state');
    expect((await step(reviewer, id, 'approve', 1)).body.code).toBe('moved-on');
    expect((await step(trainer, id, 'approve', 2)).status).toBe(403);
    expect((await step(reviewer, id, 'approve', 2)).body.state).toBe('approved');
    expect((await step(trainer, id, 'publish', 2)).body).toMatchObject({ state: 'published', version: 1 });
    const { body: manifest } = await api.browser().get<Manifest>(`library/courses/${id}/versions/latest`);
    expect([manifest.version, manifest.summary.km]).toEqual([1, 'កែហើយ']);

    // A correction is a new version; the old one stays as it was.
    expect((await save(administrator, id, 2, { ...smallCourse(id), summary: text('ម្ដងទៀត') })).body).toMatchObject({ revision: 3 });
    await step(trainer, id, 'submit', 3);
    expect((await step(administrator, id, 'approve', 3)).body.code).toBe('own-work');
    expect((await step(reviewer, id, 'approve', 3)).status).toBe(200);
    expect((await step(trainer, id, 'publish', 3)).body.version).toBe(2);
    expect((await api.browser().get<Manifest>(`library/courses/${id}/versions/1`)).body.summary.km).toBe('កែហើយ');
    expect((await reviewer.post(`authoring/drafts/${id}/retire`, { version: 2 })).status).toBe(200);
    expect((await api.browser().get<Manifest>(`library/courses/${id}/versions/latest`)).body.version).toBe(1);
    const { body: history } = await trainer.get<{ act: string; version?: number }[]>(`authoring/drafts/${id}/history`);
    expect(history.map(({ act }) => act).reverse()).toEqual([
      'begin', 'submit', 'comment', 'send-back', 'resolve', 'submit', 'approve', 'publish', 'edit', 'submit', 'approve', 'publish', 'retire',
    ]); // prettier-ignore
  });

  it('is not published with findings, and each says where to go', async () => {
    const id = randomUUID();
    const bad = { id: 'bad', kind: 'tip', tone: 'tip', title: line, body: text('ហៅ ០១២ ៣៤៥ ៦៧៨') };
    await save(trainer, id, 0, smallCourse(id, bad, { id: 'empty', kind: 'tip', tone: 'tip', title: text('') }));
    const { body: unfinished } = await trainer.get<DraftChecksReply>(`authoring/drafts/${id}/checks`);
    expect(unfinished.findings).toContainEqual(
      expect.objectContaining({ rule: 'not-filled-in', place: { part: 'lesson', id: 'first', item: 'empty', field: 'title.km' } }),
    );
    await save(trainer, id, 1, smallCourse(id, bad));
    const { body } = await trainer.get<DraftChecksReply>(`authoring/drafts/${id}/checks`);
    expect(body.findings).toEqual([
      { rule: 'phone-number', place: { part: 'lesson', id: 'first', item: 'bad', field: 'body' }, detail: '012 345 678' },
    ]);
    await step(trainer, id, 'submit', 2);
    await step(reviewer, id, 'approve', 2);
    const refused = await step(trainer, id, 'publish', 2);
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.rule]).toEqual([422, 'not-publishable', 'phone-number']);
    expect((await read(id)).state).toBe('approved');
  });

  it('begins from a published course: as its correction, or as another course with its content', async () => {
    const correction = await trainer.post<SavedReply>(`authoring/drafts/${COURSE}/begin`, { fromCourseId: COURSE });
    expect(correction.body).toMatchObject({ revision: 1, state: 'draft' });
    expect((await trainer.post(`authoring/drafts/${COURSE}/begin`, { fromCourseId: COURSE })).status).toBe(409);
    const { document, media } = await read(COURSE);
    expect(readCourse(document).ok).toBe(true);
    expect((await trainer.get<DraftChecksReply>(`authoring/drafts/${COURSE}/checks`)).body.findings).toEqual([]);
    const id = randomUUID();
    expect((await trainer.post(`authoring/drafts/${id}/begin`, { fromCourseId: COURSE })).status).toBe(200);
    const copy = await read(id);
    expect(copy.media).toEqual(media);
    expect({ ...copy.document, id: COURSE, slug: (document as Course).slug }).toEqual(document);
  });

  it('goes out as a course file and comes in again without loss', async () => {
    const id = randomUUID();
    await trainer.post(`authoring/drafts/${id}/begin`, { fromCourseId: COURSE });
    const before = await read(id);
    const { bytes, type } = await trainer.getFile(`authoring/drafts/${id}/file`);
    expect(type).toBe('application/zip');
    expect((await trainer.getFile(`authoring/drafts/${id}/file`)).bytes.equals(bytes)).toBe(true);
    const taken = await administrator.postFile<ImportCourseReply>('authoring/course-files', bytes);
    expect(taken.body).toEqual({ courseId: id, revision: 2, state: 'draft', savedAt: expect.any(String), findings: [] });
    const after = await read(id);
    expect([after.document, after.media]).toEqual([before.document, before.media]);
  });

  it('takes a picture and gives it back small, without what a camera wrote into it', async () => {
    const sharp = (await import('sharp')).default;
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#284' } })
      .withExif({ IFD0: { Make: 'Sok Dara' } })
      .jpeg()
      .toBuffer();
    const id = randomUUID();
    expect((await trainer.postFile(`authoring/drafts/${id}/media?use=picture`, photo)).status).toBe(404);
    await save(trainer, id, 0, smallCourse(id));
    const { body: kept } = await trainer.postFile<MediaOfDraft>(`authoring/drafts/${id}/media?use=picture`, photo);
    expect(kept).toMatchObject({ mediaType: 'image/webp', path: expect.stringMatching(/^pictures\/p-[0-9a-f]{16}\.webp$/) });
    const file = await reviewer.getFile(`authoring/drafts/${id}/media/${kept.sha256}`);
    const { width, exif } = await sharp(file.bytes).metadata();
    expect([file.type, width, exif]).toEqual(['image/webp', 720, undefined]);
    expect((await api.browser().get(`library/files/${kept.sha256}`)).status).toBe(404);
  });
});
