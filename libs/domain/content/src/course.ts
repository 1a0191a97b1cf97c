import { Practice } from '@sala/domain/practice';
import { FilePath, Slug, Text } from '@sala/domain/khmer';
import * as v from 'valibot';
import { Picture } from './picture.js';
import { Question } from './question.js';

const uniqueIds = <T extends { id: string }>(what: string) =>
  v.check((all: T[]) => new Set(all.map((one) => one.id)).size === all.length, `${what} ids must differ`);
const few = <T extends v.GenericSchema>(schema: T, least: number, most: number) =>
  v.pipe(v.array(schema), v.minLength(least), v.maxLength(most));

/** A recorded voice for a card in one language; `textHash` is that of the words when they were read aloud. */
export const Voice = v.object({ file: FilePath, seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(300)), textHash: v.string() });
/** A recorded voice for a card in one language. */
export type Voice = v.InferOutput<typeof Voice>;

/** Where a fact was read, and on which day somebody last looked whether it still stands there. */
export const Source = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  checkedOn: v.pipe(v.string(), v.isoDate()),
});
/** Where a fact was read. */
export type Source = v.InferOutput<typeof Source>;

const shared = {
  id: Slug,
  title: Text,
  voice: v.optional(v.object({ km: v.optional(Voice), en: v.optional(Voice) })),
  source: v.optional(Source),
};

/** A choice in a story, and what comes of it. */
const StoryChoice = v.object({ id: Slug, text: Text, consequence: Text, good: v.boolean() });

/** One idea on one screen. */
export const Card = v.variant('kind', [
  v.object({ ...shared, kind: v.literal('text'), body: Text, picture: v.optional(Picture) }),
  v.object({ ...shared, kind: v.literal('picture'), picture: Picture, caption: Text }),
  v.object({ ...shared, kind: v.literal('tip'), tone: v.picklist(['tip', 'warning']), body: Text }),
  v.object({ ...shared, kind: v.literal('steps'), steps: few(Text, 2, 7) }),
  v.object({
    ...shared,
    kind: v.literal('video'),
    seconds: v.pipe(v.number(), v.minValue(1), v.maxValue(180)),
    variants: few(v.object({ quality: v.picklist(['240p', '360p', 'audio']), file: FilePath }), 1, 3),
    captions: v.object({ km: FilePath, en: v.optional(FilePath) }),
    poster: v.optional(Picture),
    /** The words of the clip, for those who can't hear it. */
    transcript: Text,
  }),
  v.object({
    ...shared,
    kind: v.literal('story'),
    situation: Text,
    picture: v.optional(Picture),
    choices: few(StoryChoice, 2, 4),
    better: Text,
  }),
  v.object({ ...shared, kind: v.literal('checklist'), body: v.optional(Text), items: few(Text, 2, 6) }),
  v.object({ ...shared, kind: v.literal('term'), label: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)), meaning: Text, example: Text }),
  v.object({ ...shared, kind: v.literal('job'), keywords: Text, steps: few(Text, 2, 8) }),
  v.object({ ...shared, kind: v.literal('practice'), practice: Slug, mode: v.picklist(['watch', 'try', 'test']) }),
  v.object({ ...shared, kind: v.literal('work'), task: Text, checklist: few(Text, 2, 4) }),
  v.object({ ...shared, kind: v.literal('question'), question: Question }),
]);
/** One idea on one screen. */
export type Card = v.InferOutput<typeof Card>;
/** The kinds of card; tables by kind are `Record<CardKind, …>`. */
export type CardKind = Card['kind'];
/** The card of one kind. */
export type CardOf<K extends CardKind> = Extract<Card, { kind: K }>;

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
  cards: v.pipe(few(Card, 1, 12), uniqueIds('card')),
});
/** A lesson of 3-6 minutes: at most 12 cards, in order. */
export type Lesson = v.InferOutput<typeof Lesson>;

/** A quiz over a bank of questions: the module test, or a placement check. */
export const Quiz = v.object({
  id: Slug,
  title: Text,
  purpose: v.picklist(['test', 'placement']),
  bank: v.pipe(v.array(Question), v.minLength(2), v.maxLength(60)),
  /** Questions drawn for one attempt. */
  draw: v.pipe(v.number(), v.integer(), v.minValue(1)),
  feedback: v.picklist(['at-once', 'at-end']),
  /** The share of the points that passes. */
  pass: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Practices that must be passed in test mode as well. */
  practices: v.optional(v.array(Slug), []),
  /** The lessons that a passed placement check lets a learner skip. */
  skips: v.optional(v.array(Slug), []),
});
/** A quiz over a bank of questions. */
export type Quiz = v.InferOutput<typeof Quiz>;

/** A word of the glossary: an English label, or a Khmer term that needs saying. */
export const GlossaryEntry = v.object({ label: v.string(), meaning: Text, sound: v.optional(FilePath) });
/** A word of the glossary. */
export type GlossaryEntry = v.InferOutput<typeof GlossaryEntry>;
/** The glossary of a course by id. */
export const Glossary = v.record(Slug, GlossaryEntry);
/** The glossary of a course by id. */
export type Glossary = v.InferOutput<typeof Glossary>;

/** The format of course documents that this code reads and writes; a newer format brings an upgrade step from this one. */
export const COURSE_FORMAT = 1;

/** A course: one document with one schema, from the editor to the phone. */
export const Course = v.object({
  format: v.literal(COURSE_FORMAT),
  id: v.pipe(v.string(), v.uuid()),
  slug: Slug,
  title: Text,
  summary: Text,
  lessons: v.pipe(few(Lesson, 1, 30), uniqueIds('lesson')),
  practices: v.optional(v.pipe(v.array(Practice), uniqueIds('practice')), []),
  quizzes: v.optional(v.pipe(v.array(Quiz), uniqueIds('quiz')), []),
  glossary: v.optional(Glossary, {}),
});
/** A course: one document with one schema, from the editor to the phone. */
export type Course = v.InferOutput<typeof Course>;
