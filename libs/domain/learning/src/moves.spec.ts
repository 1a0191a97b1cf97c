import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldCourse, isInStretch, sittingsOf, withMoves, type AttemptMove, type Disowned, type LearningEvent } from './index.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const PHONE = '00000000-0000-4000-8000-0000000000d1';
const LEARNERS = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const idOf = (n: number): string => `01938000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const seen = (n: number, learnerId: string, lessonId: string, cardId: string, occurredAt = '2026-11-22T03:00:00.000Z'): LearningEvent => ({
  id: idOf(n),
  learnerId,
  deviceId: PHONE,
  sequence: n + 1,
  courseId: COURSE,
  version: 1,
  occurredAt,
  kind: 'card.seen',
  body: { lessonId, cardId },
});
const disowned = (n: number, from: number, to: number, lessonId = 'one'): Disowned => ({
  ...(seen(n, LEARNERS[0]!, lessonId, 'a') as unknown as Disowned),
  kind: 'attempt.disowned',
  body: { lessonId, deviceId: PHONE, from, to },
});

const events = fc
  .array(
    fc.record({
      learnerId: fc.constantFrom(...LEARNERS),
      lessonId: fc.constantFrom('one', 'two'),
      cardId: fc.constantFrom('a', 'b', 'c', 'd'),
    }),
    { maxLength: 20 },
  )
  .map((made) => made.map((one, n) => seen(n, one.learnerId, one.lessonId, one.cardId)));
const history = events.chain((made) =>
  fc.record({
    made: fc.constant(made),
    moves: fc.array(
      fc.record({
        from: fc.constantFrom(...LEARNERS),
        to: fc.constantFrom(...LEARNERS),
        events: fc.subarray(made.map((event) => event.id)),
      }) as fc.Arbitrary<AttemptMove>,
      { maxLength: 4 },
    ),
  }),
);

describe('moved attempts', () => {
  it('conserve the total: each event is there once before and after, and only its owner differs', () => {
    fc.assert(
      fc.property(history, ({ made, moves }) => {
        const after = withMoves(made, moves);
        expect(after.map(({ learnerId: _, ...rest }) => rest)).toEqual(made.map(({ learnerId: _, ...rest }) => rest));
        expect(after.every((event) => LEARNERS.includes(event.learnerId))).toBe(true);
      }),
    );
  });

  it('change nobody but the two: the facts of all others stay as they were', () => {
    fc.assert(
      fc.property(history, ({ made, moves }) => {
        const touched = new Set(moves.flatMap(({ from, to }) => [from, to]));
        const after = withMoves(made, moves);
        for (const learner of LEARNERS.filter((one) => !touched.has(one))) {
          const own = (all: LearningEvent[]) => foldCourse(all.filter((event) => event.learnerId === learner));
          expect(own(after)).toEqual(own(made));
        }
      }),
    );
  });

  it('are undone by the move back', () => {
    fc.assert(
      fc.property(history, ({ made }) => {
        const [from, to] = [LEARNERS[0]!, LEARNERS[1]!];
        const moved = made.filter((event) => event.learnerId === from).map((event) => event.id);
        const there = { from, to, events: moved };
        expect(withMoves(made, [there, { from: to, to: from, events: moved }])).toEqual(made);
      }),
    );
  });

  it('leave what somebody does not own where it is', () => {
    const [event] = [seen(1, LEARNERS[0]!, 'one', 'a')];
    expect(withMoves([event], [{ from: LEARNERS[1]!, to: LEARNERS[2]!, events: [event.id] }])).toEqual([event]);
  });
});

describe('a stretch that was disowned', () => {
  it('is what its learner did of the lesson between two numbers on that device, and never the word itself', () => {
    const word = disowned(9, 2, 3);
    const made = [0, 1, 2, 3].map((n) => seen(n, LEARNERS[0]!, n === 2 ? 'two' : 'one', 'a'));
    expect([...made, word].filter((event) => isInStretch(event, word)).map((event) => event.sequence)).toEqual([2]);
    expect(isInStretch({ ...made[1]!, learnerId: LEARNERS[1]! }, word)).toBe(false);
    expect(isInStretch({ ...made[1]!, deviceId: idOf(1) }, word)).toBe(false);
    expect(foldCourse([word])).toEqual({});
  });

  it('is chosen among sittings: a lesson at one go, the latest first, without what was disowned before', () => {
    const learner = LEARNERS[0]!;
    const made = [
      seen(0, learner, 'one', 'a'),
      seen(1, learner, 'one', 'b'),
      seen(2, learner, 'two', 'a'),
      seen(3, learner, 'one', 'c'),
      seen(4, learner, 'one', 'd', '2026-11-23T03:00:00.000Z'),
    ];
    const spans = (events: LearningEvent[]) => sittingsOf(events, PHONE).map(({ lessonId, from, to, day }) => [lessonId, from, to, day]);
    expect(spans(made)).toEqual([
      ['one', 5, 5, '2026-11-23'],
      ['one', 4, 4, '2026-11-22'],
      ['two', 3, 3, '2026-11-22'],
      ['one', 1, 2, '2026-11-22'],
    ]);
    expect(spans([...made, disowned(5, 4, 4)])).not.toContainEqual(['one', 4, 4, '2026-11-22']);
    expect(sittingsOf(made, idOf(1))).toEqual([]);
  });
});
