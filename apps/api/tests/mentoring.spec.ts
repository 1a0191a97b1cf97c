import { ProgressProjection } from '@sala/api/progress';
import type {
  LearnerNews,
  MentorDeedsReply,
  OfflineCodeReply,
  ProgressReply,
  RecordingReply,
  RosterReply,
  SyncReply,
  UnansweredHelp,
} from '@sala/contract/dto';
import { sealSecret, unbase64url } from '@sala/domain/sealing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Browser } from './browser.js';
import { asStaff, COURSE, countQueries, demoId, onPhone, startApi, type TestApi } from './start-api.js';

const LESSON = 'leave-and-return';
const WORK = 'module-work';
const [CHANNA, SOPHEA, VANNAK, RATANA, VEASNA] = ['channa', 'sophea', 'vannak', 'ratana', 'veasna'].map(demoId) as [
  string, string, string, string, string,
]; // prettier-ignore
/** The beginning of a sound as a phone's recorder writes it. */
const WEBM = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff', 'hex'),
  randomBytes(150_000),
]);

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

  describe('voices and photos', () => {
    const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    const put = (browser: Browser, id: string, whole: Buffer, [from, to]: [number, number], hash = sha256(whole)) =>
      browser.send<RecordingReply & { errors?: object[] }>(
        'PUT',
        `mentoring/people/${CHANNA}/recordings/${id}?sha256=${hash}&bytes=${whole.length}&from=${from}`,
        whole.subarray(from, to),
        { 'content-type': 'application/octet-stream' },
      );

    it('come in pieces, go on where they were cut, and are heard by the mentor alone', async () => {
      const voice = randomUUID();
      const asked = event('help.asked', { cardId: 'practise', voice });
      await sync([asked]);
      expect((await channa())?.asked).toMatchObject([{ voice, isHeard: false }]);
      expect((await put(phone, voice, WEBM, [0, 60_000])).body).toEqual({ received: 60_000, whole: false });
      expect((await put(phone, voice, WEBM, [0, 60_000])).body).toEqual({ received: 60_000, whole: false });
      expect((await put(phone, voice, WEBM, [90_000, 120_000])).body).toEqual({ received: 60_000, whole: false });
      expect((await mentor.getFile(`mentoring/people/${CHANNA}/recordings/${voice}`)).status).toBe(404);
      await put(phone, voice, WEBM, [60_000, 120_000]);
      expect((await put(phone, voice, WEBM, [120_000, WEBM.length])).body).toEqual({ received: WEBM.length, whole: true });
      expect((await put(phone, voice, WEBM, [0, 10])).body).toEqual({ received: WEBM.length, whole: true });
      expect((await channa())?.asked).toMatchObject([{ voice, isHeard: true }]);
      const heard = await mentor.getFile(`mentoring/people/${CHANNA}/recordings/${voice}`);
      expect([heard.status, heard.type, heard.bytes.equals(WEBM)]).toEqual([200, 'audio/webm', true]);
      const elsewhere = await onPhone(api, 'veasna');
      expect((await elsewhere.getFile(`mentoring/people/${CHANNA}/recordings/${voice}`)).status).toBe(403);
      expect((await put(elsewhere, randomUUID(), WEBM, [0, 10])).status).toBe(403);
    });

    it('lose what a photo tells beside the picture', async () => {
      const id = randomUUID();
      const gps = { IFD0: { Copyright: 'SECRET-PLACE' } };
      const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'green' } })
        .withExif(gps)
        .jpeg()
        .toBuffer();
      expect(photo.includes('SECRET-PLACE')).toBe(true);
      expect((await put(phone, id, photo, [0, photo.length])).body).toMatchObject({ whole: true });
      const seen = await mentor.getFile(`mentoring/people/${CHANNA}/recordings/${id}`);
      expect([seen.type, seen.bytes.includes('SECRET-PLACE')]).toEqual(['image/webp', false]);
    });

    it.each([
      ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['a harmless drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>')],
      ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex')],
    ])('that are %s are refused, and nothing stays', async (_, bytes) => {
      const id = randomUUID();
      const reply = await put(phone, id, bytes, [0, bytes.length]);
      expect([reply.status, reply.body.errors]).toEqual([422, [{ path: 'file', rule: 'kind' }]]);
      expect(await api.database.query('select 1 from recording where id = $1', [id])).toEqual([]);
      expect(await api.database.query('select 1 from recording_piece where recording_id = $1', [id])).toEqual([]);
    });

    it('that arrive altered are refused, and can be sent again', async () => {
      const id = randomUUID();
      const short = WEBM.subarray(0, 900);
      expect((await put(phone, id, short, [0, 900], sha256(Buffer.from('other')))).body.errors).toEqual([
        { path: 'file', rule: 'damaged' },
      ]);
      expect((await put(phone, id, short, [0, 900])).body).toMatchObject({ whole: true });
      expect((await put(phone, id, WEBM, [0, 900])).status).toBe(409);
    });
  });

  it('opens a profile without a line by a code that only mentors have, and the new PIN comes later, sealed', async () => {
    const { body: first } = await phone.post<OfflineCodeReply>(`identity/learners/${CHANNA}/offline-code`, {});
    const code = (await channa())?.code ?? '';
    expect(code).toMatch(/^\d{8}$/);
    const hashOf = ({ salt, iterations }: OfflineCodeReply, of: string) =>
      pbkdf2Sync(of, Buffer.from(salt, 'base64url'), iterations, 32, 'sha256').toString('base64url');
    expect(first.hash).toBe(hashOf(first, code));

    const { body: keys } = await phone.get<{ sealing: string }>('keys');
    const sealed = async (text: string) =>
      Buffer.from(await sealSecret(text, unbase64url(keys.sealing) ?? new Uint8Array())).toString('base64url');
    const tell = async (text: string, used = first.number) =>
      phone.post<OfflineCodeReply>(`identity/learners/${CHANNA}/offline-code`, { used, sealedPin: await sealed(text) });
    expect((await tell('00000000:7391')).status).toBe(401);
    expect((await tell(`${code}:1111`)).status).toBe(401);
    const next = await tell(`${code}:7391`);
    expect(next).toMatchObject({ status: 200, body: { number: first.number + 1 } });
    expect((await tell(`${code}:9173`)).body.number).toBe(first.number + 1);
    expect((await channa())?.code).not.toBe(code);
    await expect(onPhone(api, 'channa', api.browser(), '7391')).resolves.toBeDefined();
    await expect(onPhone(api, 'channa', api.browser(), '9173')).rejects.toThrow('pin-refused');
  });

  it('tells the officer of requests that nobody answered in time, and of nobody elsewhere', async () => {
    const officer = await asStaff(api, 'officer');
    const unanswered = async (place: string) => (await officer.get<UnansweredHelp[]>(`mentoring/unanswered?place=${place}`)).body;
    expect(await unanswered('010201')).toEqual([]);
    api.wait(4 * 86_400);
    const later = await asStaff(api, 'officer');
    const { body } = await later.get<UnansweredHelp[]>('mentoring/unanswered?place=010201');
    expect(body).toMatchObject([{ person: { id: CHANNA }, phone: '012 000 101', days: 4, help: { cardId: 'practise' } }]);
    expect((await later.get<UnansweredHelp[]>('mentoring/unanswered?place=010301')).body).toEqual([]);
    expect(VEASNA).not.toBe(CHANNA);
  });
});
