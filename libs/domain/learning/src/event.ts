import { readAs, Response, Slug, type Read } from '@sala/domain/content';
import * as v from 'valibot';

const uuid = v.pipe(v.string(), v.uuid());
/** A moment as the device's clock told it; the clock may be wrong by years. */
const moment = v.pipe(v.string(), v.isoTimestamp());
/** 1, 2, 3… for a learner on a device: the order of events, whatever the clock says. */
const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const envelope = {
  /** UUIDv7, made where the event was recorded: the same event sent twice has the same id. */
  id: uuid,
  learnerId: uuid,
  deviceId: uuid,
  sequence,
  courseId: uuid,
  /** The published version in which it happened. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  occurredAt: moment,
};

/** The lesson, or the quiz of the course, in which it happened. */
const lessonId = Slug;
const aid = v.picklist(['alone', 'helped', 'group']);
/** Whether the learner did it alone, somebody helped, or it was done in a group on one phone: different facts everywhere. */
export type Aid = v.InferOutput<typeof aid>;
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What one step of a practice showed: the domain's `TaskEvidence`, in short. */
const StepEvidence = v.object({
  task: Slug,
  done: v.boolean(),
  wrong: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(200)),
  hints: count,
  seconds: v.pipe(v.number(), v.minValue(0)),
});

const event = <K extends string, B extends v.ObjectEntries>(kind: K, body: B) =>
  v.object({ ...envelope, kind: v.literal(kind), body: v.object(body) });

/** Something a learner did: one line of the append-only log that everything else is folded from. */
export const LearningEvent = v.variant('kind', [
  event('lesson.opened', { lessonId }),
  event('card.seen', { lessonId, cardId: Slug }),
  event('question.answered', { lessonId, questionId: Slug, response: Response, score: share, aid }),
  event('practice.done', {
    lessonId,
    practiceId: Slug,
    mode: v.picklist(['watch', 'try', 'test']),
    steps: v.pipe(v.array(StepEvidence), v.maxLength(12)),
    passed: v.boolean(),
    aid,
  }),
  event('lesson.completed', { lessonId, aid }),
  event('quiz.begun', { lessonId, attempt: uuid, seed: count, questions: v.pipe(v.array(Slug), v.maxLength(60)) }),
  event('quiz.completed', { lessonId, attempt: uuid, score: share, passed: v.boolean(), aid }),
  event('review.done', { lessonId, day: v.picklist([2, 7, 21]), score: share, aid: v.optional(aid, 'alone') }),
  event('item.ticked', { lessonId, cardId: Slug, item: count }),
  event('word.kept', { lessonId, label: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)) }),
  event('screen.differs', { lessonId, practiceId: Slug, screen: Slug }),
  /** The learner asks a mentor for help at a card, or at a step of a practice; a voice is kept and sent under its id, beside the log. */
  event('help.asked', {
    lessonId,
    cardId: v.optional(Slug),
    practiceId: v.optional(Slug),
    step: v.optional(Slug),
    words: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(300))),
    voice: v.optional(uuid),
  }),
  /** "This was not me": a stretch of the lesson on a device, by its numbers there, and whose it was when the learner knows. */
  event('attempt.disowned', { lessonId, deviceId: uuid, from: sequence, to: sequence, whose: v.optional(uuid) }),
]);
/** Something a learner did: one line of the append-only log that everything else is folded from. */
export type LearningEvent = v.InferOutput<typeof LearningEvent>;
/** The kinds of learning event. */
export type LearningEventKind = LearningEvent['kind'];
/** The event of one kind. */
export type LearningEventOf<K extends LearningEventKind> = Extract<LearningEvent, { kind: K }>;

/** The kinds of learning event that this code understands. */
export const LEARNING_EVENT_KINDS: readonly LearningEventKind[] = LearningEvent.options.map((option) => option.entries.kind.literal);

/** Reads a learning event from what a device sent or stored; never throws. */
export function readLearningEvent(value: unknown): Read<LearningEvent> {
  return readAs(LearningEvent, value);
}
