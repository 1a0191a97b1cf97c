import * as v from 'valibot';
import { Slug, Text } from './text.js';

/** One answer to choose, with what is said when it was chosen. */
export const Option = v.object({ id: Slug, text: Text, correct: v.boolean(), feedback: Text });
/** One answer to choose, with what is said when it was chosen. */
export type Option = v.InferOutput<typeof Option>;

const options = v.pipe(
  v.array(Option),
  v.minLength(2),
  v.maxLength(6),
  v.check((all) => new Set(all.map((option) => option.id)).size === all.length, 'option ids must differ'),
  v.check((all) => all.some((option) => option.correct), 'at least one option must be correct'),
);

const oneCorrect = v.check((all: Option[]) => all.filter((option) => option.correct).length === 1, 'exactly one option must be correct');

const shared = { id: Slug, prompt: Text };

/** A question with exactly one right answer. */
export const SingleChoice = v.object({ ...shared, kind: v.literal('single-choice'), options: v.pipe(options, oneCorrect) });
/** A question with one or more right answers, all to be chosen. */
export const MultipleChoice = v.object({ ...shared, kind: v.literal('multiple-choice'), options });

/** A question of any kind. */
export const Question = v.variant('kind', [SingleChoice, MultipleChoice]);
/** A question of any kind. */
export type Question = v.InferOutput<typeof Question>;
/** The kinds of question; tables by kind are `Record<QuestionKind, …>`, so that the compiler names what a new kind lacks. */
export type QuestionKind = Question['kind'];
/** The question of one kind. */
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

/** What a learner answered, by kind: the ids of the chosen options. */
export const Response = v.variant('kind', [
  v.object({ kind: v.literal('single-choice'), chosen: Slug }),
  v.object({ kind: v.literal('multiple-choice'), chosen: v.pipe(v.array(Slug), v.minLength(1), v.maxLength(6)) }),
]);
/** What a learner answered, by kind: the ids of the chosen options. */
export type Response = v.InferOutput<typeof Response>;
/** The response to a question of one kind. */
export type ResponseOf<K extends QuestionKind> = Extract<Response, { kind: K }>;
