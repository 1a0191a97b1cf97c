import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lesson } from '@sala/domain/content';
import { anyEvent, LEARNER } from './events.fixture.js';
import {
  isAllAlone,
  isSettled,
  foldCourse,
  joinCourseFacts,
  lessonState,
  nextLesson,
  NO_FACTS,
  skippedLessons,
  questionsRight,
  readLearningEvent,
  resumeAt,
  type LearningEvent,
} from './index.js';

const events = fc.array(anyEvent, { maxLength: 40 });

describe('the fold of learning events', () => {
  it('is the same for any order and any repeats', () => {
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list, ...list], { minLength: list.length * 3 })),
    );
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => expect(foldCourse(mixed)).toEqual(foldCourse(list))),
      { numRuns: 500 },
    );
  });

  it('is the same however the events are split between phones and server', () => {
    fc.assert(
      fc.property(events, fc.func(fc.boolean()), (list, here) => {
        const parts = [list.filter((event) => here(event.id)), list.filter((event) => !here(event.id))] as const;
        const joined = joinCourseFacts(foldCourse(parts[0]), foldCourse(parts[1]));
        expect(joined).toEqual(foldCourse(list));
        expect(joinCourseFacts(joined, joined)).toEqual(joined);
        expect(joinCourseFacts(foldCourse(parts[1]), foldCourse(parts[0]))).toEqual(joined);
      }),
    );
  });

  it('keeps helped and alone apart', () => {
    const facts = foldCourse([
      made('question.answered', { questionId: 'q', response: { kind: 'single-choice', chosen: 'x' }, score: 1, aid: 'helped' }),
      made('lesson.completed', { aid: 'helped' }),
    ]);
    expect(facts['one']).toMatchObject({ completed: true, completedAlone: false, questions: { q: { best: 1, bestAlone: 0 } } });
  });
});

describe('learning events', () => {
  it('read back as they were written', () => {
    fc.assert(
      fc.property(anyEvent, (event) => expect(readLearningEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event })),
    );
  });

  it('are refused as values, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => !readLearningEvent(value).ok));
    expect(readLearningEvent(null).ok).toBe(false);
  });
});

describe('progress', () => {
  const text = { km: 'ក', en: 'a' };
  const lesson: Lesson = {
    id: 'one',
    title: text,
    outcome: text,
    minutes: 4,
    khmerReview: 'draft',
    cards: [
      { id: 'a', kind: 'text', title: text, body: text },
      { id: 'b', kind: 'question', title: text, question: { id: 'q', kind: 'single-choice', prompt: text, options: [] } },
    ],
  };

  it('goes on at the first card not seen, and at the first again when all were', () => {
    expect(resumeAt(lesson, undefined)).toBe(0);
    expect(resumeAt(lesson, foldCourse([made('card.seen', { cardId: 'a' })])['one'])).toBe(1);
    expect(resumeAt(lesson, foldCourse([made('card.seen', { cardId: 'a' }), made('card.seen', { cardId: 'b' })])['one'])).toBe(0);
  });

  it('knows what stands by help alone, until it was done alone as well', () => {
    const answered = (aid: 'alone' | 'helped') =>
      made('question.answered', { questionId: 'q', response: { kind: 'single-choice', chosen: 'x' }, score: 1, aid });
    const passed = (aid: 'alone' | 'helped') => made('practice.done', { practiceId: 'p', mode: 'test', steps: [], passed: true, aid });
    const alone = (...events: LearningEvent[]) => isAllAlone(foldCourse(events)['one'] ?? NO_FACTS);
    expect([alone(), alone(answered('alone'), passed('alone'))]).toEqual([true, true]);
    expect([alone(answered('helped')), alone(passed('helped'))]).toEqual([false, false]);
    expect(alone(answered('helped'), passed('helped'), answered('alone'), passed('alone'))).toBe(true);
  });

  it('skips what a passed placement check showed, and never by a module test', () => {
    const lessons = [{ id: 'one' }, { id: 'two' }];
    const quizzes = [
      { id: 'placement', purpose: 'placement' as const, skips: ['one'] },
      { id: 'module-test', purpose: 'test' as const, skips: ['two'] },
    ];
    const passed = { placement: { ...NO_FACTS, completed: true }, 'module-test': { ...NO_FACTS, completed: true } };
    expect(nextLesson(lessons, passed, skippedLessons(quizzes, passed))).toEqual({ id: 'two' });
    expect(skippedLessons(quizzes, { placement: NO_FACTS }).size).toBe(0);
    expect(isSettled('one', passed, skippedLessons(quizzes, passed))).toBe(true);
  });

  it('knows today’s lesson, the share done and the questions answered right', () => {
    const lessons = [{ id: 'one' }, { id: 'two' }];
    const facts = foldCourse([
      made('question.answered', { questionId: 'q', response: { kind: 'single-choice', chosen: 'x' }, score: 1, aid: 'alone' }),
      made('lesson.completed', { aid: 'alone' }),
    ]);
    expect(nextLesson(lessons, {})).toEqual({ id: 'one' });
    expect(nextLesson(lessons, facts)).toEqual({ id: 'two' });
    expect(lessons.map(({ id }) => isSettled(id, facts, new Set()))).toEqual([true, false]);
    expect(questionsRight(lesson, facts['one'])).toEqual({ right: 1, of: 1 });
    expect([undefined, foldCourse([made('lesson.opened', {})])['one'], facts['one']].map(lessonState)).toEqual([
      'not-started',
      'started',
      'completed',
    ]);
  });
});

function made(kind: LearningEvent['kind'], body: object): LearningEvent {
  const read = readLearningEvent({
    id: '01900000-0000-7000-8000-000000000001',
    learnerId: LEARNER,
    deviceId: LEARNER,
    sequence: 1,
    courseId: LEARNER,
    version: 1,
    occurredAt: '2026-11-22T03:00:00.000Z',
    kind,
    body: { lessonId: 'one', ...body },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}
