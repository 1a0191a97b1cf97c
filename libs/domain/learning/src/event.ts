import { readAs, Response, Slug, type Read } from '@sala/domain/content';
import * as v from 'valibot';

const uuid = v.pipe(v.string(), v.uuid());
/** A moment as the device's clock told it; the clock may be wrong by years. */
const moment = v.pipe(v.string(), v.isoTimestamp());

const envelope = {
  /** UUIDv7, made where the event was recorded: the same event sent twice has the same id. */
  id: uuid,
  learnerId: uuid,
  deviceId: uuid,
  /** 1, 2, 3… for a learner on a device: the order of events, whatever the clock says. */
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  courseId: uuid,
  /** The published version in which it happened. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  occurredAt: moment,
};

const lessonId = Slug;
/** Whether the learner did it alone or somebody helped: different facts everywhere. */
const aid = v.picklist(['alone', 'helped']);

const event = <K extends string, B extends v.ObjectEntries>(kind: K, body: B) =>
  v.object({ ...envelope, kind: v.literal(kind), body: v.object(body) });

/** Something a learner did: one line of the append-only log that everything else is folded from. */
export const LearningEvent = v.variant('kind', [
  event('lesson.opened', { lessonId }),
  event('card.seen', { lessonId, cardId: Slug }),
  event('question.answered', {
    lessonId,
    questionId: Slug,
    response: Response,
    score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    aid,
  }),
  event('lesson.completed', { lessonId, aid }),
]);
/** Something a learner did: one line of the append-only log that everything else is folded from. */
export type LearningEvent = v.InferOutput<typeof LearningEvent>;
/** The kinds of learning event. */
export type LearningEventKind = LearningEvent['kind'];
/** The event of one kind. */
export type LearningEventOf<K extends LearningEventKind> = Extract<LearningEvent, { kind: K }>;

/** The kinds of learning event that this code understands. */
export const LEARNING_EVENT_KINDS: readonly LearningEventKind[] = ['lesson.opened', 'card.seen', 'question.answered', 'lesson.completed'];

/** Reads a learning event from what a device sent or stored; never throws. */
export function readLearningEvent(value: unknown): Read<LearningEvent> {
  return readAs(LearningEvent, value);
}
