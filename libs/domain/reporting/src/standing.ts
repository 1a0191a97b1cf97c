import { isSettled, masteryOf, NO_FACTS, skippedLessons, type CourseFacts } from '@sala/domain/learning';
import { standingOf } from '@sala/domain/mentoring';

/** What a report must know of a published course. */
export interface CourseToReport {
  /** Lessons, each with the practices that are to be done alone in it. */
  readonly lessons: readonly { readonly id: string; readonly tests: readonly string[] }[];
  readonly quizzes: readonly { readonly id: string; readonly purpose: 'test' | 'placement'; readonly skips: readonly string[] }[];
}

/** How far somebody has come in a course: how many of its lessons were done, each counted by its best way, and what was seen at work. */
export interface CourseStanding {
  done: number;
  alone: number;
  helped: number;
  group: number;
  /** Passed alone on two days. */
  mastered: number;
  /** Work tasks that a mentor signed off. */
  signedOff: number;
  /** Nothing is left to do: every lesson is completed, or a placement check lets it be skipped. */
  isFinished: boolean;
}

/** The standing in a course by its facts; lessons that the course no longer has count nothing, sign-offs always count. */
export function courseStanding(facts: CourseFacts, { lessons, quizzes }: CourseToReport): CourseStanding {
  const hows = lessons.map(({ id }) => standingOf(facts[id] ?? NO_FACTS).how);
  const count = (how: (typeof hows)[number]): number => hows.filter((one) => one === how).length;
  const skipped = skippedLessons(quizzes, facts);
  return {
    done: hows.length - count('not-yet'),
    alone: count('alone'),
    helped: count('helped'),
    group: count('group'),
    mastered: lessons.filter(({ id, tests }) => masteryOf(facts, id, tests) === 'mastered').length,
    signedOff: Object.values(facts).reduce((sum, { signedOff = [] }) => sum + signedOff.length, 0),
    isFinished: lessons.length > 0 && lessons.every(({ id }) => isSettled(id, facts, skipped)),
  };
}
