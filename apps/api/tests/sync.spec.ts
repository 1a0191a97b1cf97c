import { LearningLog } from '@sala/api/learning-log';
import { Versions } from '@sala/api/library';
import { ProgressProjection } from '@sala/api/progress';
import type { ProgressReply, SyncReply } from '@sala/contract/dto';
import { foldCourse, readLearningEvent, type LearningEvent } from '@sala/domain/learning';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { COURSE, countQueries, demoId, onPhone, startApi, type TestApi } from './start-api.js';

const LESSON = 'install-and-test';
type Sent = Record<string, unknown> & { id: string; sequence: number };

/** An event of CHANNA's on a phone. */
function event(deviceId: string, sequence: number, kind: LearningEvent['kind'], body: object, more: object = {}): Sent {
  const base = { id: randomUUID(), learnerId: demoId('channa'), deviceId, sequence, courseId: COURSE, version: 1 };
  return { ...base, occurredAt: '2026-11-22T03:00:00.000Z', kind, body: { lessonId: LESSON, ...body }, ...more };
}

const opened = (deviceId: string, sequence: number, more: object = {}): Sent => event(deviceId, sequence, 'lesson.opened', {}, more);
const answered = (deviceId: string, sequence: number, chosen: string, score: number): Sent =>
  event(deviceId, sequence, 'question.answered', {
    questionId: 'where-from',
    response: { kind: 'single-choice', chosen },
    score,
    aid: 'alone',
  });

