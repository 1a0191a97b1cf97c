import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DAYS_KEPT, foldCourse, joinCourseFacts, readLearningEvent, type CourseFacts, type LearningEvent } from '@sala/domain/learning';
import { IDBFactory } from 'fake-indexeddb';
import { EventLog } from './event-log.js';
import { Belongings } from './belongings.js';
import { ServerNews } from './server-news.js';
import { Store, type Table } from './store.js';
import { Upkeep } from './upkeep.js';

const DAY = 86_400_000;
const START = Date.parse('2027-01-04T01:00:00Z');
const LEARNER = '01938000-0000-7000-8000-000000000001';
const DEVICE = '01938000-0000-4000-8000-00000000000d';
const courseOf = (lesson: number) => `5a1a0000-0000-4000-8000-0000000000${String(10 + Math.floor(lesson / 12)).padStart(2, '0')}`;

/** Everything that a learner does in one lesson: its cards, answers, practices, end and reviews. */
function lessonEvents(lesson: number, at: number, first: number): LearningEvent[] {
  const lessonId = `a-lesson-with-a-usual-name-${lesson}`;
  const names = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}-${n}`);
  const steps = names('step', 4).map((task) => ({ task, done: true, wrong: ['other-button'], hints: 1, seconds: 12.5 }));
  const aid = 'alone' as const;
  const response = { kind: 'multiple-choice', chosen: ['first-option', 'third-option'] };
  const bodies: [kind: string, body: object][] = [
    ['lesson.opened', { lessonId }],
    ...names('card', 12).map((cardId): [string, object] => ['card.seen', { lessonId, cardId }]),
    ...names('question', 9).map((questionId): [string, object] => ['question.answered', { lessonId, questionId, response, score: 1, aid }]),
    ...(['try', 'test', 'test', 'test'] as const).map((mode): [string, object] => [
      'practice.done',
      { lessonId, practiceId: 'practice', mode, steps, passed: true, aid },
    ]),
    ['word.kept', { lessonId, label: 'Breakout Room' }],
    ['lesson.completed', { lessonId, aid }],
    ...[2, 7, 21].map((day): [string, object] => ['review.done', { lessonId, day, score: 1, aid }]),
  ];
  return bodies.map(([kind, body], n) => {
    const read = readLearningEvent({
      id: `01938000-0000-7000-8000-${String(first + n).padStart(12, '0')}`,
      learnerId: LEARNER,
      deviceId: DEVICE,
      sequence: first + n,
      courseId: courseOf(lesson),
      version: 1,
      occurredAt: new Date(at + n * 20_000).toISOString(),
      kind,
      body,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    return read.value;
  });
}

describe('the upkeep of a phone', () => {
  let store: Store;
  let log: EventLog;
  let upkeep: Upkeep;

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    store = TestBed.inject(Store);
    log = TestBed.inject(EventLog);
    upkeep = TestBed.inject(Upkeep);
  });

  const keep = (events: readonly LearningEvent[], state: 'accepted' | 'waiting' = 'accepted'): Promise<void> =>
    store.write(['event'], async (transaction) => {
      for (const event of events) {
        const { id, learnerId, deviceId, sequence } = event;
        await transaction.objectStore('event').put({ id, learnerId, deviceId, sequence, state, event });
      }
    });
  const factsNow = async (): Promise<Map<string, CourseFacts>> => {
    const facts = await TestBed.inject(ServerNews).restored(LEARNER);
    const events = await log.ofLearner(LEARNER);
    for (const id of new Set(events.map((event) => event.courseId)))
      facts.set(id, joinCourseFacts(facts.get(id) ?? {}, foldCourse(events.filter((event) => event.courseId === id))));
    return facts;
  };
  const sorted = (facts: Map<string, CourseFacts>) => [...facts].sort(([a], [b]) => (a < b ? -1 : 1));
  const size = async (): Promise<number> => {
    const database = await store.database();
    const tables: Table[] = ['event', 'restored', 'folded', 'cursor', 'kept', 'profile', 'journal', 'attempt'];
    const rows = (await Promise.all(tables.map((table) => database.getAll(table)))).flat();
    return rows.reduce<number>((sum, row) => sum + new TextEncoder().encode(JSON.stringify(row)).byteLength, 0);
  };

  it('keeps what was accepted for 30 days after it was seen to be, and what waits for ever', async () => {
    const events = lessonEvents(1, START, 1);
    await keep(events.slice(0, -5));
    await keep(events.slice(-5), 'waiting');
    const before = sorted(await factsNow());
    expect(await upkeep.run(START)).toBe(0);
    expect(await upkeep.run(START + DAYS_KEPT * DAY - 1)).toBe(0);
    expect(await upkeep.run(START + DAYS_KEPT * DAY)).toBe(events.length - 5);
    expect(await log.ofLearner(LEARNER)).toHaveLength(5);
    expect(sorted(await factsNow())).toEqual(before);
    expect(await upkeep.run(START + 900 * DAY)).toBe(0);
  });

  it('counts the days anew when a restored server has had to be told again', async () => {
    await keep(lessonEvents(1, START, 1));
    await upkeep.run(START);
    const news = (cursor: string) => ({ accepted: [], refused: [], news: [{ learnerId: LEARNER, cursor, progress: [] }] });
    await TestBed.inject(ServerNews).take(news('aaaa.1'));
    expect(await TestBed.inject(ServerNews).take(news('bbbb.0'))).toBeGreaterThan(0);
    await log.settle(
      (await log.waiting(100)).map((event) => event.id),
      [],
    );
    expect(await upkeep.run(START + 31 * DAY)).toBe(0);
    expect(await upkeep.run(START + 61 * DAY)).toBeGreaterThan(0);
  });

  it('goes on with the next number when everything else has left', async () => {
    const events = lessonEvents(1, START, 1);
    const deviceId = await store.write(['kept'], async (transaction) => {
      await transaction.objectStore('kept').put({ name: 'device', deviceId: DEVICE });
      return DEVICE;
    });
    await keep(events);
    await upkeep.run(START);
    expect(await upkeep.run(START + 40 * DAY)).toBe(events.length - 1);
    const next = await log.record({
      learnerId: LEARNER,
      courseId: courseOf(1),
      version: 1,
      kind: 'lesson.opened',
      body: { lessonId: 'x' },
    });
    expect([next.deviceId, next.sequence]).toEqual([deviceId, events.length + 1]);
  });

  it('takes the facts of a person along when they leave the phone', async () => {
    await keep(lessonEvents(1, START, 1));
    await upkeep.run(START);
    await upkeep.run(START + 40 * DAY);
    await TestBed.inject(Belongings).remove(LEARNER);
    expect(await factsNow()).toEqual(new Map());
  });

  it('keeps a year of learning under 2 MB, and changes none of its facts', async () => {
    let [sequence, largest] = [1, 0];
    const all: LearningEvent[] = [];
    for (let week = 0; week < 52; week++) {
      for (let lesson = 0; lesson < 3; lesson++) {
        const events = lessonEvents(week * 3 + lesson, START + week * 7 * DAY + lesson * 2 * DAY, sequence);
        sequence += events.length;
        all.push(...events);
        await keep(events);
      }
      await upkeep.run(START + (week + 1) * 7 * DAY);
      largest = Math.max(largest, await size());
    }
    expect(all.length).toBeGreaterThan(4_500);
    expect(largest).toBeLessThan(2_000_000);
    const facts = await factsNow();
    for (const id of facts.keys()) expect(facts.get(id)).toEqual(foldCourse(all.filter((event) => event.courseId === id)));
  }, 120_000);
});
