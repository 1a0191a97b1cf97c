import { describe, expect, it } from '@jest/globals';
import type { Card, Lesson } from '@sala/domain/content';
import { dayOf, dueReviews, factsOf, masteryOf, NO_FACTS, reviewCards, type LearningEvent, type LessonFacts } from './index.js';

const completed = (day: string, ...reviewed: number[]) => ({ one: { ...NO_FACTS, completed: true, completedOn: [day], reviewed } });

describe('spaced review', () => {
  it.each([
    ['2026-11-02', [], undefined],
    ['2026-11-03', [], 2],
    ['2026-11-07', [], 2],
    ['2026-11-08', [], 7],
    ['2026-11-08', [2], 7],
    ['2026-11-05', [2], undefined],
    ['2026-12-30', [], 21],
    ['2026-12-30', [2, 7, 21], undefined],
    ['2026-10-01', [], undefined],
  ])('on %s after reviews %j: day %s', (today, reviewed, day) => {
    expect(dueReviews(completed('2026-11-01', ...reviewed), today)[0]?.day).toBe(day);
  });

  it('never comes for a lesson that was not completed', () => {
    expect(dueReviews({ one: NO_FACTS }, '2026-12-01')).toEqual([]);
  });
});

const envelope = {
  id: '01938000-0000-7000-8000-0000000000e1',
  learnerId: '01938000-0000-7000-8000-000000000001',
  deviceId: '01938000-0000-7000-8000-0000000000d1',
  sequence: 1,
  courseId: '5a1a0000-0000-4000-8000-000000000007',
  version: 1,
  occurredAt: '2026-11-03T02:00:00.000Z',
};

describe('mastery', () => {
  const passed = (practice: string, ...days: string[]): LessonFacts => ({ ...NO_FACTS, passedAloneOn: { [practice]: days } });

  it('needs two different days alone, wherever in the course they were', () => {
    expect(masteryOf({}, 'one', ['p'])).toBe('not-yet');
    expect(masteryOf({ one: passed('p', '2026-11-01'), test: passed('p', '2026-11-01') }, 'one', ['p'])).toBe('once');
    expect(masteryOf({ one: passed('p', '2026-11-01'), test: passed('p', '2026-11-03') }, 'one', ['p'])).toBe('mastered');
  });

  it('is that of the weakest of several practices', () => {
    const facts = { one: { ...NO_FACTS, passedAloneOn: { p: ['2026-11-01', '2026-11-03'], q: ['2026-11-03'] } } };
    expect(masteryOf(facts, 'one', ['p', 'q'])).toBe('once');
  });

  it('follows the days passed alone where there is no practice', () => {
    expect(masteryOf({ one: { ...NO_FACTS, aloneOn: ['2026-11-01'] } }, 'one', [])).toBe('once');
    expect(masteryOf({ one: { ...NO_FACTS, aloneOn: ['2026-11-01', '2026-11-03'] } }, 'one', [])).toBe('mastered');
  });

  it.each([
    ['alone', 1, ['2026-11-03']],
    ['alone', 0.8, ['2026-11-03']],
    ['alone', 0.75, undefined],
    ['helped', 1, undefined],
  ] as const)('a review %s with %d counts as %j', (aid, score, days) => {
    const event: LearningEvent = { ...envelope, kind: 'review.done', body: { lessonId: 'one', day: 2, score, aid } };
    expect(factsOf(event).aloneOn).toEqual(days);
  });

  it.each(['alone', 'helped'] as const)('a test passed %s is a different fact', (aid) => {
    const body = { lessonId: 'module-test', attempt: envelope.id, score: 1, passed: true, aid };
    const facts = factsOf({ ...envelope, kind: 'quiz.completed', body });
    expect([facts.completed, facts.completedAlone, facts.aloneOn]).toEqual([
      true,
      aid === 'alone',
      aid === 'alone' ? ['2026-11-03'] : undefined,
    ]);
  });

  it('counts days as people in Cambodia do', () => {
    expect(dayOf('2026-11-01T16:59:59.000Z')).toBe('2026-11-01');
    expect(dayOf('2026-11-01T17:00:00.000Z')).toBe('2026-11-02');
  });
});

describe('the cards of a review', () => {
  const same = (text: string) => ({ km: text, en: text });
  const question = (id: string): Card => ({
    id,
    kind: 'question',
    title: same(id),
    question: {
      id,
      kind: 'true-false',
      prompt: same(id),
      statement: same(id),
      isTrue: true,
      feedback: { right: same('1'), notYet: same('0') },
    },
  });
  const practice = (id: string, mode: 'try' | 'test'): Card => ({ id, kind: 'practice', title: same(id), practice: 'p', mode });
  const lesson: Lesson = {
    id: 'one',
    title: same('one'),
    outcome: same('one'),
    minutes: 3,
    khmerReview: 'draft',
    cards: [practice('try', 'try'), ...['a', 'b', 'c', 'd', 'e', 'f'].map(question), practice('test', 'test')],
  };
  const right = (...ids: string[]): LessonFacts => ({
    ...NO_FACTS,
    questions: Object.fromEntries(ids.map((id) => [id, { best: 1, bestAlone: 1 }])),
  });

  it('are four questions and what is done alone, in the order of the lesson', () => {
    expect(reviewCards(lesson, undefined).map((card) => card.id)).toEqual(['a', 'b', 'c', 'd', 'test']);
  });

  it('begin with what was never right alone', () => {
    expect(reviewCards(lesson, right('a', 'c', 'd')).map((card) => card.id)).toEqual(['a', 'b', 'e', 'f', 'test']);
    const helped = { ...NO_FACTS, questions: { a: { best: 1, bestAlone: 0.5 } } };
    expect(reviewCards(lesson, helped).map((card) => card.id)).toContain('a');
  });
});
