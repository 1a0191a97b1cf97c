import type { Card, Lesson } from '@sala/domain/content';
import type { CourseFacts, LessonFacts } from './facts.js';

/** Days after a lesson was first completed on which it comes back as a short review. */
export const REVIEW_DAYS = [2, 7, 21] as const;
/** One of `REVIEW_DAYS`. */
export type ReviewDay = (typeof REVIEW_DAYS)[number];

/** A skill is mastered when it was passed alone on so many different days. */
export const DAYS_TO_MASTER = 2;

/** How far a skill has come. */
export type Mastery = 'not-yet' | 'once' | 'mastered';

const asMastery = (days: number): Mastery => (days >= DAYS_TO_MASTER ? 'mastered' : days > 0 ? 'once' : 'not-yet');
const differentDays = (days: readonly (readonly string[])[]): number => new Set(days.flat()).size;

/**
 * How far a learner has mastered a lesson or quiz of a course: the least of its practices passed alone in test mode, wherever in the course that was;
 * without such practices, the days on which it was itself passed alone.
 */
export function masteryOf(facts: CourseFacts, unitId: string, practices: readonly string[]): Mastery {
  const all = Object.values(facts);
  const days = practices.map((id) => differentDays(all.map((unit) => unit.passedAloneOn[id] ?? [])));
  return asMastery(practices.length > 0 ? Math.min(...days) : (facts[unitId]?.aloneOn.length ?? 0));
}

const REVIEW_QUESTIONS = 4;

/** The cards of a lesson's short review, in its order: up to four questions, those never right first, and its practices to be done alone. */
export function reviewCards(lesson: Lesson, facts: LessonFacts | undefined): Card[] {
  const isRight = (card: Card): boolean => card.kind === 'question' && facts?.questions[card.question.id]?.bestAlone === 1;
  const questions = lesson.cards.filter((card) => card.kind === 'question').sort((a, b) => Number(isRight(a)) - Number(isRight(b)));
  const asked = new Set(questions.slice(0, REVIEW_QUESTIONS).map((card) => card.id));
  return lesson.cards.filter((card) => asked.has(card.id) || (card.kind === 'practice' && card.mode === 'test'));
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A lesson whose review is due, and which one. */
export interface DueReview {
  lessonId: string;
  day: ReviewDay;
}

/**
 * The reviews that are due on a day (YYYY-MM-DD), at most one a lesson: the latest whose time has come. Doing it also settles the earlier ones,
 * so a learner who was away for a month meets one review, not three. Works on the phone alone.
 */
export function dueReviews(facts: CourseFacts, today: string): DueReview[] {
  return Object.entries(facts).flatMap(([lessonId, lesson]): DueReview[] => {
    const first = lesson.completedOn[0];
    if (first === undefined) return [];
    const age = daysBetween(first, today);
    const done = Math.max(0, ...lesson.reviewed);
    const day = REVIEW_DAYS.findLast((one) => one <= age && one > done);
    return day === undefined ? [] : [{ lessonId, day }];
  });
}
