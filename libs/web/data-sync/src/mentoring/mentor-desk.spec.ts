import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MentorDeedsReply, PersonInRoster, RosterReply } from '@sala/contract/dto';
import { Profiles, Store } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { IDBFactory } from 'fake-indexeddb';
import { Uplink } from '../uplink.js';
import { MentorDesk } from './mentor-desk.js';
import { MentoringErrands } from './mentoring-errands.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const [MENTOR, CHANNA, SOPHEA] = ['5', '1', '2'].map((n) => `01938000-0000-7000-8000-00000000000${n}`) as [string, string, string];
const name = (id: string) => ({ id, familyName: 'សុខ', givenName: 'ចាន់ណា', familyNameLatin: 'SOK', givenNameLatin: 'CHANNA' });
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };
const asked = {
  id: '01938000-0000-7000-8000-0000000000a1',
  courseId: COURSE,
  version: 1,
  lessonId: 'one',
  askedAt: '2026-11-20T03:00:00.000Z',
};
const inRoster = (id: string, more: Partial<PersonInRoster> = {}): PersonInRoster => ({
  person: name(id),
  place,
  since: '2026-01-01T00:00:00.000Z',
  lastSeen: new Date().toISOString(),
  visits: [],
  lessons: [],
  tries: [],
  asked: [],
  toMark: [],
  disowned: [],
  assigned: [],
  code: '12345678',
  ...more,
});
const json = (value: object) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

