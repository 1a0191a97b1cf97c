import * as v from 'valibot';
import { Question } from './question.js';
import { FilePath, Slug, Text } from './text.js';

/** A drawing of the course package, with words that say the same. */
export const Picture = v.object({ file: FilePath, alt: Text });
/** A drawing of the course package, with words that say the same. */
export type Picture = v.InferOutput<typeof Picture>;

const shared = { id: Slug, title: Text };

/** One idea on one screen. */
export const Card = v.variant('kind', [
  v.object({ ...shared, kind: v.literal('text'), body: Text, picture: v.optional(Picture) }),
  v.object({ ...shared, kind: v.literal('picture'), picture: Picture, caption: Text }),
  v.object({ ...shared, kind: v.literal('tip'), tone: v.picklist(['tip', 'warning']), body: Text }),
  v.object({ ...shared, kind: v.literal('steps'), steps: v.pipe(v.array(Text), v.minLength(2), v.maxLength(7)) }),
  v.object({ ...shared, kind: v.literal('question'), question: Question }),
]);
/** One idea on one screen. */
export type Card = v.InferOutput<typeof Card>;
/** The kinds of card; tables by kind are `Record<CardKind, …>`. */
export type CardKind = Card['kind'];
/** The card of one kind. */
export type CardOf<K extends CardKind> = Extract<Card, { kind: K }>;

const differentIds = <T extends { id: string }>(what: string) =>
  v.check((all: T[]) => new Set(all.map((one) => one.id)).size === all.length, `${what} ids must differ`);

/** Whether a native reader has signed the Khmer of a lesson. */
export const KhmerReview = v.picklist(['draft', 'reviewed']);

/** A lesson of 3-6 minutes: at most 12 cards, in order. */
export const Lesson = v.object({
  id: Slug,
  title: Text,
  /** What the learner can do afterwards. */
  outcome: Text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  khmerReview: KhmerReview,
  cards: v.pipe(v.array(Card), v.minLength(1), v.maxLength(12), differentIds('card')),
});
/** A lesson of 3-6 minutes: at most 12 cards, in order. */
export type Lesson = v.InferOutput<typeof Lesson>;

/** The format of course documents that this code reads and writes; a newer format brings an upgrade step from this one. */
export const COURSE_FORMAT = 1;

/** A course: one document with one schema, from the editor to the phone. */
export const Course = v.object({
  format: v.literal(COURSE_FORMAT),
  id: v.pipe(v.string(), v.uuid()),
  slug: Slug,
  title: Text,
  summary: Text,
  lessons: v.pipe(v.array(Lesson), v.minLength(1), v.maxLength(30), differentIds('lesson')),
});
/** A course: one document with one schema, from the editor to the phone. */
export type Course = v.InferOutput<typeof Course>;
