import type { LearningEvent, LearningEventOf } from './event.js';
import { dayOf } from './facts.js';

/** A learner's word that a stretch of a lesson was somebody else's. */
export type Disowned = LearningEventOf<'attempt.disowned'>;

/** Events that were moved from one learner to another, because a mentor confirmed whose they were. */
export interface AttemptMove {
  from: string;
  to: string;
  /** Ids of the events. */
  events: readonly string[];
}

/** A stretch of one lesson that somebody went through at one go. */
export interface Sitting {
  courseId: string;
  version: number;
  lessonId: string;
  deviceId: string;
  /** The day in Cambodia, by the phone's clock. */
  day: string;
  /** Number of its first event on the device. */
  from: number;
  /** Number of its last event on the device. */
  to: number;
  /** Questions that were answered in it. */
  answers: number;
}

/** Whether an event lies in the stretch that its learner disowned. */
export function isInStretch(event: LearningEvent, { learnerId, courseId, body }: Disowned): boolean {
  const isThere = event.learnerId === learnerId && event.courseId === courseId && event.body.lessonId === body.lessonId;
  const isThen = event.deviceId === body.deviceId && body.from <= event.sequence && event.sequence <= body.to;
  return isThere && isThen && event.kind !== 'attempt.disowned';
}

/** The events as they count after the moves, in the order in which those were confirmed. Each event stays one, and is one learner's. */
export function withMoves(events: readonly LearningEvent[], moves: readonly AttemptMove[]): LearningEvent[] {
  const owners = new Map(events.map((event) => [event.id, event.learnerId]));
  for (const { from, to, events: moved } of moves) for (const id of moved) if (owners.get(id) === from) owners.set(id, to);
  return events.map((event) => ({ ...event, learnerId: owners.get(event.id) ?? event.learnerId }));
}

/** A learner's sittings on one device, the latest first; what was disowned already is left out. */
export function sittingsOf(events: readonly LearningEvent[], deviceId: string): Sitting[] {
  const disowned = events.filter((event) => event.kind === 'attempt.disowned');
  const own = events.filter((event) => event.deviceId === deviceId && event.kind !== 'attempt.disowned');
  const sittings: Sitting[] = [];
  for (const event of own.sort((a, b) => a.sequence - b.sequence)) {
    if (disowned.some((one) => isInStretch(event, one))) continue;
    const { courseId, version, sequence, occurredAt, body } = event;
    const answers = event.kind === 'question.answered' ? 1 : 0;
    const day = dayOf(occurredAt);
    const last = sittings.at(-1);
    if (last?.courseId === courseId && last.lessonId === body.lessonId && last.day === day) {
      last.to = sequence;
      last.answers += answers;
    } else sittings.push({ courseId, version, lessonId: body.lessonId, deviceId, day, from: sequence, to: sequence, answers });
  }
  return sittings.reverse();
}
