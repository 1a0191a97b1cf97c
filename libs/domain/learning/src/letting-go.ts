import type { LearningEvent } from './event.js';
import { foldCourse, joinCourseFacts, type CourseFacts } from './facts.js';
import { lessonState } from './progress.js';

/** For so long a phone keeps what the server has accepted, so that a server restored from a backup gets back what it lacks. */
export const DAYS_KEPT = 30;
const KEPT_MS = DAYS_KEPT * 86_400_000;

/** An event on a phone, and since when it is known there (by the server's clock) that the server holds it; undefined while it doesn't. */
export interface HeldEvent {
  event: LearningEvent;
  heldSince?: number | undefined;
}

/** What a phone may let go of, and the facts by which nothing changes for the learner. */
export interface LettingGo {
  ids: string[];
  /** By course. */
  facts: ReadonlyMap<string, CourseFacts>;
}

/**
 * Which of a learner's events may leave the phone: those that the server has held for `DAYS_KEPT`, of lessons that nobody is in the middle of. The last number
 * of each device stays, because the next event counts on from it.
 */
export function letGo(events: readonly HeldEvent[], known: ReadonlyMap<string, CourseFacts>, now: number): LettingGo {
  const last = new Map<string, number>();
  for (const { event } of events) last.set(event.deviceId, Math.max(event.sequence, last.get(event.deviceId) ?? 0));
  const facts = new Map(courses(events).map((id) => [id, joinCourseFacts(known.get(id) ?? {}, foldOf(events, id))]));
  const gone = events.filter(
    ({ event, heldSince }) =>
      heldSince !== undefined &&
      heldSince + KEPT_MS <= now &&
      event.sequence !== last.get(event.deviceId) &&
      lessonState(facts.get(event.courseId)?.[event.body.lessonId]) === 'completed',
  );
  return { ids: gone.map(({ event }) => event.id), facts: new Map(courses(gone).map((id) => [id, foldOf(gone, id)])) };
}

const courses = (events: readonly HeldEvent[]): string[] => [...new Set(events.map(({ event }) => event.courseId))];
const foldOf = (events: readonly HeldEvent[], courseId: string): CourseFacts =>
  foldCourse(events.flatMap(({ event }) => (event.courseId === courseId ? [event] : [])));
