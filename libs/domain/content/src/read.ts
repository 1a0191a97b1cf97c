import * as v from 'valibot';
import { Course, Lesson, Quiz, type Card } from './course.js';
import type { Question } from './question.js';

/** A place in a document that does not fit its schema: dotted path and reason. */
export interface Finding {
  path: string;
  reason: string;
}

/** A value that was read, or what is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; findings: Finding[] };

/** Reads a value by a schema, as a value or a list of findings; never throws. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Read<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, findings: result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', reason: issue.message })) };
}

/** Reads a course document. */
export function readCourse(value: unknown): Read<Course> {
  return readAs(Course, value);
}

/** Reads a lesson document of a package. */
export function readLesson(value: unknown): Read<Lesson> {
  return readAs(Lesson, value);
}

/** The questions of a lesson in the order of its cards. */
export function questionsOf(lesson: Lesson): Question[] {
  return lesson.cards.flatMap((card: Card) => (card.kind === 'question' ? [card.question] : []));
}

/** Reads a quiz document of a package. */
export function readQuiz(value: unknown): Read<Quiz> {
  return readAs(Quiz, value);
}

/** A part of a course in which questions are answered: a lesson, or a quiz. */
export interface Unit {
  id: string;
  questions: readonly Question[];
  /** The work tasks of a lesson, each with the number of items on its checklist. */
  works?: Readonly<Record<string, number>>;
}

/** A lesson as a unit. */
export const unitOfLesson = (lesson: Lesson): Unit => ({
  id: lesson.id,
  questions: questionsOf(lesson),
  works: Object.fromEntries(lesson.cards.flatMap((card) => (card.kind === 'work' ? [[card.id, card.checklist.length]] : []))),
});

/** A quiz as a unit. */
export const unitOfQuiz = (quiz: Quiz): Unit => ({ id: quiz.id, questions: quiz.bank });
