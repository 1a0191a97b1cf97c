import fc from 'fast-check';
import type { LearningEvent } from './index.js';

/** The learner of these events. */
export const LEARNER = '00000000-0000-4000-8000-000000000001';
const envelope = fc.record({
  id: fc.uuid({ version: 7 }),
  learnerId: fc.constant(LEARNER),
  deviceId: fc.uuid({ version: 4 }),
  sequence: fc.integer({ min: 1, max: 1_000 }),
  courseId: fc.constant('5a1a0000-0000-4000-8000-000000000007'),
  version: fc.integer({ min: 1, max: 9 }),
  occurredAt: fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
});
const lessonId = fc.constantFrom('one', 'two');
const aid = fc.constantFrom('alone' as const, 'helped' as const);
const kindAndBody = fc.oneof(
  fc.record({ kind: fc.constant('lesson.opened' as const), body: fc.record({ lessonId }) }),
  fc.record({ kind: fc.constant('card.seen' as const), body: fc.record({ lessonId, cardId: fc.constantFrom('a', 'b', 'c') }) }),
  fc.record({
    kind: fc.constant('question.answered' as const),
    body: fc.record({
      lessonId,
      questionId: fc.constantFrom('q1', 'q2'),
      response: fc.constant({ kind: 'single-choice' as const, chosen: 'x' }),
      score: fc.constantFrom(0, 0.5, 1),
      aid,
    }),
  }),
  fc.record({ kind: fc.constant('lesson.completed' as const), body: fc.record({ lessonId, aid }) }),
  fc.record({
    kind: fc.constant('practice.done' as const),
    body: fc.record({
      lessonId,
      practiceId: fc.constantFrom('p1', 'p2'),
      mode: fc.constantFrom('watch' as const, 'try' as const, 'test' as const),
      steps: fc.array(
        fc.record({ task: fc.constant('t'), done: fc.boolean(), wrong: fc.subarray(['x', 'y']), hints: fc.nat(), seconds: fc.nat() }),
        { maxLength: 3 },
      ),
      passed: fc.boolean(),
      aid,
    }),
  }),
  fc.record({
    kind: fc.constant('quiz.begun' as const),
    body: fc.record({ lessonId, attempt: fc.uuid({ version: 4 }), seed: fc.nat(), questions: fc.subarray(['q1', 'q2']) }),
  }),
  fc.record({
    kind: fc.constant('quiz.completed' as const),
    body: fc.record({ lessonId, attempt: fc.uuid({ version: 4 }), score: fc.constantFrom(0, 1), passed: fc.boolean(), aid }),
  }),
  fc.record({
    kind: fc.constant('review.done' as const),
    body: fc.record({
      lessonId,
      day: fc.constantFrom(2 as const, 7 as const, 21 as const),
      score: fc.constantFrom(0, 1),
      aid: fc.constantFrom('alone' as const, 'helped' as const),
    }),
  }),
  fc.record({
    kind: fc.constant('item.ticked' as const),
    body: fc.record({ lessonId, cardId: fc.constantFrom('a', 'b'), item: fc.nat({ max: 3 }) }),
  }),
  fc.record({ kind: fc.constant('word.kept' as const), body: fc.record({ lessonId, label: fc.constantFrom('Join', 'Leave') }) }),
  fc.record({
    kind: fc.constant('screen.differs' as const),
    body: fc.record({ lessonId, practiceId: fc.constant('p1'), screen: fc.constant('s') }),
  }),
  fc.record({ kind: fc.constant('help.asked' as const), body: fc.record({ lessonId, cardId: fc.constantFrom('a', 'b') }) }),
);
/** Any learning event of one learner, in one course with two lessons. */
export const anyEvent = fc.tuple(envelope, kindAndBody).map(([head, tail]): LearningEvent => ({ ...head, ...tail }));