describe('a phone and the server', () => {
  let api: TestApi;
  let phone: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    phone = await onPhone(api, 'channa');
  });
  afterAll(() => api.close());

  const sync = async (events: object[], cursor = '', browser = phone, more: object = {}): Promise<SyncReply> => {
    const learners = [{ learnerId: demoId('channa'), cursor }];
    const request = { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners, events, ...more };
    const reply = await browser.post<SyncReply>('sync', request);
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return reply.body;
  };

  it('exchange events, news and the catalogue in one round trip, and nearly nothing when there is nothing', async () => {
    const first = await sync([opened(phone.deviceId, 1), answered(phone.deviceId, 2, 'play-store', 1)]);
    expect(first.accepted).toHaveLength(2);
    expect(first.catalogue?.courses.map((course) => course.slug)).toEqual(['join-zoom', 'zoom-breakout-rooms', 'telegram-first-steps']);
    const [news] = first.news;
    expect(news).toMatchObject({ learnerId: demoId('channa'), progress: [] });
    const idle = await sync([], news?.cursor, phone, { catalogue: first.catalogue?.hash });
    expect(idle).toEqual({ accepted: [], refused: [], missing: [], news: [] });
  });

  it.each([
    ['a sync with nothing new', 3, () => sync([], '')],
    ['the catalogue', 1, () => phone.get('library/courses')],
    ['the latest manifest', 2, () => phone.get(`library/courses/${COURSE}/versions/latest`)],
    ['a manifest that was asked for before', 0, () => phone.get(`library/courses/${COURSE}/versions/1`)],
    ['one’s own progress', 3, () => phone.get(`progress/${demoId('channa')}`)],
  ])('ask the database little: %s at most %i times', async (_, most, ask) => {
    await ask();
    const asked = await countQueries(ask);
    expect(asked).toBeLessThanOrEqual(most);
    expect(asked > 0).toBe(most > 0);
  });

  it('bring a second phone to the same progress, and each the news of the other', async () => {
    const second = await onPhone(api, 'channa');
    const { news } = await sync([], '', second);
    expect(news[0]?.progress).toMatchObject([
      {
        courseId: COURSE,
        lessonId: LESSON,
        facts: { cards: [], questions: { 'where-from': { best: 1, bestAlone: 1 } }, completed: false, completedAlone: false },
      },
    ]);
    await sync([event(second.deviceId, 1, 'card.seen', { cardId: 'why' })], news[0]?.cursor, second);
    const { news: back } = await sync([], '', phone);
    expect(back[0]?.progress[0]?.facts.cards).toEqual(['why']);
    expect((await sync([], back[0]?.cursor, phone)).news).toEqual([]);
  });

  it('keep an event once, however often it is sent', async () => {
    const one = opened(phone.deviceId, 3);
    const replies = await Promise.all([sync([one]), sync([one, one]), sync([one])]);
    expect(replies.map((reply) => reply.accepted)).toEqual([[one.id], [one.id], [one.id]]);
    const rows = await api.database.query<object[]>('select 1 from learning_event where id = $1', [one.id]);
    expect(rows).toHaveLength(1);
  });

  it('never let a bad event hold up the good ones', async () => {
    const good = opened(phone.deviceId, 4);
    const stranger = opened(phone.deviceId, 5, { learnerId: randomUUID() });
    const elsewhere = opened(phone.deviceId, 5, { courseId: randomUUID() });
    const future = opened(phone.deviceId, 5, { version: 2_147_483_648 });
    const lesson = opened(phone.deviceId, 5, { body: { lessonId: 'no-such-lesson' } });
    const reused = opened(phone.deviceId, 3);
    const date = opened(phone.deviceId, 5, { occurredAt: '2026-02-31T25:61:00Z' });
    const poison = [stranger, elsewhere, future, lesson, reused, date, { id: 'x' }, { ...good, id: randomUUID(), kind: 'hacked' }, {}];
    const reply = await sync([...poison, good]);
    expect(reply.accepted).toEqual([good.id]);
    const codes = Object.fromEntries(reply.refused.filter((one) => one.id !== '').map((one) => [one.id, one.code]));
    expect(codes).toMatchObject({
      [stranger.id]: 'not-your-learner',
      [elsewhere.id]: 'unknown-course',
      [future.id]: 'unknown-course',
      [lesson.id]: 'unknown-course',
      [reused.id]: 'sequence-reused',
      [date.id]: 'malformed',
    });
    expect(reply.refused).toHaveLength(poison.length);
    // A disk put back to an old image is told the first number that is free.
    expect(reply.refused.find((one) => one.id === reused.id)?.next).toBe(good.sequence + 1);
  });

  it('take dates from the years 0001 to 9999 and clocks that are wrong by as much', async () => {
    const early = opened(phone.deviceId, 5, { occurredAt: '0001-01-01T00:00:00Z' });
    const late = opened(phone.deviceId, 6, { occurredAt: '9999-12-31T23:59:59.999Z' });
    const reply = await sync([early, late], '', phone, { clock: '9999-12-31T23:59:59Z' });
    expect(reply.accepted).toHaveLength(2);
    const slow = opened(phone.deviceId, 7, { occurredAt: '2020-01-01T00:00:00.000Z' });
    await sync([slow], '', phone, { clock: '2020-01-01T00:10:00.000Z' });
    const [row] = await api.database.query<{ minutes: number }[]>(
      'select extract(epoch from received_at - corrected_at)::float8 / 60 as minutes from learning_event where id = $1',
      [slow.id],
    );
    expect(row?.minutes).toBeCloseTo(10, 0);
  });

  it('name the holes in a phone’s sequence', async () => {
    const browser = await onPhone(api, 'channa');
    const { missing } = await sync([opened(browser.deviceId, 3), opened(browser.deviceId, 4), opened(browser.deviceId, 9)], '', browser);
    const learnerId = demoId('channa');
    expect(missing).toEqual([
      { learnerId, from: 1, to: 2 },
      { learnerId, from: 5, to: 8 },
    ]);
    expect((await sync([opened(browser.deviceId, 1), opened(browser.deviceId, 2)], '', browser)).missing).toEqual([]);
  });

  it('grade again: a score that a phone made up stays in its event and out of progress', async () => {
    const liar = await onPhone(api, 'sophea');
    const lie = { ...answered(liar.deviceId, 1, 'unknown-link', 1), learnerId: demoId('sophea') };
    await sync([lie], '', liar);
    const [row] = await api.database.query<{ told: number; ours: number }[]>(
      `select (body->>'score')::float8 as told, server_score as ours from learning_event where id = $1`,
      [lie.id],
    );
    expect(row).toEqual({ told: 1, ours: 0 });
    const { body } = await liar.get<ProgressReply>(`progress/${demoId('sophea')}`);
    expect(body.progress[0]?.facts.questions['where-from']).toEqual({ best: 0, bestAlone: 0 });
  });

  it('refuse a phone that names another phone, and say nothing of people who are not on it', async () => {
    const reply = await phone.post('sync', {
      deviceId: randomUUID(),
      clock: new Date().toISOString(),
      catalogue: '',
      learners: [],
      events: [],
    });
    expect(reply.body).toMatchObject({ code: 'not-allowed' });
    const stranger = await onPhone(api, 'sarun');
    expect((await sync([], '', stranger)).news).toEqual([]);
  });

  it.each([
    ['too many events', { events: Array.from({ length: 501 }, () => ({})) }, 'events'],
    ['events that are none', { events: [1] }, 'events'],
    ['a clock that is none', { clock: 'now' }, 'clock'],
    ['too many learners', { learners: Array.from({ length: 13 }, () => ({ learnerId: randomUUID(), cursor: '' })) }, 'learners'],
    ['a learner that is none', { learners: [{ learnerId: 'x', cursor: '' }] }, 'learners.0.learnerId'],
  ])('refuse %s', async (_, wrong, path) => {
    const request = { deviceId: phone.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events: [], ...wrong };
    const reply = await phone.post('sync', request);
    expect(reply.body.errors?.map((error) => error.path)).toContain(path);
  });

  it('read a cursor of another epoch, or a broken one, as none', async () => {
    for (const cursor of ['deadbeef.999999', 'nonsense', '.', "'; drop table person"]) {
      expect((await sync([], cursor)).news[0]?.progress).toHaveLength(1);
    }
  });

  it('never change or delete what is in the log', async () => {
    await expect(api.database.query(`update learning_event set kind = 'x'`)).rejects.toThrow('never changed');
    await expect(api.database.query('delete from learning_event')).rejects.toThrow('never changed');
    await expect(api.database.query('truncate learning_event')).rejects.toThrow('never changed');
  });
});

