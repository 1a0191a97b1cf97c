import { questionsOf, type Lesson } from '@sala/domain/content';
import type { CourseFacts, LessonFacts } from './facts.js';

/** Where a learner stands in a lesson. */
export type LessonState = 'not-started' | 'started' | 'completed';

/** The state of a lesson by its facts; undefined facts mean that it was never opened. */
export function lessonState(facts: LessonFacts | undefined): LessonState {
  if (facts === undefined) return 'not-started';
  return facts.completed ? 'completed' : 'started';
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

/** The lesson for today: the first that is not completed, in the course's order; undefined when all are. */
export function nextLesson<T extends { id: string }>(lessons: readonly T[], facts: CourseFacts): T | undefined {
  return lessons.find((lesson) => lessonState(facts[lesson.id]) !== 'completed');
}

/** The share of a course's lessons that are completed, 0 to 1. */
export function courseShare(lessons: readonly { id: string }[], facts: CourseFacts): number {
  if (lessons.length === 0) return 0;
  return lessons.filter((lesson) => lessonState(facts[lesson.id]) === 'completed').length / lessons.length;
}
