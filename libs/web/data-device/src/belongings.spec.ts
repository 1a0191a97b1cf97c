import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { Belongings, PERSON_TABLES, PHONE_TABLES } from './belongings.js';
import { EventLog } from './event-log.js';
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
    const before = await everything();
    for (const table of PERSON_TABLES) expect(JSON.stringify(before[table])).toContain(SOK);
    await belongings.remove(SOK);
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

  it('is counted before it would be lost: lessons that no server has, and voices and photos', async () => {
    expect(await belongings.unsent(SOK)).toEqual({ lessons: 1, recordings: 1 });
    const [a, b] = await log.ofLearner(SOK);
    await log.settle([a!.id], [{ id: b!.id, code: 'not-your-learner' }]);
    expect(await belongings.unsent(SOK)).toEqual({ lessons: 1, recordings: 1 });
    await log.settle([b!.id], []);
    expect(await belongings.unsent(SOK)).toEqual({ lessons: 0, recordings: 1 });
  });
});