describe('a mentor’s desk on the phone', () => {
  const plainFetch = globalThis.fetch;
  const plainZip = globalThis.CompressionStream;
  let desk: MentorDesk;
  let roster: RosterReply;
  let sent: { id: string }[][];
  let gone: string[];
  let answer: (deeds: { id: string; kind: string }[]) => Omit<MentorDeedsReply, 'epoch'>;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    localStorage.clear();
    sessionStorage.clear();
    localStorage.setItem('sala.mentors', MENTOR);
    TestBed.resetTestingModule();
    roster = { hash: 'a'.repeat(64), epoch: 'e1', people: [inRoster(SOPHEA), inRoster(CHANNA, { asked: [asked] })] };
    sent = [];
    gone = [];
    answer = (deeds) => ({ accepted: deeds.map(({ id }) => id), refused: [] });
    globalThis.fetch = (address, init) => {
      const path = String(address);
      if (path.includes('/roster')) {
        gone.push(new URL(path, 'http://x').searchParams.get('gone') ?? '');
        const { people, forgotten = [], ...same } = roster;
        const told = forgotten.filter((id) => gone.at(-1)?.includes(id));
        const rest = { ...same, ...(told.length > 0 && { forgotten: told }) };
        return Promise.resolve(json(path.includes(`known=${roster.hash}`) ? rest : { ...rest, people }));
      }
      if (!path.includes('/deeds')) return Promise.reject(new TypeError('no line'));
      const { deeds } = JSON.parse(String(init?.body)) as { deeds: { id: string; kind: string }[] };
      sent.push(deeds);
      return Promise.resolve(json({ ...answer(deeds), epoch: roster.epoch }));
    };
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    await TestBed.inject(Profiles).keep(name(MENTOR), place, '2580');
    await TestBed.inject(Session).openWithPin(MENTOR, '2580');
    desk = TestBed.inject(MentorDesk);
    await desk.exchange();
  });

  afterEach(() => {
    globalThis.fetch = plainFetch;
    globalThis.CompressionStream = plainZip;
  });

  const cutLine = (): void => void (globalThis.fetch = () => Promise.reject(new TypeError('no line')));
  const answerRequest = () => desk.note(CHANNA, 'help.answered', { courseId: COURSE, lessonId: 'one', asked: asked.id, how: 'met' });

  it('has the people, who needs a visit first standing first, also after a new start without a line', async () => {
    expect(desk.visits().map(({ personId }) => personId)).toEqual([CHANNA, SOPHEA]);
    cutLine();
    TestBed.resetTestingModule();
    const again = TestBed.inject(MentorDesk);
    await TestBed.inject(Session).start();
    await again.load();
    expect(again.visits()[0]).toMatchObject({ personId: CHANNA, reasons: [{ code: 'asked', request: asked.id }] });
  });

  it('shows at once what was done, and sends it with the next contact', async () => {
    cutLine();
    await answerRequest();
    await desk.note(SOPHEA, 'work.signed', { courseId: COURSE, lessonId: 'one', cardId: 'work', items: [0, 1], of: 2 });
    expect(desk.person(CHANNA)?.asked).toEqual([]);
    expect(desk.visits().every(({ reasons }) => reasons.length === 0)).toBe(true);
    expect(desk.person(SOPHEA)?.lessons).toMatchObject([{ standing: { signedOff: ['work'] } }]);
    expect(await desk.exchange()).toBe(false);
    expect(desk.waiting()).toHaveLength(2);
  });

  it('sends a deed once, keeps it shown until the people come anew, and never loses one that was refused', async () => {
    await answerRequest();
    await desk.note(SOPHEA, 'course.assigned', { courseId: COURSE });
    answer = (deeds) => {
      const ids = (isTaken: boolean) => deeds.filter(({ kind }) => (kind === 'help.answered') === isTaken).map(({ id }) => id);
      return { accepted: ids(true), refused: ids(false).map((id) => ({ id, code: 'not-your-learner' })) };
    };
    await desk.exchange();
    await desk.exchange();
    expect(sent.map((deeds) => deeds.length)).toEqual([2]);
    expect(desk.waiting()).toEqual([]);
    expect(desk.person(CHANNA)?.asked).toEqual([]);
    expect(desk.person(SOPHEA)?.assigned).toEqual([]);
    expect(desk.refused()).toMatchObject([{ code: 'not-your-learner', deed: { kind: 'course.assigned' } }]);
    const [refused] = desk.refused();
    if (refused) await desk.dismiss(refused);
    expect(desk.refused()).toEqual([]);
  });

  it('sends what is done while the people are fetched, without another contact', async () => {
    const errands = TestBed.inject(MentoringErrands);
    const reached = globalThis.fetch;
    globalThis.fetch = async (address, init) => {
      globalThis.fetch = reached;
      const reply = await reached(address, init);
      await answerRequest();
      void errands.serveMentors();
      return reply;
    };
    expect(await errands.serveMentors()).toBe(true);
    expect(sent).toMatchObject([[{ kind: 'help.answered' }]]);
    expect(desk.waiting()).toEqual([]);
  });

  it('has the server asked for again when what was just done did not reach it', async () => {
    const soon = jest.spyOn(TestBed.inject(Uplink), 'soon').mockReturnValue(undefined);
    await answerRequest();
    await TestBed.inject(MentoringErrands).runNow();
    expect([sent.length, soon.mock.calls]).toEqual([1, []]);
    cutLine();
    await answerRequest();
    await TestBed.inject(MentoringErrands).runNow();
    expect(soon).toHaveBeenCalledTimes(1);
  });

  it('sends again what a server that was restored from a backup may lack', async () => {
    await answerRequest();
    await desk.exchange();
    roster = { ...roster, epoch: 'e2' };
    await desk.exchange();
    expect(desk.waiting()).toHaveLength(1);
    await desk.exchange();
    expect(sent.map(([deed]) => deed?.id)).toEqual([sent[0]?.[0]?.id, sent[0]?.[0]?.id]);
  });

  it('asks about who is no longer among the people, and drops all that it holds about who is forgotten', async () => {
    await answerRequest();
    const store = TestBed.inject(Store);
    const heard = { learnerId: MENTOR, mediaType: 'audio/webm', bytes: new ArrayBuffer(1), sentAt: Date.now() };
    await store.write(['recording'], async (transaction) => {
      for (const about of [CHANNA, SOPHEA]) await transaction.objectStore('recording').put({ ...heard, id: about, about });
    });
    await desk.note(SOPHEA, 'course.assigned', { courseId: COURSE });
    await desk.exchange();
    expect(gone).toEqual(['', '']);
    roster = { hash: 'b'.repeat(64), epoch: 'e1', people: [] };
    await desk.exchange();
    expect(gone.slice(2)).toEqual(['', `${CHANNA},${SOPHEA}`]);
    roster.forgotten = [CHANNA];
    await desk.exchange();
    const held = await Promise.all((['recording', 'deed', 'roster'] as const).map(async (table) => (await store.database()).getAll(table)));
    expect(JSON.stringify(held)).not.toContain(CHANNA);
    expect(held.map((rows) => rows.length)).toEqual([1, 1, 1]);
    await desk.exchange();
    expect(gone.slice(4)).toEqual([`${CHANNA},${SOPHEA}`, SOPHEA]);
  });

  it('asks nothing for people of this phone who are no mentors', async () => {
    localStorage.setItem('sala.mentors', '');
    sent = [];
    globalThis.fetch = () => Promise.reject(new Error('asked'));
    expect(await desk.exchange()).toBe(true);
    expect(sent).toEqual([]);
  });

  it('keeps nobody’s names and voices of who is a mentor no more, but what was not sent', async () => {
    const store = TestBed.inject(Store);
    const recording = { learnerId: MENTOR, mediaType: 'audio/webm', bytes: new ArrayBuffer(1) };
    await store.write(['recording'], async (transaction) => {
      const recordings = transaction.objectStore('recording');
      await recordings.put({ ...recording, id: 'heard', about: CHANNA, sentAt: 1 });
      await recordings.put({ ...recording, id: 'unsent', about: CHANNA });
      await recordings.put({ ...recording, id: 'own', sentAt: 1 });
    });
    await answerRequest();
    await desk.exchange();
    await desk.note(SOPHEA, 'course.assigned', { courseId: COURSE });
    localStorage.setItem('sala.mentors', CHANNA);
    expect(await TestBed.inject(MentoringErrands).serveMentors()).toBe(true);
    const database = await store.database();
    expect(await database.getAll('roster')).toEqual([]);
    expect(await database.getAll('deed')).toMatchObject([{ state: 'waiting', deed: { learnerId: SOPHEA } }]);
    expect((await database.getAllKeys('recording')).sort()).toEqual(['own', 'unsent']);
    expect(desk.people()).toEqual([]);
  });
});
