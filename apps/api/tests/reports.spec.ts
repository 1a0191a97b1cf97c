import type { PlaceReportReply } from '@sala/contract/dto';
import { ReportProjection } from '@sala/api/reporting';
import { Versions } from '@sala/api/library';
import type { Manifest } from '@sala/domain/publishing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import readSheets from 'read-excel-file/node';
import type { Browser } from './browser.js';
import { asStaff, COURSE, startApi, type TestApi } from './start-api.js';

/** Made-up learners: eight at one commune, three at the next, six in another district. */
const PLACES: [place: string, people: number][] = [
  ['010201', 8],
  ['010202', 3],
  ['010301', 6],
];

describe('the report of a place', () => {
  let api: TestApi;
  let officer: Browser;
  let course: Manifest;
  const learners: { id: string; place: string }[] = [];
  const device = randomUUID();
  let sequence = 0;

  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    officer = await asStaff(api, 'officer');
    // Only the made-up learners count.
    await api.database.query(`update role_held set valid_to = now() where role = 'learner'`);
    course = (await api.app.get(Versions).newest()).find(({ courseId }) => courseId === COURSE) as Manifest;
    for (const [place, people] of PLACES) for (let n = 0; n < people; n++) learners.push({ id: randomUUID(), place });
    for (const { id, place } of learners) {
      await api.database.query(
        `insert into person (id, family_name, given_name, family_name_latin, given_name_latin, search_key) values ($1, 'ក', 'ខ', '', '', '')`,
        [id],
      );
      await api.database.query(`insert into role_held (person_id, role, place_code) values ($1, 'learner', $2)`, [id, place]);
    }
  });
  afterAll(() => api.close());

  const append = (events: { learnerId: string; kind: string; body: object }[]): Promise<unknown> =>
    api.database.query(`select learning_event_append($1, $2, $3, $4, $5, $6, $7, $8::jsonb[], $9, $9, $10)`, [
      events.map((one) => one.learnerId),
      events.map(() => randomUUID()),
      events.map(() => device),
      events.map(() => ++sequence),
      events.map(() => COURSE),
      events.map(() => 1),
      events.map((one) => one.kind),
      events.map((one) => JSON.stringify(one.body)),
      events.map(() => Date.now()),
      events.map(() => null),
    ]);
  const completed = (learnerId: string, lessonId: string, aid: string) => ({
    learnerId,
    kind: 'lesson.completed',
    body: { lessonId, aid },
  });
  const report = async (place: string, browser = officer): Promise<PlaceReportReply> => {
    await api.app.get(ReportProjection).catchUp();
    const { status, body } = await browser.get<PlaceReportReply>(`reports/places/${place}`);
    expect(status).toBe(200);
    return body;
  };
  const ofPart = (reply: PlaceReportReply, code: string) => reply.below.find(({ place }) => place.code === code);

  it('counts people by how far they have come, by the places below', async () => {
    const [one, two, three, four] = learners.map(({ id }) => id) as [string, string, string, string];
    const [first, second] = course.lessons.map(({ id }) => id) as [string, string];
    await append([
      completed(one, first, 'alone'),
      completed(two, first, 'helped'),
      completed(three, first, 'group'),
      { learnerId: four, kind: 'lesson.opened', body: { lessonId: first } },
      ...course.lessons.map(({ id }) => completed(one, id, 'alone')),
      completed(two, second, 'helped'),
    ]);
    const reply = await report('0102');
    expect(reply.tally).toMatchObject({
      people: 11,
      connected: 0,
      withCard: 0,
      began: 4,
      completed: 3,
      finished: 1,
      alone: 1,
      helped: 1,
      inGroup: 1,
    });
    expect(reply.courses.find(({ courseId }) => courseId === COURSE)).not.toHaveProperty('tally');
    const whole = await report('01');
    expect(whole.path.map(({ code }) => code)).toEqual(['KH']);
    expect(ofPart(whole, '0102')?.tally?.people).toBe(11);
    expect(ofPart(whole, '0103')?.tally).toMatchObject({ people: 6, began: 0 });
  });

  it('shows no group under five, nor one from which such a group could be worked out', async () => {
    const district = await report('0102');
    expect(ofPart(district, '010202')).not.toHaveProperty('tally');
    expect(ofPart(district, '010201')).not.toHaveProperty('tally');
    const commune = await report('010202');
    expect(commune).toMatchObject({ below: [], courses: [], stuck: [] });
    expect(commune).not.toHaveProperty('tally');
  });

  it('tells where people are stuck in words, and hides where too few are', async () => {
    const version = await api.app.get(Versions).unitsOf(COURSE, course.version);
    const [unit] = [...(version ?? [])].filter(([, { questions }]) => questions.length > 1);
    const [lessonId, { questions }] = unit as NonNullable<typeof unit>;
    const wrong = (learnerId: string, questionId: string) => ({
      learnerId,
      kind: 'question.answered',
      body: { lessonId, questionId, response: { kind: 'single-choice', option: 'x' }, score: 0, aid: 'alone' },
    });
    const here = learners.slice(0, 6).map(({ id }) => id);
    await append([
      ...here.flatMap((id) => [0, 1, 2].map(() => wrong(id, questions[0]?.id ?? ''))),
      ...here.slice(0, 2).flatMap((id) => [0, 1, 2].map(() => wrong(id, questions[1]?.id ?? ''))),
    ]);
    const reply = await report('0102');
    expect(reply.stuck).toEqual([
      {
        courseId: COURSE,
        course: course.title,
        lesson: course.lessons.find(({ id }) => id === lessonId)?.title,
        what: questions[0]?.prompt,
        isPractice: false,
        people: 6,
      },
    ]);
    expect(reply.stuckHidden).toBe(1);
    // Who got it right in the end is stuck no more.
    await append(
      here
        .slice(0, 2)
        .map((id) => ({ ...wrong(id, questions[0]?.id ?? ''), body: { ...wrong(id, questions[0]?.id ?? '').body, score: 1 } })),
    );
    expect((await report('0102')).stuck).toEqual([]);
  });

  it('follows a person who moves, and still counts one who was forgotten, without a name', async () => {
    const [mover] = learners.filter(({ place }) => place === '010201').map(({ id }) => id);
    await officer.post(`people/${mover}/move`, { place: '010301' });
    expect((await report('0103')).tally).toMatchObject({ people: 7, began: 1, alone: 1 });
    await officer.post(`people/${mover}/forget`, {});
    expect((await report('0103')).tally).toMatchObject({ people: 7, began: 1, alone: 1, finished: 1 });
    const [leaver] = learners.filter(({ place }) => place === '010301').map(({ id }) => id);
    await officer.post(`people/${leaver}/leave`, {});
    expect((await report('0103')).tally?.people).toBe(6);
  });

  it('can be made again from the log to the same, and counts a new version of a course', async () => {
    const projection = api.app.get(ReportProjection);
    expect(await projection.verify()).toMatchObject({ different: 0 });
    await api.database.query('update learner_course set done = done + 1 where is_finished');
    expect(await projection.verify()).toMatchObject({ different: 1 });
    await projection.rebuild();
    expect(await projection.verify()).toMatchObject({ different: 0 });
    await api.database.query('update learner_course set version = version - 1, done = 0');
    await projection.catchUp();
    expect(await projection.verify()).toMatchObject({ different: 0 });
  });

  it('leaves as a workbook and as CSV, with the same figures hidden and nothing that can be run', async () => {
    await api.database.query(`update place set khmer = '=1+1' where code = '010301'`);
    const csv = await officer.getFile('reports/places/01/file?form=csv');
    expect([csv.status, csv.type]).toEqual([200, 'text/csv; charset=utf-8']);
    const xlsx = await officer.getFile('reports/places/0102/file?form=xlsx');
    const [places, courses, stuck] = await readSheets(xlsx.bytes);
    const shown = await report('0102');
    expect(places?.data[1]?.slice(0, 3)).toEqual(['0102', 'ស្រុកមង្គលបូរី (សរុប)', shown.tally?.people]);
    const hidden = shown.below.filter((part) => !part.tally).map(({ place }) => place.code);
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of places?.data.slice(2) ?? []) expect(row[2] === '<5').toBe(hidden.includes(String(row[0])));
    expect([courses?.data.length, stuck?.data[0]?.length]).toEqual([shown.courses.length + 1, 4]);
    const district = await officer.getFile('reports/places/0103/file?form=csv');
    expect(district.bytes.toString('utf8')).not.toMatch(/(^|,)"?[=+@-]/m);
    expect((await officer.get('reports/places/02/file?form=csv')).status).toBe(403);
    await api.database.query(`update place set khmer = 'ណាំតៅ' where code = '010301'`);
  });

  it('is for officers, and for their own places only', async () => {
    const refused = async (browser: Browser, place: string): Promise<number> => (await browser.get(`reports/places/${place}`)).status;
    expect(await refused(officer, '02')).toBe(403);
    expect(await refused(officer, 'KH')).toBe(403);
    expect(await refused(await asStaff(api, 'trainer'), '01')).toBe(403);
    expect(await refused(api.browser(), '01')).toBe(401);
    const whole = await report('KH', await asStaff(api, 'administrator'));
    expect(whole.below).toHaveLength(25);
  });
});
