import { FilePath, Slug, Text } from '@sala/domain/khmer';
import * as v from 'valibot';
import { Picture } from './picture.js';

const differentIds = <T extends { id: string }>(all: T[]): boolean => new Set(all.map((one) => one.id)).size === all.length;
const someCorrect = <T extends { correct: boolean }>(reason: string) => v.check((all: T[]) => all.some((one) => one.correct), reason);
const list = <T extends { id: string }>(schema: v.GenericSchema<unknown, T>, least: number, most: number) =>
  v.pipe(v.array(schema), v.minLength(least), v.maxLength(most), v.check(differentIds, 'ids must differ'));

/** One answer to choose, with what is said when it was chosen. */
export const Option = v.object({
  id: Slug,
  text: Text,
  correct: v.boolean(),
  feedback: Text,
  picture: v.optional(Picture),
  sound: v.optional(FilePath),
});
/** One answer to choose, with what is said when it was chosen. */
export type Option = v.InferOutput<typeof Option>;

/** Something to put in its place. */
const Item = v.object({ id: Slug, text: Text });
const Feedback = v.object({ right: Text, notYet: Text });

const shared = {
  id: Slug,
  prompt: Text,
  hint: v.optional(Text),
  outcome: v.optional(Slug),
  picture: v.optional(Picture),
  sound: v.optional(FilePath),
};
const options = list(Option, 2, 6);
const oneCorrect = v.check((all: Option[]) => all.filter((option) => option.correct).length === 1, 'exactly one option must be correct');
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

const SingleChoice = v.object({ ...shared, kind: v.literal('single-choice'), options: v.pipe(options, oneCorrect) });
const MultipleChoice = v.object({
  ...shared,
  kind: v.literal('multiple-choice'),
  options: v.pipe(options, someCorrect('at least one option must be correct')),
});
const TrueFalse = v.object({ ...shared, kind: v.literal('true-false'), statement: Text, isTrue: v.boolean(), feedback: Feedback });
const Order = v.object({ ...shared, kind: v.literal('order'), items: list(Item, 2, 7), feedback: Feedback });
const Match = v.object({
  ...shared,
  kind: v.literal('match'),
  pairs: list(v.object({ id: Slug, left: Text, right: Text }), 2, 6),
  feedback: Feedback,
});
const Sort = v.pipe(
  v.object({
    ...shared,
    kind: v.literal('sort'),
    groups: list(Item, 2, 4),
    items: list(v.object({ id: Slug, text: Text, group: Slug }), 2, 8),
    feedback: Feedback,
  }),
  v.check(
    ({ groups, items }) => items.every((item) => groups.some((group) => group.id === item.group)),
    'every item needs a group that exists',
  ),
);
const TapPicture = v.object({
  ...shared,
  kind: v.literal('tap-picture'),
  scene: Picture,
  /** Width over height of the drawing. */
  ratio: v.pipe(v.number(), v.minValue(0.4), v.maxValue(2.5)),
  areas: v.pipe(
    list(
      v.object({
        id: Slug,
        left: percent,
        top: percent,
        width: percent,
        height: percent,
        correct: v.boolean(),
        feedback: Text,
        name: Text,
      }),
      1,
      8,
    ),
    someCorrect('one area must be correct'),
  ),
});
const FillWord = v.object({
  ...shared,
  kind: v.literal('fill-word'),
  accepted: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(80))), v.minLength(1), v.maxLength(12)),
  feedback: Feedback,
});
const NumberQuestion = v.object({
  ...shared,
  kind: v.literal('number'),
  answer: v.number(),
  tolerance: v.pipe(v.number(), v.minValue(0)),
  unit: v.optional(Text),
  feedback: Feedback,
});

/** What somebody may say of a post or message. */
export const VERDICTS = ['real', 'false', 'check'] as const;
const Judge = v.object({
  ...shared,
  kind: v.literal('judge'),
  post: v.object({ from: Text, text: Text, time: v.optional(Text), picture: v.optional(Picture) }),
  verdict: v.picklist(VERDICTS),
  reasons: v.pipe(list(v.object({ id: Slug, text: Text, correct: v.boolean() }), 2, 5), someCorrect('one reason must be correct')),
  feedback: Feedback,
});
const Recorded = v.object({
  ...shared,
  kind: v.literal('recorded'),
  medium: v.picklist(['voice', 'photo']),
  seconds: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(60)),
  feedback: v.object({ kept: Text }),
});

/** A question of any kind. */
export const Question = v.variant('kind', [
  SingleChoice,
  MultipleChoice,
  TrueFalse,
  Order,
  Match,
  Sort,
  TapPicture,
  FillWord,
  NumberQuestion,
  Judge,
  Recorded,
]);
/** A question of any kind. */
export type Question = v.InferOutput<typeof Question>;
/** The kinds of question; tables by kind are `Record<QuestionKind, …>`, so that the compiler names what a new kind lacks. */
export type QuestionKind = Question['kind'];
/** The question of one kind. */
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

const response = <K extends QuestionKind, E extends v.ObjectEntries>(kind: K, entries: E) =>
  v.object({ kind: v.literal(kind), ...entries });
const ids = v.pipe(v.array(Slug), v.minLength(1), v.maxLength(8));

/** What a learner answered, by kind. */
export const Response = v.variant('kind', [
  response('single-choice', { chosen: Slug }),
  response('multiple-choice', { chosen: ids }),
  response('true-false', { said: v.boolean() }),
  response('order', { order: ids }),
  response('match', { matched: v.record(Slug, Slug) }),
  response('sort', { sorted: v.record(Slug, Slug) }),
  response('tap-picture', { left: percent, top: percent }),
  response('fill-word', { word: v.pipe(v.string(), v.maxLength(200)) }),
  response('number', { said: v.pipe(v.string(), v.maxLength(40)) }),
  response('judge', { verdict: v.picklist(VERDICTS), reasons: v.pipe(v.array(Slug), v.maxLength(5)) }),
  // The recording itself stays on the phone until the mentor has heard or seen it; the log only knows that it exists.
  response('recorded', { medium: v.picklist(['voice', 'photo']), kept: v.pipe(v.string(), v.uuid()) }),
]);
/** What a learner answered, by kind. */
export type Response = v.InferOutput<typeof Response>;
/** The response to a question of one kind. */
export type ResponseOf<K extends QuestionKind> = Extract<Response, { kind: K }>;
