import { questionsOf, type Lesson } from '@sala/domain/content';
import type { CourseFacts, LessonFacts } from './facts.js';

/** Where a learner stands in a lesson. */
export type LessonState = 'not-started' | 'started' | 'completed';

/** The state of a lesson by its facts; undefined facts mean that it was never opened. */
export function lessonState(facts: LessonFacts | undefined): LessonState {
  if (facts === undefined) return 'not-started';
  return facts.completed ? 'completed' : 'started';
}

/** Whether nothing in a lesson stands by help alone: each answer was given as well, and each practice passed, without help. */
export function isAllAlone(facts: LessonFacts): boolean {
  const answers = Object.values(facts.questions);
  return (
    answers.every(({ best, bestAlone }) => bestAlone === best) && facts.passed.every((id) => (facts.passedAloneOn[id] ?? []).length > 0)
  );
}

/** How many of a lesson's questions were answered fully right at least once, of how many it has. */
export function questionsRight(lesson: Lesson, facts: LessonFacts | undefined): { right: number; of: number } {
  const questions = questionsOf(lesson);
  return { right: questions.filter((question) => facts?.questions[question.id]?.best === 1).length, of: questions.length };
}

/** The index of the card at which a learner goes on: the first not seen, or 0 when all were seen. */
export function resumeAt(lesson: Lesson, facts: LessonFacts | undefined): number {
  const next = lesson.cards.findIndex((card) => !facts?.cards.includes(card.id));
  return Math.max(next, 0);
}

/** The lessons that passed placement checks let a learner skip. */
export function skippedLessons(
  quizzes: readonly { id: string; purpose: 'test' | 'placement'; skips: readonly string[] }[],
  facts: CourseFacts,
): Set<string> {
  return new Set(quizzes.flatMap((quiz) => (quiz.purpose === 'placement' && facts[quiz.id]?.completed ? quiz.skips : [])));
}

/** Whether nothing is left to do in a lesson: it is completed, or a placement check showed that it can be skipped. */
export function isSettled(lessonId: string, facts: CourseFacts, skipped: ReadonlySet<string>): boolean {
  return skipped.has(lessonId) || lessonState(facts[lessonId]) === 'completed';
}

/** The lesson for today: the first, in the course's order, that is neither completed nor skipped; undefined when none is left. */
export function nextLesson<T extends { id: string }>(
  lessons: readonly T[],
  facts: CourseFacts,
  skipped: ReadonlySet<string> = new Set(),
): T | undefined {
  return lessons.find((lesson) => !isSettled(lesson.id, facts, skipped));
}
