import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { arriveInGroup, beginGroup } from '@sala/domain/learning/group';
import { NO_FACTS } from '@sala/domain/learning';
import { IDBFactory } from 'fake-indexeddb';
import { Belongings, PERSON_TABLES, PHONE_TABLES } from './belongings.js';
import { EventLog } from './event-log.js';
import { GroupSessions } from './group-sessions.js';
import { Profiles } from './profiles.js';
import { Rehearsals } from './rehearsals.js';
import { ServerNews } from './server-news.js';
import { Store } from './store.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const [SOK, CHAN] = ['01938000-0000-7000-8000-000000000001', '01938000-0000-7000-8000-000000000002'] as const;
const person = (id: string) => ({ id, familyName: 'សុខ', givenName: 'ចាន់ណា', familyNameLatin: 'SOK', givenNameLatin: 'CHANNA' });
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };

describe('what people own on a phone', () => {
  let belongings: Belongings;
  let log: EventLog;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    belongings = TestBed.inject(Belongings);
    log = TestBed.inject(EventLog);
    await own(SOK);
    await own(CHAN);
  });

  /** Somebody who has something in every table. */
  async function own(personId: string): Promise<void> {
    await TestBed.inject(Profiles).keep(person(personId), place, '2580');
    const happening = { learnerId: personId, courseId: COURSE, version: 1, kind: 'card.seen' as const };
    await log.record({ ...happening, body: { lessonId: 'join-by-link', cardId: 'a' } });
    await log.record({ ...happening, body: { lessonId: 'join-by-link', cardId: 'b' } });
    const news = [{ learnerId: personId, cursor: 'aaaa.7', progress: [{ courseId: COURSE, lessonId: 'x', facts: {} as never }] }];
    await TestBed.inject(ServerNews).take({ accepted: [], refused: [], news });
    await TestBed.inject(Store).write(['folded'], (transaction) =>
      transaction.objectStore('folded').put({ learnerId: personId, courseId: COURSE, lessonId: 'y', facts: NO_FACTS }),
    );
    const rehearsals = TestBed.inject(Rehearsals);
    await rehearsals.keepJournal(personId, 'join-by-link leave try', [{} as never]);
    await rehearsals.keepAttempt({
      learnerId: personId,
      place: `${COURSE} test`,
      id: 'a',
      seed: 1,
      version: 1,
      questions: [],
      responses: {},
    });
    await rehearsals.keepRecording(personId, { type: 'audio/webm', arrayBuffer: () => Promise.resolve(new ArrayBuffer(3)) } as Blob);
    await TestBed.inject(Store).write(['word', 'roster', 'deed'], async (transaction) => {
      await transaction.objectStore('word').put({ learnerId: personId, id: 'w' } as never);
      await transaction.objectStore('roster').put({ mentorId: personId, name: 'people', hash: '', epoch: '', at: 0, people: [] });
      await transaction
        .objectStore('deed')
        .put({ mentorId: personId, id: 'd', state: 'accepted', at: 0, deed: { learnerId: 'x' } as never });
    });
  }

  const everything = async (): Promise<Record<string, unknown[]>> => {
    const database = await TestBed.inject(Store).database();
    const tables = await Promise.all(PERSON_TABLES.map(async (table) => [table, await database.getAll(table)] as const));
    return Object.fromEntries(tables);
  };

  it('is known of every table: a new one must say whether it is a person’s or the phone’s', async () => {
    const database = await TestBed.inject(Store).database();
    expect([...PERSON_TABLES, ...PHONE_TABLES].sort()).toEqual([...database.objectStoreNames].sort());
  });

  it('goes with the person, from every table, and nothing of anybody else goes', async () => {
    const groups = TestBed.inject(GroupSessions);
    const before = await everything();
    for (const table of PERSON_TABLES) expect(JSON.stringify(before[table])).toContain(SOK);
    await groups.keep([SOK, CHAN].reduce(arriveInGroup, beginGroup('g', '2026-11-27T03:00:00.000Z')));
    await belongings.remove(SOK);
    expect(JSON.stringify(await groups.load())).not.toContain(SOK);
    expect((await groups.load())?.present).toEqual([CHAN]);
    const after = await everything();
    expect(JSON.stringify(after)).not.toContain(SOK);
    for (const table of PERSON_TABLES) {
      const theirs = before[table]?.filter((row) => JSON.stringify(row).includes(CHAN));
      expect(theirs?.length).toBeGreaterThan(0);
      expect(after[table]).toEqual(theirs);
    }
    expect(
      TestBed.inject(Profiles)
        .all()
        .map((one) => one.personId),
    ).toEqual([CHAN]);
  });

  it('goes with the person alone: what a mentor of this phone said about them waits on', async () => {
    const store = TestBed.inject(Store);
    const voice = { id: 'v', learnerId: CHAN, about: SOK, mediaType: 'audio/webm', bytes: new ArrayBuffer(2) };
    await store.write(['recording'], (transaction) => transaction.objectStore('recording').put(voice));
    await belongings.remove(SOK);
    expect(await (await store.database()).get('recording', 'v')).toMatchObject({ about: SOK });
  });

  it('and what others hold about them goes too when they are forgotten', async () => {
    const store = TestBed.inject(Store);
    await store.write(['recording', 'deed', 'roster'], async (transaction) => {
      for (const about of [SOK, 'another'])
        await transaction
          .objectStore('recording')
          .put({ id: `v ${about}`, learnerId: CHAN, about, mediaType: 'audio/webm', bytes: new ArrayBuffer(2) });
      for (const [id, state] of [
        ['a', 'waiting'],
        ['b', 'refused'],
        ['c', 'accepted'],
      ] as const)
        await transaction
          .objectStore('deed')
          .put({ mentorId: CHAN, id, state, at: 0, deed: { learnerId: SOK, body: { words: 'ពាក្យ' } } as never });
      const people = [SOK, 'another'].map((id) => ({ person: person(id) })) as never;
      await transaction.objectStore('roster').put({ mentorId: CHAN, name: 'people', hash: '', epoch: '', at: 0, people });
    });
    await belongings.forget([SOK]);
    const after = await everything();
    expect(JSON.stringify(after)).not.toContain(SOK);
    expect(after['roster']).toMatchObject([{ mentorId: CHAN, people: [{ person: { id: 'another' } }] }]);
    expect(after['recording']).toContainEqual(expect.objectContaining({ about: 'another' }));
    expect(after['deed']).toMatchObject([{ mentorId: CHAN, id: 'd' }]);
  });

  describe('as a guest', () => {
    const names = { familyName: 'ផ្កាឈូក', givenName: '(ភ្ញៀវ)', familyNameLatin: 'Lotus', givenNameLatin: '(guest)' };
    const [, , NEW] = [SOK, CHAN, '01938000-0000-7000-8000-000000000003'];
    let guestId = '';

    beforeEach(async () => {
      guestId = (await belongings.addGuest(names, place))?.personId ?? '';
      const happening = { learnerId: guestId, courseId: COURSE, version: 1, kind: 'card.seen' as const };
      for (const cardId of ['a', 'b', 'c']) await log.record({ ...happening, body: { lessonId: 'join-by-link', cardId } });
      const rehearsals = TestBed.inject(Rehearsals);
      await rehearsals.keepJournal(guestId, 'join-by-link leave try', [{} as never]);
      await rehearsals.keepAttempt({
        learnerId: guestId,
        place: `${COURSE} test`,
        id: 'g',
        seed: 2,
        version: 1,
        questions: [],
        responses: {},
      });
      await rehearsals.keepRecording(guestId, { type: 'audio/webm', arrayBuffer: () => Promise.resolve(new ArrayBuffer(5)) } as Blob);
    });

    const show = async (personId: string) => {
      const profiles = TestBed.inject(Profiles);
      await profiles.keep(person(personId), place, '2580', await TestBed.inject(Belongings).adoption(guestId));
    };
    const eventsOf = async (learnerId: string) =>
      (await (await TestBed.inject(Store).database()).getAllFromIndex('event', 'learner', learnerId)).map(({ state, event }) => ({
        state,
        event,
      }));

    it('sends nothing: no server knows them', async () => {
      expect((await eventsOf(guestId)).map(({ state }) => state)).toEqual(['held', 'held', 'held']);
      expect((await log.waiting(50)).filter((event) => event.learnerId === guestId)).toEqual([]);
    });

    it('becomes a learner by the card: all work is theirs, under the same ids and the next numbers, and waits to be sent', async () => {
      const before = await eventsOf(guestId);
      await show(NEW);
      const after = await eventsOf(NEW);
      expect(after.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
      expect(after.map(({ event }) => event)).toEqual(before.map(({ event }) => ({ ...event, learnerId: NEW })));
      expect(JSON.stringify(await everything())).not.toContain(guestId);
      expect(await TestBed.inject(Rehearsals).journal(NEW, 'join-by-link leave try')).toHaveLength(1);
      expect((await TestBed.inject(Rehearsals).attempt(NEW, `${COURSE} test`))?.id).toBe('g');
      // Shown twice, it is nobody's guest any more, and nothing is doubled.
      await show(NEW);
      expect(await eventsOf(NEW)).toEqual(after);
    });

    it('goes behind what the learner did here before, and never over it', async () => {
      await show(SOK);
      const events = (await eventsOf(SOK)).sort((a, b) => a.event.sequence - b.event.sequence);
      expect(events.map(({ event }) => event.sequence)).toEqual([1, 2, 3, 4, 5]);
      expect((await TestBed.inject(Rehearsals).attempt(SOK, `${COURSE} test`))?.id).toBe('a');
    });

    it('is one or the other when the app is killed in the middle, at whichever write, and is adopted at the next try', async () => {
      const { put, delete: remove } = IDBObjectStore.prototype;
      const before = await everything();
      let killed = 0;
      for (let at = 1; ; at++) {
        let writes = 0;
        const dying = <A extends unknown[], R>(write: (this: IDBObjectStore, ...given: A) => R) =>
          function (this: IDBObjectStore, ...given: A): R {
            if (++writes === at) throw new DOMException('killed', 'AbortError');
            return write.apply(this, given);
          };
        IDBObjectStore.prototype.put = dying(put);
        IDBObjectStore.prototype.delete = dying(remove);
        const died = await show(NEW).then(
          () => false,
          () => true,
        );
        Object.assign(IDBObjectStore.prototype, { put, delete: remove });
        if (!died) break;
        killed++;
        TestBed.resetTestingModule();
        expect(await everything()).toEqual(before);
      }
      expect(killed).toBeGreaterThan(7);
      expect(await eventsOf(NEW)).toHaveLength(3);
      expect(JSON.stringify(await everything())).not.toContain(guestId);
    });

    it('has a place among the twelve', async () => {
      for (let n = 4; n <= 12; n++) expect(await belongings.addGuest(names, place)).toBeDefined();
      expect(await belongings.addGuest(names, place)).toBeUndefined();
    });
  });

  it('is counted before it would be lost: lessons that no server has, and voices and photos', async () => {
    expect(await belongings.unsent(SOK)).toEqual({ lessons: 1, recordings: 1 });
    const [a, b] = await log.ofLearner(SOK);
    await log.settle([a!.id], [{ id: b!.id, code: 'not-your-learner' }]);
    expect(await belongings.unsent(SOK)).toEqual({ lessons: 1, recordings: 1 });
    await log.settle([b!.id], []);
    expect(await belongings.unsent(SOK)).toEqual({ lessons: 0, recordings: 1 });
  });
});
