import type { DraftReply, SavedReply } from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { smallCourse, text } from './authoring-courses.js';
import type { Browser } from './browser.js';
import { asStaff, demoId, startApi, type TestApi } from './start-api.js';

/** An author's working days: a save every two minutes for six hours, thirty days long. */
const DAYS = 30;
const A_DAY = 180;

describe('the saved states of a draft', () => {
  let api: TestApi;
  let trainer: Browser;
  let administrator: Browser;
  const id = randomUUID();
  beforeAll(async () => {
    api = await startApi({ demo: true });
    [trainer, administrator] = [await asStaff(api, 'trainer'), await asStaff(api, 'administrator')];
  });
  afterAll(() => api.close());

  const save = (browser: Browser, baseRevision: number, title: string) =>
    browser.put<SavedReply>(`authoring/drafts/${id}`, {
      baseRevision,
      document: { ...smallCourse(id), title: text(title) },
      translated: {},
    });
  const left = () =>
    api.database.query<{ revision: number; days: number; hour: string }[]>(
      `select revision, floor(extract(epoch from now() - saved_at) / 86400)::int as days, date_trunc('hour', saved_at)::text as hour
       from draft_revision where course_id = $1 order by revision`,
      [id],
    );

  it('grow few with age, and those with which something was done stay', async () => {
    expect((await save(trainer, 0, 'ដើម')).body.revision).toBe(1);
    // Time has passed: no state is ever changed but here.
    await api.database.query('alter table draft_revision disable trigger draft_revision_stays');
    await api.database.query(
      `insert into draft_revision (course_id, revision, document, translated, saved_by, saved_at)
       select r.course_id, 1 + (d.day - 1) * ${A_DAY} + n.n, r.document, r.translated,
         case when d.day = 10 and n.n = 7 then $2::uuid else r.saved_by end,
         date_trunc('day', now()) - make_interval(days => ${DAYS} - d.day) - interval '23 hours' + make_interval(mins => n.n * 2)
       from draft_revision r, generate_series(1, ${DAYS}) d (day), generate_series(1, ${A_DAY}) n (n) where r.course_id = $1 and r.revision = 1`,
      [id, demoId('bopha')],
    );
    await api.database.query(`update draft_revision set saved_at = now() - interval '40 days' where course_id = $1 and revision = 1`, [id]);
    await api.database.query('alter table draft_revision enable trigger draft_revision_stays');
    const before = 1 + DAYS * A_DAY;
    await api.database.query('update draft set revision = $2 where course_id = $1', [id, before]);
    await api.database.query(
      `insert into authoring_act (id, course_id, act, person_id, revision) values (gen_random_uuid(), $1, 'submit', $2, 1000)`,
      [id, demoId('bopha')],
    );
    expect(await left()).toHaveLength(before);
    expect((await save(trainer, before, 'បន្ថែម')).body.revision).toBe(before + 1);
    const states = await left();
    expect(states.length).toBeLessThan(270);
    expect(states.at(-1)?.revision).toBe(before + 1);
    expect(states.map(({ revision }) => revision)).toEqual(expect.arrayContaining([1, 1000, before]));
    const ofAWeek = states.filter(({ days, revision }) => days >= 1 && days < 7 && revision !== 1000).map(({ hour }) => hour);
    expect(new Set(ofAWeek).size).toBe(ofAWeek.length);
    expect(ofAWeek.length).toBeGreaterThan(30);
  });

  it('still tell who wrote: one save of the tenth day keeps its author from approving', async () => {
    expect((await administrator.get<DraftReply>(`authoring/drafts/${id}`)).body.isOwn).toBe(true);
  });

  it('go by no other way', async () => {
    const remove = (which: string) => api.database.query(`delete from draft_revision where course_id = $1 and ${which}`, [id]);
    for (const which of ['revision = 1000', `saved_at > now() - interval '20 hours'`, 'true'])
      await expect(remove(which)).rejects.toThrow('only added to');
  });
});
