import { AttemptMoves, LearningLog } from '@sala/api/learning-log';
import { Versions } from '@sala/api/library';
import { ProgressProjection } from '@sala/api/progress';
import type { DisownedAttempt, MovedAttempt, MovesReply, ProgressReply, SyncReply } from '@sala/contract/dto';
import { foldCourse, readLearningEvent, withMoves, type AttemptMove, type LearningEvent } from '@sala/domain/learning';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

const LESSON = 'install-and-test';

type Sent = LearningEvent & { body: Record<string, unknown> };
const made = (learnerId: string, deviceId: string, sequence: number, kind: string, body: object): Sent => {
  const base = { id: randomUUID(), learnerId, deviceId, sequence, courseId: COURSE, version: 1 };
  return { ...base, occurredAt: '2026-11-22T03:00:00.000Z', kind, body: { lessonId: LESSON, ...body } } as unknown as Sent;
};

describe('an attempt that was not one’s own', () => {
  let api: TestApi;
  let phone: Browser;
  const [channa, sophea, sarun] = ['channa', 'sophea', 'sarun'].map(demoId) as [string, string, string];
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    phone = await onPhone(api, 'sophea', await onPhone(api, 'channa'));
  });
  afterAll(() => api.close());

  const sync = async (events: object[], cursors: Record<string, string> = {}, browser = phone): Promise<SyncReply> => {
    const learners = Object.entries(cursors).map(([learnerId, cursor]) => ({ learnerId, cursor }));
    const request = { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners, events };
    const reply = await browser.post<SyncReply>('sync', request);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const cursorsOf = (reply: SyncReply) => Object.fromEntries(reply.news.map(({ learnerId, cursor }) => [learnerId, cursor]));
  const cardsOf = async (browser: Browser, learnerId: string): Promise<string[]> => {
    const { body } = await browser.get<ProgressReply>(`progress/${learnerId}`);
    return body.progress.find((one) => one.lessonId === LESSON)?.facts.cards ?? [];
  };

  it('is moved once a mentor has confirmed it, and both learners’ phones start over', async () => {
    const own = made(channa, phone.deviceId, 1, 'card.seen', { cardId: 'why' });
    const foreign = [2, 3].map((n) => made(channa, phone.deviceId, n, 'card.seen', { cardId: n === 2 ? 'find-app' : 'open-once' }));
    const word = made(channa, phone.deviceId, 4, 'attempt.disowned', { deviceId: phone.deviceId, from: 2, to: 3, whose: sophea });
    expect((await sync([own, ...foreign, word])).accepted).toHaveLength(4);
    const before = cursorsOf(await sync([], { [channa]: '', [sophea]: '' }));

    const mentor = await onPhone(api, 'ratana');
    const { body: open } = await mentor.get<DisownedAttempt[]>('progress/disowned?place=010201');
    expect(open).toMatchObject([{ id: word.id, learnerId: channa, lessonId: LESSON, whose: sophea, events: 2 }]);
    const { status, body: move } = await mentor.post<MovedAttempt>(`progress/${channa}/moves`, { disowned: word.id, to: sophea });
    expect(status).toBe(200);
    expect(move).toMatchObject({ from: channa, to: sophea, disowned: word.id, confirmedBy: demoId('ratana') });
    expect([...move.events].sort()).toEqual(foreign.map((event) => event.id).sort());
    expect((await mentor.get<DisownedAttempt[]>('progress/disowned?place=010201')).body).toEqual([]);
    expect([await cardsOf(phone, channa), await cardsOf(phone, sophea)]).toEqual([['why'], ['find-app', 'open-once']]);

    const news = await sync([], before);
    const of = (learnerId: string) => news.news.find((one) => one.learnerId === learnerId);
    expect([...(of(channa)?.startOver?.moved ?? [])].sort()).toEqual([...move.events].sort());
    expect(of(channa)?.progress.map((one) => one.facts.cards)).toEqual([['why']]);
    expect(of(sophea)).toMatchObject({ startOver: { moved: [] }, progress: [{ facts: { cards: ['find-app', 'open-once'] } }] });
    expect((await sync([], cursorsOf(news))).news).toEqual([]);
    // What is sent again after it was moved is known, and counts once.
    expect((await sync(foreign)).accepted).toHaveLength(2);
    expect(await cardsOf(phone, channa)).toEqual(['why']);
    expect(await api.app.get(ProgressProjection).verify()).toMatchObject({ different: 0 });
  });

  it('leaves a line of audit that nobody can change, and a mentor’s mistake is mended by another', async () => {
    const officer = await asStaff(api, 'officer');
    const { body } = await officer.get<MovesReply>(`progress/${channa}/moves`);
    const [first] = body.moves;
    expect(first).toMatchObject({ from: channa, to: sophea, confirmedBy: demoId('ratana') });
    const again = await officer.post(`progress/${channa}/moves`, { disowned: first?.disowned, to: sophea });
    expect(again.body).toMatchObject({ code: 'already-there' });
    expect((await officer.post(`progress/${channa}/moves`, { disowned: first?.disowned, to: channa })).status).toBe(200);
    expect([await cardsOf(phone, channa), await cardsOf(phone, sophea)]).toEqual([['find-app', 'open-once', 'why'], []]);
    const { news } = await sync([], { [channa]: '', [sophea]: '' });
    expect(news.find((one) => one.learnerId === channa)?.startOver).toEqual({ moved: [] });
    expect((await officer.get<MovesReply>(`progress/${sophea}/moves`)).body.moves).toHaveLength(2);
    await expect(api.database.query('update attempt_move set to_learner_id = from_learner_id')).rejects.toThrow('never changed');
    await expect(api.database.query('delete from moved_event')).rejects.toThrow('never changed');
    expect(await api.app.get(ProgressProjection).verify()).toMatchObject({ different: 0 });
  });

  it('is confirmed by nobody whom it concerns, and only by somebody responsible for all of them', async () => {
    const word = made(channa, phone.deviceId, 5, 'attempt.disowned', { deviceId: phone.deviceId, from: 1, to: 1 });
    await sync([word]);
    const ask = async (browser: Browser, to: string, disowned = word.id) =>
      (await browser.post(`progress/${channa}/moves`, { disowned, to })).body.code;
    const mentor = await onPhone(api, 'ratana');
    expect(await ask(phone, sophea)).toBe('not-allowed');
    expect(await ask(mentor, demoId('ratana'))).toBe('not-allowed');
    expect(await ask(mentor, sarun)).toBe('not-allowed');
    expect(await ask(mentor, sophea, randomUUID())).toBe('not-found');
    expect((await mentor.get('progress/disowned?place=0103')).body).toMatchObject({ code: 'not-allowed' });
  });
});