describe('the log and its projection', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ curriculum: true });
  });
  afterAll(() => api.close());

  const anyEvent = fc.oneof(
    fc.constant({ kind: 'lesson.opened' as const, body: {} }),
    fc.constantFrom('why', 'find-app', 'open-once').map((cardId) => ({ kind: 'card.seen' as const, body: { cardId } })),
    fc.constantFrom('alone', 'helped').map((aid) => ({ kind: 'lesson.completed' as const, body: { aid } })),
    fc
      .record({ chosen: fc.constantFrom('play-store', 'unknown-link'), aid: fc.constantFrom('alone', 'helped') })
      .map(({ chosen, aid }) => ({
        kind: 'question.answered' as const,
        body: { questionId: 'where-from', response: { kind: 'single-choice', chosen }, score: chosen === 'play-store' ? 1 : 0, aid },
      })),
  );
  // Indexes into the events: repeats and any order; cut into batches wherever the size says.
  const delivery = fc.array(anyEvent, { minLength: 1, maxLength: 12 }).chain((made) =>
    fc.record({
      made: fc.constant(made),
      order: fc.shuffledSubarray(
        made.map((_, i) => i),
        { minLength: made.length },
      ),
      repeats: fc.array(fc.nat(made.length - 1), { maxLength: 8 }),
      sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 10 }),
    }),
  );

  it('end in the same facts for any split into batches, any order and any repeats', async () => {
    const log = api.app.get(LearningLog);
    const versions = api.app.get(Versions);
    const projection = api.app.get(ProgressProjection);
    await fc.assert(
      fc.asyncProperty(delivery, async ({ made, order, repeats, sizes }) => {
        const [learnerId, deviceId] = [randomUUID(), randomUUID()];
        const events = made.map(({ kind, body }, i) => event(deviceId, i + 1, kind, body, { learnerId }));
        const all = [...order, ...repeats].map((i) => events[i]!);
        for (let at = 0, n = 0; at < all.length; n++) {
          const size = sizes[n % sizes.length] ?? 1;
          const batch = all.slice(at, (at += size));
          const taken = await log.ingest({ deviceId, learnerIds: [learnerId], clock: new Date(), events: batch }, (id, version) =>
            versions.unitsOf(id, version),
          );
          expect(new Set(taken.accepted)).toEqual(new Set(batch.map((one) => one.id)));
          if (size % 2 === 0) await projection.catchUp();
        }
        await projection.catchUp();
        const [row] = await api.database.query<{ facts: object }[]>('select facts from lesson_progress where learner_id = $1', [learnerId]);
        const read = events.flatMap((one) => {
          const result = readLearningEvent(one);
          return result.ok ? [result.value] : [];
        });
        expect(row?.facts).toEqual(foldCourse(read)[LESSON]);
      }),
      { numRuns: 60 },
    );
  });

  it('can be made again from nothing, and shows when it was tampered with', async () => {
    const projection = api.app.get(ProgressProjection);
    const compared = await projection.verify();
    expect(compared).toMatchObject({ different: 0 });
    expect(compared.rows).toBeGreaterThan(10);
    await api.database.query(`update lesson_progress set facts = '{"cards":[],"questions":{},"completed":true,"completedAlone":true}'
      where (learner_id) in (select learner_id from lesson_progress order by learner_id limit 2)`);
    await api.database.query(
      'delete from lesson_progress where learner_id in (select learner_id from lesson_progress order by learner_id desc limit 1)',
    );
    expect((await projection.verify()).different).toBeGreaterThanOrEqual(2);
    expect(await projection.rebuild()).toBe(compared.events);
    expect(await projection.verify()).toMatchObject({ different: 0, rows: compared.rows });
  });

  it('are kept in step by two copies of the API at once', async () => {
    const other = await startApi({ database: { url: api.env['DATABASE_URL'] ?? '', drop: async () => undefined } });
    try {
      const learnerId = randomUUID();
      const versions = api.app.get(Versions);
      const take = async (server: TestApi, deviceId: string, first: number): Promise<void> => {
        const events = Array.from({ length: 20 }, (_, i) => opened(deviceId, first + i, { learnerId }));
        await server.app
          .get(LearningLog)
          .ingest({ deviceId, learnerIds: [learnerId], clock: new Date(), events }, (id, version) => versions.unitsOf(id, version));
        server.app.get(ProgressProjection).wake();
      };
      const [here, there] = [randomUUID(), randomUUID()];
      await Promise.all(Array.from({ length: 10 }, (_, i) => [take(api, here, i * 20 + 1), take(other, there, i * 20 + 1)]).flat());
      await Promise.all([api.app.get(ProgressProjection).catchUp(), other.app.get(ProgressProjection).catchUp()]);
      expect(await api.app.get(ProgressProjection).verify()).toMatchObject({ different: 0 });
      const [row] = await api.database.query<{ events: number; positions: number }[]>(
        'select count(*)::int as events, count(distinct position)::int as positions from learning_event where learner_id = $1',
        [learnerId],
      );
      expect(row).toEqual({ events: 400, positions: 400 });
    } finally {
      await other.close();
    }
  });
});
