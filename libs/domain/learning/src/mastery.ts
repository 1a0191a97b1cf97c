import type { CourseFacts, LessonFacts } from './facts.js';

/** Days after a lesson was first completed on which it comes back as a short review. */
export const REVIEW_DAYS = [2, 7, 21] as const;
/** One of `REVIEW_DAYS`. */
export type ReviewDay = (typeof REVIEW_DAYS)[number];

/** A practice is mastered when it was passed alone, without hints, on two different days. */
export const DAYS_TO_MASTER = 2;

/** Whether a practice is mastered: an unaided pass in test mode on two different days. */
export function isMastered(facts: LessonFacts | undefined, practiceId: string): boolean {
  return (facts?.passedAloneOn[practiceId]?.length ?? 0) >= DAYS_TO_MASTER;
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
