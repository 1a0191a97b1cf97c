import type { Aid, LearningEvent } from './event.js';

/** The best that was done on one question. */
export interface QuestionFacts {
  /** Best score, 0 to 1. */
  best: number;
  /** Best score of the answers given alone. */
  bestAlone: number;
}

/**
 * What is known of a learner and a lesson, or a quiz. Every part only grows (a union, or a maximum), so facts may be joined in any order and any number of times.
 */
export interface LessonFacts {
  /** Cards seen, sorted. */
  cards: string[];
  questions: Record<string, QuestionFacts>;
  completed: boolean;
  /** Completed without help. */
  completedAlone: boolean;
  /** Days (YYYY-MM-DD in Cambodia) on which it was completed, sorted. */
  completedOn: string[];
  /** Days on which it was passed alone: completed or its test passed without help, or reviewed well. */
  aloneOn: string[];
  /** Days on which it was completed in a group session, sorted; missing when it never was. */
  groupOn?: string[];
  /** Practices done in try mode. */
  tried: string[];
  /** By practice, the days on which it was passed alone in test mode. */
  passedAloneOn: Record<string, string[]>;
  /** Practices passed in test mode, with or without help. */
  passed: string[];
  /** Items of checklists ticked, as `card:item`. */
  ticked: string[];
  /** English labels kept in the personal word list. */
  words: string[];
  /** Spaced reviews done: 2, 7, 21. */
  reviewed: number[];
  /** Work tasks that a mentor saw done, every item of their checklist; missing when there are none. */
  signedOff?: string[];
}

/** The facts of a course, by lesson or quiz id. */
export type CourseFacts = Record<string, LessonFacts>;

/** The facts of a lesson that was only opened. */
export const NO_FACTS: LessonFacts = {
  cards: [],
  questions: {},
  completed: false,
  completedAlone: false,
  completedOn: [],
  aloneOn: [],
  tried: [],
  passedAloneOn: {},
  passed: [],
  ticked: [],
  words: [],
  reviewed: [],
};

const union = <T extends string | number>(a: readonly T[] = [], b: readonly T[] = []): T[] =>
  [...new Set([...a, ...b])].sort((x, y) => (x < y ? -1 : 1));

function joinRecords<V>(
  a: Record<string, V> = {},
  b: Record<string, V> = {},
  join: (x: V | undefined, y: V | undefined) => V,
): Record<string, V> {
  return Object.fromEntries(union(Object.keys(a), Object.keys(b)).map((id) => [id, join(a[id], b[id])]));
}

const joinQuestion = (x?: QuestionFacts, y?: QuestionFacts): QuestionFacts => ({
  best: Math.max(x?.best ?? 0, y?.best ?? 0),
  bestAlone: Math.max(x?.bestAlone ?? 0, y?.bestAlone ?? 0),
});

/** Joins what two places know of a lesson; a part that an older place doesn't know counts as empty. Commutative, associative and idempotent. */
export function joinFacts(a: Partial<LessonFacts>, b: Partial<LessonFacts>): LessonFacts {
  const groupOn = union(a.groupOn, b.groupOn);
  const signedOff = union(a.signedOff, b.signedOff);
  return {
    cards: union(a.cards, b.cards),
    questions: joinRecords(a.questions, b.questions, joinQuestion),
    completed: (a.completed ?? false) || (b.completed ?? false),
    completedAlone: (a.completedAlone ?? false) || (b.completedAlone ?? false),
    completedOn: union(a.completedOn, b.completedOn),
    aloneOn: union(a.aloneOn, b.aloneOn),
    ...(groupOn.length > 0 && { groupOn }),
    tried: union(a.tried, b.tried),
    passedAloneOn: joinRecords(a.passedAloneOn, b.passedAloneOn, union),
    passed: union(a.passed, b.passed),
    ticked: union(a.ticked, b.ticked),
    words: union(a.words, b.words),
    reviewed: union(a.reviewed, b.reviewed),
    ...(signedOff.length > 0 && { signedOff }),
  };
}

/** Joins what two places know of a course. */
export function joinCourseFacts(a: CourseFacts, b: CourseFacts): CourseFacts {
  return joinRecords(a, b, (x, y) => joinFacts(x ?? NO_FACTS, y ?? NO_FACTS));
}

/** The share of a review's points from which on it shows that the lesson is still known. */
export const REVIEW_PASS = 0.8;

const HOURS_AHEAD = 7;

/** The day in Cambodia (YYYY-MM-DD) of a moment; Cambodia is seven hours ahead of UTC all year. */
export function dayOf(moment: string): string {
  return new Date(Date.parse(moment) + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
}

/** The facts that a single event tells; `at` is its moment corrected by the server, where that is known. */
export function factsOf(event: LearningEvent, at: string = event.occurredAt): Partial<LessonFacts> {
  switch (event.kind) {
    case 'card.seen':
      return { cards: [event.body.cardId] };
    case 'question.answered': {
      const { questionId, score, aid } = event.body;
      return { questions: { [questionId]: { best: score, bestAlone: aid === 'alone' ? score : 0 } } };
    }
    case 'practice.done':
      return practiceFacts(event.body, dayOf(at));
    case 'lesson.completed':
      return completedFacts(event.body.aid, dayOf(at));
    case 'quiz.completed':
      return event.body.passed ? completedFacts(event.body.aid, dayOf(at)) : {};
    case 'review.done': {
      const well = event.body.aid === 'alone' && event.body.score >= REVIEW_PASS;
      return { reviewed: [event.body.day], ...(well && { aloneOn: [dayOf(at)] }) };
    }
    case 'item.ticked':
      return { ticked: [`${event.body.cardId}:${event.body.item}`] };
    case 'word.kept':
      return { words: [event.body.label] };
    case 'lesson.opened':
    case 'quiz.begun':
    case 'screen.differs':
    case 'help.asked':
    case 'attempt.disowned':
      return {};
  }
}

function completedFacts(aid: Aid, day: string): Partial<LessonFacts> {
  const alone = aid === 'alone';
  const how = alone ? { aloneOn: [day] } : aid === 'group' ? { groupOn: [day] } : {};
  return { completed: true, completedAlone: alone, completedOn: [day], ...how };
}

function practiceFacts(
  { practiceId, mode, passed, aid }: Extract<LearningEvent, { kind: 'practice.done' }>['body'],
  day: string,
): Partial<LessonFacts> {
  if (mode === 'watch' || !passed) return {};
  if (mode === 'try') return { tried: [practiceId] };
  return { passed: [practiceId], ...(aid === 'alone' && { passedAloneOn: { [practiceId]: [day] } }) };
}

/** Folds a learner's events of one course into its facts; order and repeats change nothing. */
export function foldCourse(events: Iterable<LearningEvent>): CourseFacts {
  const facts: CourseFacts = {};
  for (const event of events) {
    // To say that something was not one's own is no learning.
    if (event.kind === 'attempt.disowned') continue;
    const lesson = event.body.lessonId;
    facts[lesson] = joinFacts(facts[lesson] ?? NO_FACTS, factsOf(event));
  }
  return facts;
}
