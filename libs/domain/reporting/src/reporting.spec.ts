import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, type CourseFacts, type LearningEvent, type LessonFacts } from '@sala/domain/learning';
import fc from 'fast-check';
import { courseStanding, hiddenParts, joinTrying, LEAST_SHOWN, tryingOf, type Trying } from './index.js';

const counts = fc.array(fc.oneof(fc.nat(8), fc.nat(60)), { maxLength: 12 });
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

describe('which groups are shown', () => {
  it.each<[what: string, parts: number[], hidden: boolean[]]>([
    ['nobody anywhere', [0, 0], [false, false]],
    ['all large enough', [5, 12, 40], [false, false, false]],
    ['one too small, so the next smallest as well', [3, 12, 40], [true, true, false]],
    ['two too small, and enough together', [3, 4, 40], [true, true, false]],
    ['two too small, and too few together', [1, 2, 40, 9], [true, true, false, true]],
    ['empty places tell nothing', [3, 0, 12], [true, false, true]],
    ['too few in all', [2, 1], [true, true]],
  ])('%s', (_, parts, hidden) => expect(hiddenParts(parts)).toEqual(hidden));

  it('never shows a small one, nor lets one be worked out by subtraction', () => {
    fc.assert(
      fc.property(counts, (parts) => {
        const hidden = hiddenParts(parts);
        const secret = parts.filter((_, index) => hidden[index]);
        for (const [index, people] of parts.entries()) if (!hidden[index]) expect(people === 0 || people >= LEAST_SHOWN).toBe(true);
        const canHideMore = parts.some((people, index) => !hidden[index] && people > 0);
        if (secret.length > 0 && canHideMore) {
          expect(secret.length).toBeGreaterThan(1);
          expect(sum(secret)).toBeGreaterThanOrEqual(LEAST_SHOWN);
        }
      }),
    );
  });

  it('hides nothing where nothing is small, and never an empty place', () => {
    fc.assert(
      fc.property(counts, (parts) => {
        const hidden = hiddenParts(parts);
        if (parts.every((people) => people === 0 || people >= LEAST_SHOWN)) expect(hidden).not.toContain(true);
        expect(parts.filter((people, index) => people === 0 && hidden[index])).toEqual([]);
      }),
    );
  });
});

const lesson = (more: Partial<LessonFacts>): LessonFacts => ({ ...NO_FACTS, ...more });
const course = {
  lessons: [
    { id: 'a', tests: [] },
    { id: 'b', tests: ['p'] },
    { id: 'c', tests: [] },
    { id: 'd', tests: [] },
  ],
  quizzes: [{ id: 'place', purpose: 'placement' as const, skips: ['d'] }],
};

describe('a standing in a course', () => {
  it('counts each lesson by its best way, and what was mastered', () => {
    const facts: CourseFacts = {
      a: lesson({ completed: true, completedAlone: true, completedOn: ['1', '2'], aloneOn: ['1', '2'] }),
      b: lesson({ completed: true, completedOn: ['1'], passed: ['p'], passedAloneOn: { p: ['1', '3'] } }),
      c: lesson({ completed: true, completedOn: ['1'], groupOn: ['1'], signedOff: ['task'] }),
      gone: lesson({ completed: true, completedAlone: true, completedOn: ['1'] }),
    };
    const standing = { done: 3, alone: 1, helped: 1, group: 1, mastered: 2, signedOff: 1, isFinished: false };
    expect(courseStanding(facts, course)).toEqual(standing);
    const placed = { ...facts, place: lesson({ completed: true, completedOn: ['1'] }) };
    expect(courseStanding(placed, course)).toEqual({ ...standing, isFinished: true });
  });

  it('of somebody who has done nothing, or in a course without lessons, is nothing', () => {
    const nothing = { done: 0, alone: 0, helped: 0, group: 0, mastered: 0, signedOff: 0, isFinished: false };
    expect(courseStanding({}, course)).toEqual(nothing);
    expect(courseStanding({}, { lessons: [], quizzes: [] })).toEqual(nothing);
  });
});

const trying: fc.Arbitrary<Trying> = fc.record({
  lessonId: fc.constant('l'),
  item: fc.constant('i'),
  step: fc.constantFrom('', 's'),
  wrong: fc.nat(9),
  right: fc.boolean(),
});
const head = { id: 'e', learnerId: 'p', deviceId: 'd', sequence: 1, courseId: 'c', version: 1, occurredAt: '2026-11-27T00:00:00Z' };

describe('tries at a question or step', () => {
  it('are joined in any order to the same', () => {
    const alike = trying.chain((one) =>
      fc.tuple(fc.constant(one), ...[0, 1].map(() => trying.map((other) => ({ ...other, step: one.step })))),
    );
    fc.assert(
      fc.property(alike, ([a, b, c]) => {
        expect(joinTrying(a, b!)).toEqual(joinTrying(b!, a));
        expect(joinTrying(joinTrying(a, b!), c!)).toEqual(joinTrying(a, joinTrying(b!, c!)));
      }),
    );
  });

  it('are told by answers and rehearsals alone', () => {
    const answer = (score: number): LearningEvent => ({
      ...head,
      kind: 'question.answered',
      body: { lessonId: 'l', questionId: 'q', response: { kind: 'true-false', said: true }, score, aid: 'alone' },
    });
    expect(tryingOf(answer(0.5))).toEqual([{ lessonId: 'l', item: 'q', step: '', wrong: 1, right: false }]);
    expect(tryingOf(answer(1))).toEqual([{ lessonId: 'l', item: 'q', step: '', wrong: 0, right: true }]);
    const steps = [
      { task: 't1', done: true, wrong: [], hints: 0, seconds: 3 },
      { task: 't2', done: true, wrong: ['x', 'y'], hints: 1, seconds: 9 },
    ];
    const practice = (mode: 'watch' | 'try'): LearningEvent => ({
      ...head,
      kind: 'practice.done',
      body: { lessonId: 'l', practiceId: 'p', mode, steps, passed: true, aid: 'alone' },
    });
    expect(tryingOf(practice('watch'))).toEqual([]);
    expect(tryingOf(practice('try'))).toMatchObject([
      { item: 'p', step: 't1', wrong: 0, right: true },
      { item: 'p', step: 't2', wrong: 3, right: false },
    ]);
    expect(tryingOf({ ...head, kind: 'lesson.opened', body: { lessonId: 'l' } })).toEqual([]);
  });
});
