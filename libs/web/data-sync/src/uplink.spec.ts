import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SyncReply, SyncRequest } from '@sala/contract/dto';
import { EventLog, Profiles, ServerNews } from '@sala/web/data-device';
import { Belongings } from '@sala/web/data-device/late';
import { IDBFactory } from 'fake-indexeddb';
import { Contact } from './contact.js';
import { Uplink } from './uplink.js';

const person = {
  id: '01938000-0000-7000-8000-000000000001',
  familyName: 'សុខ',
  givenName: 'ចាន់ណា',
  familyNameLatin: 'SOK',
  givenNameLatin: 'CHANNA',
};
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };
const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const nothing: SyncReply = { accepted: [], refused: [], missing: [], news: [] };
const json = (value: object, status = 200, date = '') =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...(date ? { date } : {}) } });

/** The far end of the line: answers each request in turn as it is told to. */
class Line {
  readonly addresses: string[] = [];
  readonly requests: SyncRequest[] = [];
  answers: ((request: SyncRequest) => Response | Promise<Response>)[] = [];

  readonly fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    this.addresses.push(String(address));
    const request = JSON.parse(String(init?.body ?? null)) as SyncRequest;
    this.requests.push(request);
    const answer = this.answers.shift();
    if (!answer) throw new TypeError('no line');
    return answer(request);
  };
}

