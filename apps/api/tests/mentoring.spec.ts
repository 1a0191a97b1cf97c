import { ProgressProjection } from '@sala/api/progress';
import type { LearnerNews, MentorDeedsReply, ProgressReply, RosterReply, SyncReply, UnansweredHelp } from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, countQueries, demoId, onPhone, startApi, type TestApi } from './start-api.js';

const LESSON = 'leave-and-return';
const WORK = 'module-work';
const [CHANNA, SOPHEA, VANNAK, RATANA] = ['channa', 'sophea', 'vannak', 'ratana'].map(demoId) as [string, string, string, string];
const deed = (learnerId: string, kind: string, body: object, id: string = randomUUID()) => ({
  id,
  learnerId,
  doneAt: new Date().toISOString(),
  kind,
  body,
});
const signed = (learnerId: string, items = [0, 1, 2, 3], of = 4, id?: string) =>
  deed(learnerId, 'work.signed', { courseId: COURSE, lessonId: LESSON, cardId: WORK, items, of }, id);

describe('a mentor at work', () => {
  let api: TestApi;
  let phone: Browser;
  let mentor: Browser;
  let sequence = 0;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    phone = await onPhone(api, 'channa');
    mentor = await onPhone(api, 'ratana');
  });
  afterAll(() => api.close());

  const event = (kind: string, body: object, learnerId = CHANNA) => ({
    id: randomUUID(),
    learnerId,
    deviceId: phone.deviceId,
    sequence: ++sequence,
    courseId: COURSE,
    version: 1,
    occurredAt: new Date().toISOString(),
    kind,
    body: { lessonId: LESSON, ...body },
  });
  const sync = async (events: object[], more: object = {}, browser = phone): Promise<SyncReply> => {
    const request = { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events, ...more };
    const reply = await browser.post<SyncReply>('sync', request);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const news = async (cursor = ''): Promise<LearnerNews | undefined> =>
    (await sync([], { learners: [{ learnerId: CHANNA, cursor }] })).news[0];
  const roster = async (browser = mentor, id = RATANA): Promise<RosterReply> => {
    const { status, body } = await browser.get<RosterReply>(`mentoring/people/${id}/roster`);
    expect(status).toBe(200);
    return body;
  };
  const channa = async () => (await roster()).people?.find(({ person }) => person.id === CHANNA);
  const send = async (...deeds: object[]): Promise<MentorDeedsReply> => {
    const { status, body } = await mentor.post<MentorDeedsReply>(`mentoring/people/${RATANA}/deeds`, { deeds });
    expect(status).toBe(200);
    return body;
  };
  const factsOf = async (learnerId = CHANNA) => {
    const { body } = await mentor.get<ProgressReply>(`progress/${learnerId}`);
    return body.progress.find((one) => one.courseId === COURSE && one.lessonId === LESSON)?.facts;
  };

  it('is told by a sync that the role is held, and has exactly the people of the group', async () => {
    expect((await sync([], {}, mentor)).mentors).toEqual([RATANA]);
    expect(await sync([])).not.toHaveProperty('mentors');
    const { people } = await roster();
    expect(people?.map(({ person }) => person.id).sort()).toEqual([CHANNA, SOPHEA].sort());
    expect(people?.find(({ person }) => person.id === CHANNA)).toMatchObject({ phone: '012 000 101', place: { code: '010201' } });
    expect(people?.find(({ person }) => person.id === SOPHEA)).not.toHaveProperty('lastContact');
  });

  it('has all of it in one reply whose questions to the database do not grow with the people, and nothing again when it is the same', async () => {
    const { hash } = await roster();
    const { body } = await mentor.get<RosterReply>(`mentoring/people/${RATANA}/roster?known=${hash}`);
    expect(body).not.toHaveProperty('people');
    const of = await countQueries(() => roster());
    await api.database.query(`insert into role_held (person_id, role, place_code) values ($1, 'learner', '010201')`, [VANNAK]);
    await api.database.query('delete from group_mentor where person_id = $1', [RATANA]);
    expect((await roster()).people).toHaveLength(3);
    expect(await countQueries(() => roster())).toBe(of);
    await api.database.query(`delete from role_held where person_id = $1 and place_code = '010201'`, [VANNAK]);
  });

  it('sees where somebody is stuck: often wrong and never right, and a step that never went well', async () => {
    const wrong = () =>
      event('question.answered', { questionId: 'leave-word', response: { kind: 'fill-word', word: 'x' }, score: 1, aid: 'alone' });
    const steps = [{ task: 'tap-leave', done: true, wrong: ['a', 'b'], hints: 2, seconds: 9 }];
    await sync([wrong(), wrong(), event('practice.done', { practiceId: 'leave', mode: 'try', steps, passed: true, aid: 'alone' })]);
    expect((await channa())?.tries).toEqual([expect.objectContaining({ practiceId: 'leave', step: 'tap-leave', wrong: 4 })]);
    await sync([wrong()]);
    expect((await channa())?.tries).toContainEqual(expect.objectContaining({ questionId: 'leave-word', wrong: 3, right: false }));
    await sync([
      event('practice.done', {
        practiceId: 'leave',
        mode: 'try',
        steps: [{ ...steps[0], wrong: [], hints: 0 }],
        passed: true,
        aid: 'alone',
      }),
    ]);
    expect((await channa())?.tries).toHaveLength(1);
  });

  it('hears when a phone met the server, and that it is full, until it is no longer', async () => {
    await sync([], { full: true });
    const full = await channa();
    expect(full).toHaveProperty('fullSince');
    expect(Date.parse(full?.lastContact ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await sync([]);
    expect(await channa()).not.toHaveProperty('fullSince');
  });

  it('gets a request for help with its card and step; the answer comes back with the learner’s sync, once, with the mentor’s name', async () => {
    const asked = event('help.asked', { cardId: 'practise', practiceId: 'leave', step: 'tap-leave', words: 'រកប៊ូតុងមិនឃើញ' });
    await sync([asked]);
    const cursor = (await news())?.cursor ?? '';
    expect((await channa())?.asked).toMatchObject([{ id: asked.id, cardId: 'practise', step: 'tap-leave', words: 'រកប៊ូតុងមិនឃើញ' }]);
    const answer = deed(CHANNA, 'help.answered', { courseId: COURSE, lessonId: LESSON, asked: asked.id, how: 'words', words: 'ចុច Leave' });
    expect(await send(answer, answer)).toMatchObject({ accepted: [answer.id, answer.id], refused: [] });
    expect((await channa())?.asked).toEqual([]);
    const told = await news(cursor);
    expect(told?.words).toMatchObject([
      { id: answer.id, kind: 'help.answered', mentor: { givenName: 'រតនា' }, body: { asked: asked.id, words: 'ចុច Leave' } },
    ]);
    expect(await news(told?.cursor)).toBeUndefined();
    expect((await news(''))?.words).toHaveLength(1);
  });

  it('signs a work task off as a fact that progress counts and every phone of the learner is told; doing it twice changes nothing', async () => {
    const part = signed(CHANNA, [0, 1]);
    expect(await send(part)).toMatchObject({ accepted: [part.id] });
    expect(await factsOf()).not.toHaveProperty('signedOff');
    const whole = signed(CHANNA);
    const { cursor } = (await news()) ?? {};
    await send(whole);
    await send(whole);
    expect((await factsOf())?.signedOff).toEqual([WORK]);
    const told = await news(cursor);
    expect(told?.progress).toContainEqual(
      expect.objectContaining({ lessonId: LESSON, facts: expect.objectContaining({ signedOff: [WORK] }) }),
    );
    const [{ count } = { count: 0 }] = await api.database.query<{ count: number }[]>(
      'select count(*)::int as count from mentor_deed where id = $1',
      [whole.id],
    );
    expect(count).toBe(1);
  });

  it('signs off somebody without a phone as well, whose lesson begins with it', async () => {
    await send(signed(SOPHEA));
    expect((await factsOf(SOPHEA))?.signedOff).toEqual([WORK]);
    expect((await roster()).people?.find(({ person }) => person.id === SOPHEA)?.lessons).toMatchObject([
      { standing: { signedOff: [WORK] } },
    ]);
  });

  it('finds a written answer good that the machine did not know', async () => {
    const [answer] = (await channa())?.toMark ?? [];
    expect(answer).toMatchObject({ medium: 'written', written: 'x', questionId: 'leave-word', aid: 'alone' });
    const { id = '', questionId, aid } = answer ?? {};
    await send(deed(CHANNA, 'answer.marked', { courseId: COURSE, lessonId: LESSON, answer: id, questionId, aid, mark: 'good' }));
    expect((await factsOf())?.questions['leave-word']).toEqual({ best: 1, bestAlone: 1 });
    expect((await channa())?.toMark).toEqual([]);
  });

  it('notes a visit and assigns a course', async () => {
    await send(
      deed(CHANNA, 'visit.noted', { way: 'met', did: ['helped-lesson'], next: 'nothing', words: 'ជួបនៅសាលាឃុំ' }),
      deed(CHANNA, 'course.assigned', { courseId: COURSE }),
    );
    expect(await channa()).toMatchObject({ visits: [{ way: 'met', by: { givenName: 'រតនា' } }], assigned: [COURSE] });
  });

  it('settles “this was not me”: confirmed it moves, declined it stays and is asked no more', async () => {
    const shared = await onPhone(api, 'sophea', phone);
    const [first, second] = [event('card.seen', { cardId: 'one' }), event('card.seen', { cardId: 'two' })];
    const word = (n: number) => event('attempt.disowned', { deviceId: shared.deviceId, from: n, to: n, whose: SOPHEA });
    await sync([first, second]);
    const [moved, stays] = [word(first.sequence), word(second.sequence)];
    await sync([moved, stays]);
    const confirmed = deed(CHANNA, 'attempt.confirmed', { disowned: moved.id, to: SOPHEA });
    expect(await send(confirmed, deed(CHANNA, 'attempt.declined', { disowned: stays.id }))).toMatchObject({ refused: [] });
    expect(await send(confirmed)).toMatchObject({ accepted: [confirmed.id], refused: [] });
    expect((await channa())?.disowned).toEqual([]);
    expect(await send(deed(CHANNA, 'attempt.declined', { disowned: moved.id }))).toMatchObject({ refused: [{ code: 'settled' }] });
    // What the mentor signed is told anew with the lesson of both, and is lost by neither.
    expect(await factsOf()).toMatchObject({ signedOff: [WORK], cards: ['two'] });
    expect(await factsOf(SOPHEA)).toMatchObject({ signedOff: [WORK], cards: ['one'] });
  });

  it('tells why a deed was refused, and takes the others', async () => {
    const unknown = deed(CHANNA, 'help.answered', { courseId: COURSE, lessonId: LESSON, asked: randomUUID(), how: 'met' });
    const five = signed(CHANNA, [0], 3);
    const good = deed(SOPHEA, 'visit.noted', { way: 'called', did: [], next: 'call' });
    const foreign = signed(VANNAK);
    const own = signed(RATANA);
    const { accepted, refused } = await send(unknown, five, foreign, own, { id: good.id }, good);
    expect(accepted).toEqual([good.id]);
    expect(refused).toEqual([
      { id: unknown.id, code: 'unknown' },
      { id: five.id, code: 'unknown' },
      { id: foreign.id, code: 'not-your-learner' },
      { id: own.id, code: 'not-your-learner' },
      { id: good.id, code: 'malformed' },
    ]);
  });

  it('is the same after everything was made again from the log', async () => {
    const projection = api.app.get(ProgressProjection);
    expect(await projection.verify()).toMatchObject({ different: 0 });
    await projection.rebuild();
    expect((await factsOf())?.signedOff).toEqual([WORK]);
  });

  it('tells the officer of requests that nobody answered in time, and of nobody elsewhere', async () => {
    await sync([event('help.asked', { cardId: 'practise' })]);
    const officer = await asStaff(api, 'officer');
    const unanswered = async (place: string) => (await officer.get<UnansweredHelp[]>(`mentoring/unanswered?place=${place}`)).body;
    expect(await unanswered('010201')).toEqual([]);
    api.wait(4 * 86_400);
    const later = await asStaff(api, 'officer');
    const { body } = await later.get<UnansweredHelp[]>('mentoring/unanswered?place=010201');
    expect(body).toMatchObject([{ person: { id: CHANNA }, phone: '012 000 101', days: 4, help: { cardId: 'practise' } }]);
    expect((await later.get<UnansweredHelp[]>('mentoring/unanswered?place=010301')).body).toEqual([]);
  });
});