describe('moved attempts in the projection', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ curriculum: true });
  });
  afterAll(() => api.close());

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('learn' as const), who: fc.nat({ max: 2 }), card: fc.constantFrom('why', 'find-app', 'open-once') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), who: fc.nat({ max: 2 }), to: fc.nat({ max: 2 }), from: fc.integer({ min: 1, max: 4 }), length: fc.nat({ max: 3 }) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'project' as const }) },
  ); // prettier-ignore

  it('conserve the total, change nobody else, and are the same when all is made again', async () => {
    const log = api.app.get(LearningLog);
    const moves = api.app.get(AttemptMoves);
    const projection = api.app.get(ProgressProjection);
    const versions = api.app.get(Versions);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const learners = [randomUUID(), randomUUID(), randomUUID()] as const;
        const deviceId = randomUUID();
        const events: LearningEvent[] = [];
        const confirmed: AttemptMove[] = [];
        const record = async (who: number, kind: string, body: object): Promise<LearningEvent> => {
          const learnerId = learners[who] ?? '';
          const sequence = events.filter((one) => one.learnerId === learnerId).length + 1;
          const read = readLearningEvent(made(learnerId, deviceId, sequence, kind, body));
          if (!read.ok) throw new Error(JSON.stringify(read.findings));
          events.push(read.value);
          const delivery = { deviceId, learnerIds: learners, clock: new Date(), events: [read.value] };
          expect((await log.ingest(delivery, (id, version) => versions.unitsOf(id, version))).accepted).toEqual([read.value.id]);
          return read.value;
        };
        for (const one of steps) {
          if (one.do === 'project') await projection.catchUp();
          if (one.do === 'learn') await record(one.who, 'card.seen', { cardId: one.card });
          if (one.do !== 'move' || one.who === one.to) continue;
          const word = await record(one.who, 'attempt.disowned', { deviceId, from: one.from, to: one.from + one.length });
          const [from, to] = [learners[one.who] ?? '', learners[one.to] ?? ''];
          const move = await moves.move({ learnerId: from, disowned: word.id, from, to, confirmedBy: randomUUID() }).catch(() => undefined);
          if (move) confirmed.push(move);
        }
        await projection.catchUp();
        const after = withMoves(events, confirmed);
        for (const learnerId of learners) {
          const rows = await api.database.query<{ facts: object }[]>('select facts from lesson_progress where learner_id = $1', [
            learnerId,
          ]);
          const expected = foldCourse(after.filter((event) => event.learnerId === learnerId));
          expect(rows.map((row) => row.facts)).toEqual(Object.values(expected));
        }
        const [{ count } = { count: -1 }] = await api.database.query<{ count: number }[]>(
          'select count(*)::int as count from learning_event where learner_id = any($1)',
          [learners],
        );
        expect(count).toBe(events.length);
      }),
      { numRuns: 40 },
    );
    const compared = await projection.verify();
    expect(compared).toMatchObject({ different: 0 });
    expect(await projection.rebuild()).toBe(compared.events);
    expect(await projection.verify()).toMatchObject({ different: 0, rows: compared.rows });
  }, 60_000);
});