describe('the uplink', () => {
  const plainFetch = globalThis.fetch;
  const plainZip = globalThis.CompressionStream;
  let line: Line;
  let log: EventLog;
  let uplink: Uplink;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    localStorage.clear();
    TestBed.resetTestingModule();
    line = new Line();
    globalThis.fetch = line.fetch;
    // Bodies are read as text here; zipping has its own test.
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    await TestBed.inject(Profiles).keep(person, place, '2580');
    log = TestBed.inject(EventLog);
    uplink = TestBed.inject(Uplink);
  });

  afterEach(() => {
    globalThis.fetch = plainFetch;
    globalThis.CompressionStream = plainZip;
  });

  const happening = (cardId: string) => ({
    courseId: COURSE,
    version: 1,
    kind: 'card.seen' as const,
    body: { lessonId: 'join-by-link', cardId },
  });
  const record = (cardId: string) => log.record({ ...happening(cardId), learnerId: person.id });
  const idsOf = (request: SyncRequest | undefined) => (request?.events as { id: string }[]).map((event) => event.id);

  it('lets those go whom the server has forgotten', async () => {
    const gone: string[] = [];
    uplink.forget = (ids) => Promise.resolve(gone.push(...ids));
    line.answers = [() => json(nothing), () => json({ ...nothing, forgotten: [person.id] })];
    await uplink.exchange();
    expect(gone).toEqual([]);
    await uplink.exchange();
    expect(gone).toEqual([person.id]);
  });

  it('sends what waits in one request and marks only the accepted ids', async () => {
    const [a, b] = [await record('a'), await record('b')];
    line.answers = [() => json({ ...nothing, accepted: [a.id] }), () => json(nothing)];
    await uplink.exchange();
    expect(idsOf(line.requests[0])).toEqual([a.id, b.id]);
    expect((await log.waiting(10)).map((event) => event.id)).toEqual([b.id]);
  });

  it('has who asks while an exchange is under way wait for its end', async () => {
    await record('a');
    let joined: Promise<void> | undefined;
    line.answers = [(request) => ((joined = uplink.exchange()), json({ ...nothing, accepted: idsOf(request) }))];
    void uplink.exchange();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await joined;
    expect([await log.waiting(10), line.requests.length]).toEqual([[], 1]);
  });

  it('keeps everything waiting when the reply is lost, and sends the same ids again', async () => {
    const event = await record('a');
    line.answers = [() => Promise.reject(new TypeError('cut')), (request) => json({ ...nothing, accepted: idsOf(request) })];
    await uplink.exchange();
    expect(uplink.state()).toMatchObject({ line: 'offline', waiting: 1 });
    await uplink.exchange();
    expect(line.requests.map(idsOf)).toEqual([[event.id], [event.id]]);
    expect(uplink.state()).toMatchObject({ line: 'reached', waiting: 0 });
  });

  it.each([
    ['a service worker without a line (504)', () => new Response('', { status: 504 })],
    [
      'a captive portal that answers 200 with HTML',
      () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }),
    ],
  ])('takes %s for no internet', async (_, answer) => {
    await record('a');
    line.answers = [answer];
    await uplink.exchange();
    expect(uplink.state()).toMatchObject({ line: 'offline', waiting: 1 });
  });

  it('keeps a refused event on the phone, counts it, and does not let it hold up the others', async () => {
    const [bad, good] = [await record('a'), await record('b')];
    line.answers = [() => json({ ...nothing, accepted: [good.id], refused: [{ id: bad.id, code: 'unknown-course' }] })];
    await uplink.exchange();
    expect(uplink.state()).toEqual({ line: 'reached', waiting: 0, held: 0, refused: 1 });
    expect(await log.ofLearner(person.id)).toHaveLength(2);
  });

  it('does not ask for ever when the server neither accepts nor refuses', async () => {
    await record('a');
    line.answers = [() => json(nothing)];
    await uplink.exchange();
    expect(line.requests).toHaveLength(1);
  });

  it('asks for the card when the phone is no longer known, and loses nothing', async () => {
    await record('a');
    line.answers = [() => json({ code: 'not-signed-in', status: 401 }, 401)];
    await uplink.exchange();
    expect(uplink.state()).toMatchObject({ line: 'card-needed', waiting: 1 });
  });

  it('keeps the catalogue and the news, and sends their marks the next time', async () => {
    const catalogue = { hash: 'h1', courses: [] };
    const facts = { cards: ['why'], questions: {}, completed: true, completedAlone: true };
    const news = [{ learnerId: person.id, cursor: '42', progress: [{ courseId: COURSE, lessonId: 'join-by-link', facts }] }];
    line.answers = [() => json({ ...nothing, news, catalogue }), () => json(nothing)];
    await uplink.exchange();
    await uplink.exchange();
    expect(line.requests[1]).toMatchObject({ catalogue: 'h1', learners: [{ learnerId: person.id, cursor: '42' }] });
    expect((await TestBed.inject(ServerNews).restored(person.id)).get(COURSE)).toMatchObject({ 'join-by-link': facts });
  });

  const newsOf = (cursor: string) => [{ learnerId: person.id, cursor, progress: [] }];

  it('sends everything again to a server that was restored from a backup, and only then', async () => {
    const [a, b] = [await record('a'), await record('b')];
    const accept = (request: SyncRequest) => json({ ...nothing, accepted: idsOf(request), news: newsOf('aaaa.7') });
    line.answers = [accept, () => json({ ...nothing, news: newsOf('aaaa.9') })];
    await uplink.exchange();
    await uplink.exchange();
    expect(await log.waiting(10)).toEqual([]);
    line.answers = [
      () => json({ ...nothing, news: newsOf('bbbb.0') }),
      (request) => json({ ...nothing, accepted: idsOf(request), news: newsOf('bbbb.2') }),
      () => json(nothing),
    ];
    await uplink.exchange();
    expect(idsOf(line.requests[3]).sort()).toEqual([a.id, b.id].sort());
    expect(uplink.state()).toMatchObject({ line: 'reached', waiting: 0 });
    await uplink.exchange();
    expect(line.requests).toHaveLength(5);
    expect(idsOf(line.requests[4])).toEqual([]);
  });

  it('keeps what waits for the restored server when it is killed before it could send it', async () => {
    const a = await record('a');
    line.answers = [(request) => json({ ...nothing, accepted: idsOf(request), news: newsOf('aaaa.7') })];
    await uplink.exchange();
    line.answers = [() => json({ ...nothing, news: newsOf('bbbb.0') })];
    await uplink.exchange();
    TestBed.resetTestingModule();
    expect((await TestBed.inject(EventLog).waiting(10)).map((event) => event.id)).toEqual([a.id]);
  });

  it('holds what it may not send for one person, sends the other’s, and sends the held once its person has shown the card again', async () => {
    const other = { ...person, id: '01938000-0000-7000-8000-000000000002' };
    await TestBed.inject(Profiles).keep(other, place, '2580');
    const mine = await record('a');
    const theirs = await log.record({ ...happening('b'), learnerId: other.id });
    line.answers = [() => json({ ...nothing, accepted: [theirs.id], refused: [{ id: mine.id, code: 'not-your-learner' }] })];
    await uplink.exchange();
    expect(uplink.state()).toMatchObject({ line: 'reached', waiting: 1, held: 1, refused: 0 });
    line.answers = [() => json(nothing)];
    await uplink.exchange();
    expect(idsOf(line.requests[1])).toEqual([]);

    TestBed.resetTestingModule();
    await TestBed.inject(Profiles).keep(other, place, '2580');
    expect(await TestBed.inject(EventLog).waiting(10)).toEqual([]);
    await TestBed.inject(Profiles).keep(person, place, '2580');
    expect(await TestBed.inject(EventLog).waiting(10)).toEqual([mine]);
    line.answers = [(request) => json({ ...nothing, accepted: idsOf(request) })];
    await TestBed.inject(Uplink).exchange();
    expect(idsOf(line.requests[2])).toEqual([mine.id]);
    expect(TestBed.inject(Uplink).state()).toMatchObject({ waiting: 0, held: 0, refused: 0 });
  });

  it('sends nothing of guests, and asks once which courses there are when only guests are here', async () => {
    await TestBed.inject(Belongings).remove(person.id);
    const names = { familyName: 'ផ្កាឈូក', givenName: '', familyNameLatin: 'Lotus', givenNameLatin: '' };
    const guest = await TestBed.inject(Belongings).addGuest(names, place);
    await log.record({ ...happening('a'), learnerId: guest?.personId ?? '' });
    await uplink.exchange();
    expect(uplink.state()).toMatchObject({ line: 'offline', held: 1 });
    line.answers = [() => json({ hash: 'h1', courses: [], rielPerGigabyte: 0 })];
    await uplink.exchange();
    await uplink.exchange();
    expect(line.addresses).toEqual(['/api/library/courses', '/api/library/courses']);
    expect(TestBed.inject(ServerNews).catalogue()?.hash).toBe('h1');
    expect(uplink.state().line).toBe('reached');

    await TestBed.inject(Profiles).keep(person, place, '2580');
    line.answers = [() => json(nothing)];
    await uplink.exchange();
    expect(line.requests.at(-1)).toMatchObject({ events: [], learners: [{ learnerId: person.id }] });
  });

  it('starts over where attempts were moved: what was another’s counts no more, stays on the disk, and is never sent again', async () => {
    const [own, foreign] = [await record('a'), await record('b')];
    const facts = { cards: ['x'] };
    const told = { learnerId: person.id, cursor: 'aaaa.7', progress: [{ courseId: COURSE, lessonId: 'old', facts }] };
    line.answers = [(request) => json({ ...nothing, accepted: idsOf(request), news: [told] }), () => json(nothing)];
    await uplink.exchange();
    const news = [{ ...told, cursor: 'aaaa.9', progress: [], startOver: { moved: [foreign.id] } }];
    line.answers = [
      () => json({ ...nothing, news }),
      () => json({ ...nothing, refused: [{ id: foreign.id, code: 'sequence-reused', next: 9 }] }),
    ];
    await uplink.exchange();
    expect(await log.ofLearner(person.id)).toEqual([own]);
    expect((await TestBed.inject(ServerNews).restored(person.id)).size).toBe(0);
    await uplink.exchange();
    expect(await log.waiting(10)).toEqual([]);

    line.answers = [() => json({ ...nothing, news: [{ ...told, cursor: 'aaaa.12', startOver: { moved: [] } }] })];
    await uplink.exchange();
    expect((await log.ofLearner(person.id)).map((event) => event.id).sort()).toEqual([own.id, foreign.id].sort());
    // A server restored from a backup may lack both, and gets both again.
    line.answers = [() => json({ ...nothing, news: newsOf('bbbb.0') }), (request) => json({ ...nothing, accepted: idsOf(request) })];
    await uplink.exchange();
    expect(idsOf(line.requests.at(-1)).sort()).toEqual([own.id, foreign.id].sort());
  });

  it('fills a hole that the server names, but never repeats what was refused', async () => {
    const [a, b, c] = [await record('a'), await record('b'), await record('c')];
    line.answers = [() => json({ ...nothing, accepted: [a.id, c.id], refused: [{ id: b.id, code: 'unknown-course' }] })];
    await uplink.exchange();
    const hole = { ...nothing, missing: [{ learnerId: person.id, from: 1, to: 2 }] };
    line.answers = [() => json(hole), (request) => json({ ...nothing, accepted: idsOf(request) })];
    await uplink.exchange();
    expect(idsOf(line.requests[2])).toEqual([a.id]);
    expect(uplink.state()).toMatchObject({ waiting: 0, refused: 1 });
  });

  it('remembers across a restart when something was last taken, by the server’s clock, and only then', async () => {
    const date = 'Thu, 26 Nov 2026 03:05:00 GMT';
    line.answers = [() => json(nothing, 200, date), (request) => json({ ...nothing, accepted: idsOf(request) }, 200, date)];
    await uplink.exchange();
    expect(TestBed.inject(Contact).sentAt()).toBe(0);
    await record('a');
    await uplink.exchange();
    TestBed.resetTestingModule();
    expect(TestBed.inject(Contact).sentAt()).toBe(Date.parse(date));
  });

  it.each([
    ['behind', 30, 'behind'],
    ['ahead', -30, 'ahead'],
    ['right', 0, undefined],
  ])('knows that the clock is %s, and sends with the clock that the events were dated by', async (_, days, fault) => {
    await record('a');
    const server = new Date(Date.now() + days * 86_400_000);
    line.answers = [(request) => json({ ...nothing, accepted: idsOf(request) }, 200, server.toUTCString())];
    await uplink.exchange();
    const contact = TestBed.inject(Contact);
    expect(contact.fault()).toBe(fault);
    expect(Math.abs(contact.now().getTime() - server.getTime())).toBeLessThan(2_000);
    expect(Math.abs(Date.parse(line.requests[0]?.clock ?? '') - Date.now())).toBeLessThan(2_000);
    expect(uplink.state()).toMatchObject({ line: 'reached', waiting: 0, refused: 0 });
  });
});
