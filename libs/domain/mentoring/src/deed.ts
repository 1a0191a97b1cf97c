import { readAs, Slug, type Read } from '@sala/domain/content';
import type { Aid, LessonFacts } from '@sala/domain/learning';
import * as v from 'valibot';

const uuid = v.pipe(v.string(), v.uuid());
const words = v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)));
const aid = v.picklist(['alone', 'helped', 'group']) satisfies v.GenericSchema<Aid>;

const envelope = {
  /** Made on the mentor's phone: a deed that is sent twice has the same id. */
  id: uuid,
  /** The learner whom it is about. */
  learnerId: uuid,
  /** By the mentor's phone. */
  doneAt: v.pipe(v.string(), v.isoTimestamp()),
};
const lesson = { courseId: uuid, lessonId: Slug };

const deed = <K extends string, B extends v.ObjectEntries>(kind: K, body: B) =>
  v.object({ ...envelope, kind: v.literal(kind), body: v.object(body) });

/** How a mentor reached somebody. */
export const VISIT_WAYS = ['met', 'called', 'not-reached'] as const;
/** What was done at a visit. */
export const VISIT_DEEDS = ['helped-lesson', 'helped-phone', 'made-room', 'showed-line', 'encouraged'] as const;
/** What comes next after a visit. */
export const VISIT_NEXT = ['nothing', 'visit-again', 'call', 'tell-officer'] as const;

/** Something that a mentor did for a learner: one line of the log, beside the events of the learner. */
export const MentorDeed = v.variant('kind', [
  deed('visit.noted', {
    way: v.picklist(VISIT_WAYS),
    did: v.pipe(v.array(v.picklist(VISIT_DEEDS)), v.maxLength(VISIT_DEEDS.length)),
    next: v.picklist(VISIT_NEXT),
    words,
  }),
  /** The answer to a request: in words, by a voice that is sent beside, or face to face. */
  deed('help.answered', { ...lesson, asked: uuid, how: v.picklist(['words', 'voice', 'met']), words, voice: v.optional(uuid) }),
  /** What a mentor thinks of a voice, a photo or a written answer; whether it was given alone is copied from it. */
  deed('answer.marked', { ...lesson, answer: uuid, questionId: Slug, aid, mark: v.picklist(['good', 'again']), words }),
  /** The work task of a module, seen done: the items of its checklist that were. */
  deed('work.signed', {
    ...lesson,
    cardId: Slug,
    items: v.pipe(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3))), v.minLength(1), v.maxLength(4)),
    of: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(4)),
  }),
  deed('course.assigned', { courseId: uuid }),
  /** "This was not me" was right: whose it was. */
  deed('attempt.confirmed', { disowned: uuid, to: uuid }),
  /** "This was not me" was a mistake: it stays where it is. */
  deed('attempt.declined', { disowned: uuid }),
]);
/** Something that a mentor did for a learner. */
export type MentorDeed = v.InferOutput<typeof MentorDeed>;
/** The kinds of deed. */
export type MentorDeedKind = MentorDeed['kind'];
/** The deed of one kind. */
export type MentorDeedOf<K extends MentorDeedKind> = Extract<MentorDeed, { kind: K }>;

/** The kinds of which the learner is told. */
export const TOLD_DEEDS = ['help.answered', 'answer.marked', 'work.signed', 'course.assigned'] as const satisfies MentorDeedKind[];

/** Reads a deed from what a phone sent or stored; never throws. */
export function readMentorDeed(value: unknown): Read<MentorDeed> {
  return readAs(MentorDeed, value);
}

/** Whether all of a checklist was seen done. */
export function isWhole({ items, of }: MentorDeedOf<'work.signed'>['body']): boolean {
  return new Set(items.filter((item) => item < of)).size === of;
}

/** The facts that a deed tells of the learner's lesson: a work task signed off, or an answer that a person found good. */
export function factsOfDeed(done: Pick<MentorDeed, 'kind' | 'body'>): Partial<LessonFacts> {
  const { kind, body } = done as MentorDeed;
  if (kind === 'work.signed') return isWhole(body) ? { signedOff: [body.cardId] } : {};
  if (kind !== 'answer.marked' || body.mark !== 'good') return {};
  return { questions: { [body.questionId]: { best: 1, bestAlone: body.aid === 'alone' ? 1 : 0 } } };
}
