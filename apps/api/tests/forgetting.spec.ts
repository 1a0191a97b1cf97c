import { LearningLog, MentorDeeds } from '@sala/api/learning-log';
import { Versions } from '@sala/api/library';
import { ProgressProjection } from '@sala/api/progress';
import { ReportProjection } from '@sala/api/reporting';
import type { MentorDeedsReply, RelayReply, RosterReply, ServerKeysReply, SyncReply } from '@sala/contract/dto';
import type { MentorDeed } from '@sala/domain/mentoring';
import { base64url, makePacket, makeSigningKeys, unbase64url } from '@sala/domain/sealing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

const LESSON = 'leave-and-return';
const [CHANNA, SOPHEA, SARUN, RATANA] = ['channa', 'sophea', 'sarun', 'ratana'].map(demoId) as [string, string, string, string];
const NAMES = { familyName: 'ព្រាបស', givenName: 'សម្ងាត់ណា', familyNameLatin: 'PLANTEDFAMILY', givenNameLatin: 'PLANTEDGIVEN' };
const PHONE = '012 987 654';
/** A sound with words in its bytes. */
const sound = (words: string): Buffer =>
  Buffer.concat([
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff', 'hex'),
    Buffer.from(words),
  ]);

describe('forgetting', () => {
  let api: TestApi;
  let phone: Browser;
  let mentor: Browser;
  let officer: Browser;
  let sequence = 0;
  let last: SyncReply;
  const events: Record<string, unknown>[] = [];
  const deeds: MentorDeed[] = [];
  const said = {
    asked: 'ស្វែងរកប៊ូតុងមិនឃើញ',
    written: 'ចម្លើយដែលខ្ញុំសរសេរ',
    number: '096 111 222',
    visit: 'ជួបនៅផ្ទះឪពុក',
    answer: 'សូមចុចប៊ូតុងក្រហម',
    mark: 'ត្រូវហើយបងស្រី',
    asksAloud: 'ASKS-ALOUD',
    answersAloud: 'ANSWERS-ALOUD',
    shows: 'SHOWS-WORK',
    underWay: 'UNDER-WAY',
  };
  const planted = [...Object.values(NAMES), PHONE, ...Object.values(said)].sort();
  const [voice, answer, shown, cut] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const asked = randomUUID();

  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    phone = await onPhone(api, 'channa');
    mentor = await onPhone(api, 'ratana');
    officer = await asStaff(api, 'officer');
    expect((await officer.put(`people/${CHANNA}`, { ...NAMES, phone: PHONE })).status).toBe(200);
    await liveAWhile();
  });
  afterAll(() => api.close());

  const event = (kind: string, body: object, { learnerId = CHANNA, id = randomUUID(), browser = phone } = {}) => ({
    id,
    learnerId,
    deviceId: browser.deviceId,
    sequence: ++sequence,
    courseId: COURSE,
    version: 1,
    occurredAt: new Date().toISOString(),
    kind,
    body: { lessonId: LESSON, ...body },
  });
  const answered = (questionId: string, response: object, score: number) =>
    event('question.answered', { questionId, response, score, aid: 'alone' });
  const deed = (kind: string, body: object, learnerId = CHANNA) =>
    ({ id: randomUUID(), learnerId, doneAt: new Date().toISOString(), kind, body }) as MentorDeed;
  const sync = async (sent: object[], learnerIds: string[] = [], browser = phone): Promise<SyncReply> => {
    const learners = learnerIds.map((learnerId) => ({ learnerId, cursor: '' }));
    const request = { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners, events: sent };
    const reply = await browser.post<SyncReply>('sync', request);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const send = async (...sent: object[]): Promise<MentorDeedsReply> =>
    (await mentor.post<MentorDeedsReply>(`mentoring/people/${RATANA}/deeds`, { deeds: sent })).body;
  const put = async (browser: Browser, id: string, bytes: Buffer, to = bytes.length, learnerId = CHANNA) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const address = `mentoring/people/${learnerId}/recordings/${id}?sha256=${sha256}&bytes=${bytes.length}&from=0`;
    return browser.send('PUT', address, bytes.subarray(0, to), { 'content-type': 'application/octet-stream' });
  };
  const roster = async (query = ''): Promise<RosterReply> =>
    (await mentor.get<RosterReply>(`mentoring/people/${RATANA}/roster${query}`)).body;

  async function liveAWhile(): Promise<void> {
    events.push(
      event('help.asked', { cardId: 'try', words: said.asked, voice }, { id: asked }),
      answered('leave-word', { kind: 'fill-word', word: said.written }, 0),
      answered('leave-number', { kind: 'number', said: said.number }, 0),
      answered('leave-show', { kind: 'recorded', medium: 'voice', kept: shown }, 0),
      event('lesson.completed', { aid: 'alone' }),
    );
    last = await sync(events, [CHANNA]);
    expect(last.accepted).toHaveLength(events.length);
    const lesson = { courseId: COURSE, lessonId: LESSON };
    deeds.push(
      deed('visit.noted', { way: 'met', did: [], next: 'nothing', words: said.visit }),
      deed('help.answered', { ...lesson, asked, how: 'voice', words: said.answer, voice: answer }),
      deed('work.signed', { ...lesson, cardId: 'module-work', items: [0, 1, 2, 3], of: 4 }),
    );
    expect((await send(...deeds)).refused).toEqual([]);
    const marked = { ...lesson, answer: events[1]?.['id'], questionId: 'leave-word', aid: 'alone', mark: 'good' };
    deeds.push(deed('answer.marked', { ...marked, words: said.mark }));
    expect((await send(...deeds)).refused).toEqual([]);
    for (const [browser, id, words] of [
      [phone, voice, said.asksAloud],
      [mentor, answer, said.answersAloud],
      [phone, shown, said.shows],
    ] as const)
      expect((await put(browser, id, sound(words))).body).toMatchObject({ whole: true });
    expect((await put(phone, cut, Buffer.concat([sound(said.underWay), Buffer.alloc(9)]), sound(said.underWay).length)).body).toMatchObject(
      { whole: false },
    );
    await api.app.get(ReportProjection).catchUp();
  }

  /** Which of some words stand anywhere: every column of every table as text, bytes as they are written there, and every file. */
  async function found(words: readonly string[]): Promise<string[]> {
    const tables = await api.database.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    const here = new Set<string>();
    for (const { name } of tables)
      for (const word of words) {
        const hex = Buffer.from(word).toString('hex');
        const [row] = await api.database.query<object[]>(
          `select 1 from "${name}" t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`,
          [word, hex],
        );
        if (row) here.add(word);
      }
    const folder = api.env['FILES_DIR'] ?? '';
    for (const name of await readdir(folder, { recursive: true })) {
      const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
      for (const word of words) if (bytes.includes(word)) here.add(word);
    }
    return [...here].sort();
  }
  const lines = () =>
    api.database.query<object[]>(
      `select position, id, learner_id, kind, server_score, received_at from learning_event
       union all select position, id, learner_id, kind, null, received_at from mentor_deed order by position`,
    );
  const counted = () =>
    api.database.query<object[]>('select * from lesson_progress p full join learner_course c using (learner_id, course_id) order by p, c');

  it('takes out every word, voice and name, wherever it stood, and leaves every line and count', async () => {
    expect(await found(planted)).toEqual(planted);
    const [logged, counts] = [await lines(), await counted()];
    expect((await officer.post(`people/${CHANNA}/forget`)).body).toEqual({ events: events.length });
    expect(await found(planted)).toEqual([]);
    expect(await lines()).toEqual(logged);
    expect(await counted()).toEqual(counts);
    for (const projection of [ProgressProjection, ReportProjection])
      expect(await api.app.get<ProgressProjection | ReportProjection>(projection).verify()).toMatchObject({ different: 0 });
    for (const projection of [ProgressProjection, ReportProjection])
      await api.app.get<ProgressProjection | ReportProjection>(projection).rebuild();
    expect(await counted()).toEqual(counts);
    expect(api.log.join('\n')).not.toContain(said.asked);
  });

  it('is told to a phone that still holds the person, with nobody else on it and among others, and their words don’t come back', async () => {
    const reply = await sync([...events, event('help.asked', { words: said.asked })], [CHANNA]);
    expect(reply).toMatchObject({ accepted: [], news: [], forgotten: [CHANNA] });
    await onPhone(api, 'sarun', phone);
    expect(await sync(events, [CHANNA, SARUN])).toMatchObject({ accepted: [], news: [{ learnerId: SARUN }], forgotten: [CHANNA] });
    expect(await sync([], [SARUN])).not.toHaveProperty('forgotten');
    expect((await put(phone, randomUUID(), sound(said.asksAloud))).status).toBe(403);
    expect(await found(planted)).toEqual([]);
  });

  it('is told to the mentor’s phone, and what it did for them is taken no more', async () => {
    expect((await roster()).people?.map(({ person }) => person.id)).toEqual([SOPHEA]);
    expect((await roster(`?gone=${CHANNA},${SARUN}`)).forgotten).toEqual([CHANNA]);
    expect(await roster(`?gone=${SARUN}`)).not.toHaveProperty('forgotten');
    expect((await mentor.get(`mentoring/people/${RATANA}/roster?gone=${CHANNA},x`)).status).toBe(400);
    const late = deed('visit.noted', { way: 'met', did: [], next: 'nothing', words: said.visit });
    expect(await send(...deeds, late)).toMatchObject({ accepted: [], refused: [...deeds, late].map(() => ({ code: 'not-your-learner' })) });
    expect((await put(mentor, randomUUID(), sound(said.answersAloud))).status).toBe(403);
    expect(await found(planted)).toEqual([]);
  });

  it('holds for what another phone carries', async () => {
    const keys = await makeSigningKeys();
    expect((await phone.put('identity/device', { deviceId: phone.deviceId, publicKey: base64url(keys.publicKey) })).status).toBe(200);
    const server = (await api.browser().get<ServerKeysReply>('keys')).body;
    const late = [...events, event('help.asked', { words: said.asked })];
    const content = { deviceId: phone.deviceId, clock: new Date().toISOString(), epoch: '', events: late };
    const packet = await makePacket(content, 1, keys, unbase64url(server.sealing) ?? new Uint8Array());
    const { body } = await mentor.post<RelayReply>('relay', { packets: [base64url(packet)] });
    expect(body.packets).toMatchObject([{ receipt: expect.any(String) }]);
    expect(await found(planted)).toEqual([]);
  });

  it('holds for what was let in before it and is written after it', async () => {
    const before = await lines();
    const delivery = { deviceId: phone.deviceId, learnerIds: [CHANNA], clock: new Date() };
    const versions = api.app.get(Versions);
    const late = event('help.asked', { words: said.asked });
    const ingested = await api.app
      .get(LearningLog)
      .ingest({ ...delivery, events: [late] }, (courseId, version) => versions.unitsOf(courseId, version));
    expect(ingested.accepted).toEqual([]);
    await api.app
      .get(MentorDeeds)
      .append({ mentorId: RATANA, deeds: [deed('visit.noted', { way: 'met', did: [], next: 'call', words: said.visit })] });
    expect(await lines()).toEqual(before);
  });

  it('is the only thing that changes a line, and changes only its words', async () => {
    await sync([event('help.asked', { words: 'ជួយខ្ញុំផង' }, { learnerId: SARUN })]);
    const change = (what: string, learnerId: string) =>
      api.database.query(`update learning_event set ${what} where learner_id = $1`, [learnerId]);
    await expect(change(`body = '{}'`, SARUN)).rejects.toThrow('never changed');
    await expect(change('position = position + 1', CHANNA)).rejects.toThrow('never changed');
    await expect(api.database.query('delete from learning_event where learner_id = $1', [CHANNA])).rejects.toThrow('never changed');
    await expect(api.database.query(`update mentor_deed set mentor_id = learner_id where learner_id = $1`, [CHANNA])).rejects.toThrow(
      'never',
    );
  });

  it('takes out what a forgotten mentor wrote and said to others, whose own words stay', async () => {
    const shared = await onPhone(api, 'sophea', await onPhone(api, 'ratana'));
    const question = event('help.asked', { words: 'ប៊ូតុងណា' }, { learnerId: SOPHEA, browser: shared });
    // Recorded under the one, and the other's in truth.
    const others = event('help.asked', { words: 'ពាក្យរបស់រតនា' }, { learnerId: SOPHEA, browser: shared });
    const word = { deviceId: shared.deviceId, from: others.sequence, to: others.sequence, whose: RATANA };
    const disowned = event('attempt.disowned', word, { learnerId: SOPHEA, browser: shared });
    await sync([question, others, disowned], [], shared);
    const spoken = randomUUID();
    const body = { courseId: COURSE, lessonId: LESSON, asked: question.id, how: 'voice', words: 'ពណ៌ក្រហមខាងក្រោម', voice: spoken };
    expect((await send(deed('help.answered', body, SOPHEA))).refused).toEqual([]);
    expect((await put(mentor, spoken, sound('SPOKEN-TO-SOPHEA'), undefined, SOPHEA)).body).toMatchObject({ whole: true });
    expect((await officer.post(`progress/${SOPHEA}/moves`, { disowned: disowned.id, to: RATANA })).status).toBe(200);
    const theirs = ['ពណ៌ក្រហមខាងក្រោម', 'SPOKEN-TO-SOPHEA', 'ពាក្យរបស់រតនា'].sort();
    expect(await found(theirs)).toEqual(theirs);
    expect((await officer.post(`people/${RATANA}/forget`)).status).toBe(200);
    expect(await found([...theirs, 'ប៊ូតុងណា'])).toEqual(['ប៊ូតុងណា']);
    expect((await sync([], [SOPHEA], shared)).news[0]?.words).toMatchObject([
      { kind: 'help.answered', body: { asked: question.id, how: 'voice' } },
    ]);
    expect(await api.app.get(ProgressProjection).verify()).toMatchObject({ different: 0 });
  });
});
