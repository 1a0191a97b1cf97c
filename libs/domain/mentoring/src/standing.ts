import type { LessonFacts } from '@sala/domain/learning';

/** How something was done at best: alone before with help, with help before in a group; or not yet. */
export type HowDone = 'alone' | 'helped' | 'group' | 'not-yet';

/** What a mentor sees of a person and a lesson or quiz. */
export interface LessonStanding {
  how: HowDone;
  /** Begun and not completed. */
  started: boolean;
  /** Practices by id, each how it was passed in test mode. */
  practices: Record<string, HowDone>;
  /** Items that the learner ticked, as `card:item`. */
  ticked: string[];
  /** Work tasks that a mentor saw done. */
  signedOff: string[];
}

function lessonHow({ completed, completedAlone, groupOn, completedOn }: LessonFacts): HowDone {
  if (completedAlone) return 'alone';
  if (!completed) return 'not-yet';
  // A day on which it was completed otherwise than in the group was one with help.
  return completedOn.some((day) => !groupOn?.includes(day)) ? 'helped' : groupOn ? 'group' : 'helped';
}

/** How a lesson, and each practice met in it, was done. */
export function standingOf(facts: LessonFacts): LessonStanding {
  const practices = [...new Set([...facts.tried, ...facts.passed])].sort();
  const how = (id: string): HowDone =>
    (facts.passedAloneOn[id] ?? []).length > 0 ? 'alone' : facts.passed.includes(id) ? 'helped' : 'not-yet';
  return {
    how: lessonHow(facts),
    started: !facts.completed,
    practices: Object.fromEntries(practices.map((id) => [id, how(id)])),
    ticked: facts.ticked,
    signedOff: facts.signedOff ?? [],
  };
}
