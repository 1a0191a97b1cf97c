import type { LearningEvent } from './event.js';

/** The best that was done on one question. */
export interface QuestionFacts {
  /** Best score, 0 to 1. */
  best: number;
  /** Best score of the answers given alone. */
  bestAlone: number;
}

/**
 * What is known of a learner and a lesson. Every part only grows (a union, or a maximum), so facts may be joined in any order and any number of times.
 */
export interface LessonFacts {
  /** Cards seen, sorted. */
  cards: string[];
  questions: Record<string, QuestionFacts>;
  completed: boolean;
  /** Completed without help. */
  completedAlone: boolean;
}

/** The facts of a course, by lesson id. */
export type CourseFacts = Record<string, LessonFacts>;

/** The facts of a lesson that was only opened. */
export const NO_FACTS: LessonFacts = { cards: [], questions: {}, completed: false, completedAlone: false };

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();

function joinQuestions(a: Record<string, QuestionFacts>, b: Record<string, QuestionFacts>): Record<string, QuestionFacts> {
  const ids = union(Object.keys(a), Object.keys(b));
  return Object.fromEntries(
    ids.map((id) => [
      id,
      { best: Math.max(a[id]?.best ?? 0, b[id]?.best ?? 0), bestAlone: Math.max(a[id]?.bestAlone ?? 0, b[id]?.bestAlone ?? 0) },
    ]),
  );
}

/** Joins what two places know of a lesson. Commutative, associative and idempotent. */
export function joinFacts(a: LessonFacts, b: LessonFacts): LessonFacts {
  return {
    cards: union(a.cards, b.cards),
    questions: joinQuestions(a.questions, b.questions),
    completed: a.completed || b.completed,
    completedAlone: a.completedAlone || b.completedAlone,
  };
}

/** Joins what two places know of a course. */
export function joinCourseFacts(a: CourseFacts, b: CourseFacts): CourseFacts {
  const lessons = union(Object.keys(a), Object.keys(b));
  return Object.fromEntries(lessons.map((id) => [id, joinFacts(a[id] ?? NO_FACTS, b[id] ?? NO_FACTS)]));
}

/** The facts that a single event tells. */
export function factsOf(event: LearningEvent): LessonFacts {
  switch (event.kind) {
    case 'lesson.opened':
      return NO_FACTS;
    case 'card.seen':
      return { ...NO_FACTS, cards: [event.body.cardId] };
    case 'question.answered': {
      const { questionId, score, aid } = event.body;
      return { ...NO_FACTS, questions: { [questionId]: { best: score, bestAlone: aid === 'alone' ? score : 0 } } };
    }
    case 'lesson.completed':
      return { ...NO_FACTS, completed: true, completedAlone: event.body.aid === 'alone' };
  }
}

/** Folds a learner's events of one course into its facts; order and repeats change nothing. */
export function foldCourse(events: Iterable<LearningEvent>): CourseFacts {
  const facts: CourseFacts = {};
  for (const event of events) {
    const lesson = event.body.lessonId;
    facts[lesson] = joinFacts(facts[lesson] ?? NO_FACTS, factsOf(event));
  }
  return facts;
}
