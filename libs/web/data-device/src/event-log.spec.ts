import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { EventLog } from './event-log.js';
import { Store } from './store.js';

const LEARNER = '01938000-0000-7000-8000-000000000001';
const OTHER = '01938000-0000-7000-8000-000000000002';
const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const seen = (cardId: string, learnerId = LEARNER) => ({
  learnerId,
  courseId: COURSE,
  version: 1,
  kind: 'card.seen' as const,
  body: { lessonId: 'join-by-link', cardId },
});

describe('the log of a phone', () => {
  let log: EventLog;

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    log = TestBed.inject(EventLog);
  });

  it('numbers the events of each learner from 1 without a hole, also when many are recorded at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((card) => log.record(seen(card))));
    await log.record(seen('a', OTHER));
    const sequences = (await log.ofLearner(LEARNER)).map((event) => event.sequence).sort();
    expect(sequences).toEqual([1, 2, 3, 4]);
    expect((await log.ofLearner(OTHER)).map((event) => event.sequence)).toEqual([1]);
  });

  it('goes on with the next number after a restart', async () => {
    const first = await log.record(seen('a'));
    TestBed.resetTestingModule();
    const second = await TestBed.inject(EventLog).record(seen('b'));
    expect([first.sequence, second.sequence]).toEqual([1, 2]);
    expect(second.deviceId).toBe(first.deviceId);
  });

  it('lets only the accepted ids stop waiting, and keeps them in the log', async () => {
    const [a, b, c] = [await log.record(seen('a')), await log.record(seen('b')), await log.record(seen('c'))];
    await log.settle([a.id, c.id], []);
    expect((await log.waiting(10)).map((event) => event.id)).toEqual([b.id]);
    expect(await log.ofLearner(LEARNER)).toHaveLength(3);
  });

  it('keeps what was refused, with its reason, and never sends it again', async () => {
    const event = await log.record(seen('a'));
    await log.settle([], [{ id: event.id, code: 'unknown-course' }]);
    expect(await log.waiting(10)).toEqual([]);
    expect(await log.counts(LEARNER)).toEqual({ waiting: 0, held: 0, refused: 1 });
    const database = await TestBed.inject(Store).database();
    expect(await database.get('event', event.id)).toMatchObject({ state: 'refused', code: 'unknown-course' });
  });

  it('leaves an accepted event accepted when a late reply refuses it', async () => {
    const event = await log.record(seen('a'));
    await log.settle([event.id], []);
    await log.settle([], [{ id: event.id, code: 'sequence-reused' }]);
    expect(await log.counts(LEARNER)).toEqual({ waiting: 0, held: 0, refused: 0 });
  });

  it('takes the next free number where an old image of the disk made it use one twice, and waits again', async () => {
    const [a, b] = [await log.record(seen('a')), await log.record(seen('b'))];
    const reused = (id: string) => ({ id, code: 'sequence-reused' as const, next: 9 });
    await log.settle([], [reused(a.id), reused(b.id)]);
    const waiting = await log.waiting(10);
    expect(waiting.map(({ id, sequence }) => [id, sequence]).sort()).toEqual(
      [
        [a.id, 9],
        [b.id, 10],
      ].sort(),
    );
    expect((await log.record(seen('c'))).sequence).toBe(11);
  });

  it('heeds a doubled refusal once: what took a free number meanwhile goes on waiting', async () => {
    const event = await log.record(seen('a'));
    const reused = { id: event.id, code: 'sequence-reused' as const, next: 9 };
    await log.settle([], [reused]);
    await log.settle([], [reused]);
    expect((await log.waiting(10)).map(({ sequence }) => sequence)).toEqual([9]);
  });

  it('refuses to store what is no learning event, and stays whole', async () => {
    await expect(log.record({ ...seen('a'), body: { lessonId: 'join-by-link', cardId: 'Not A Slug' } })).rejects.toThrow(
      'not a learning event',
    );
    expect((await log.record(seen('a'))).sequence).toBe(1);
  });

  it('counts lessons that wait, not events', async () => {
    await log.record(seen('a'));
    await log.record(seen('b'));
    await log.record(seen('a', OTHER));
    expect(await log.waitingLessons()).toBe(2);
    expect(await log.waitingLessons(OTHER)).toBe(1);
  });
});
