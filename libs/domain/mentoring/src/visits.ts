/** The reasons for a visit, the most urgent first. */
export const VISIT_REASONS = ['asked', 'stuck', 'never-connected', 'phone-full', 'not-seen'] as const;
/** The code of a reason for a visit. */
export type VisitReasonCode = (typeof VISIT_REASONS)[number];

/** So often wrong, and never right, is stuck. */
export const STUCK_AFTER = 3;
/** Days without any sign of learning after which somebody is missed. */
export const NOT_SEEN_DAYS = 14;
/** Days after somebody was added in which a first contact is waited for. */
export const NEVER_CONNECTED_DAYS = 7;
/** Days after which a request that no mentor answered is listed for the officer. */
export const UNANSWERED_DAYS = 3;

const DAY_MS = 86_400_000;

/** What is known of somebody's tries at one question, or at one step of a practice. */
export interface Tries {
  courseId: string;
  lessonId: string;
  questionId?: string;
  practiceId?: string;
  step?: string;
  /** Wrong answers; for a step the wrong taps and hints of the best time. */
  wrong: number;
  /** Whether it was ever fully right. */
  right: boolean;
  /** When it was last tried (epoch ms). */
  lastAt: number;
}

/** A request for help that no mentor has answered. */
export interface OpenRequest {
  id: string;
  /** Epoch ms. */
  askedAt: number;
}

/** What is known of somebody, as far as a visit hangs on it; moments are epoch ms by the server's clock. */
export interface PersonSeen {
  personId: string;
  /** Since when they are among the mentor's people. */
  since: number;
  /** When they last did something in Sala, or were brought onto a phone; missing when neither ever was. */
  lastSeen?: number | undefined;
  /** Since when their phone says that it is full. */
  fullSince?: number | undefined;
  /** When a mentor last met or called them. */
  lastVisit?: number | undefined;
  tries: readonly Tries[];
  asked: readonly OpenRequest[];
}

/** Why somebody needs a visit. */
export type VisitReason =
  | { code: 'asked'; since: number; request: string; count: number }
  | { code: 'stuck'; since: number; at: Tries }
  | { code: 'never-connected' | 'phone-full' | 'not-seen'; since: number; days: number };

/** Somebody in the mentor's list; without reasons there is nothing to do for them just now. */
export interface Visit {
  personId: string;
  /** The most urgent first. */
  reasons: VisitReason[];
}

/** Whether somebody is stuck at a question or a step: tried often enough, and never right. */
export function isStuck({ wrong, right }: Pick<Tries, 'wrong' | 'right'>): boolean {
  return !right && wrong >= STUCK_AFTER;
}

const daysSince = (moment: number, now: number): number => Math.max(0, Math.floor((now - moment) / DAY_MS));
const earliest = <T>(all: readonly T[], moment: (one: T) => number, id: (one: T) => string): T | undefined =>
  [...all].sort((a, b) => moment(a) - moment(b) || (id(a) < id(b) ? -1 : 1))[0];
const placeOf = (tries: Tries): string =>
  [tries.courseId, tries.lessonId, tries.questionId, tries.practiceId, tries.step].map((part) => part ?? '').join(' ');

/**
 * Why somebody needs a visit, the most urgent reason first; empty when there is none. A visit settles what was known when it was made, all but a
 * request for help: that waits for its answer.
 */
export function reasonsFor(person: PersonSeen, now: number): VisitReason[] {
  const { asked, tries, lastSeen, fullSince, since } = person;
  const visited = person.lastVisit ?? -Infinity;
  const reasons: VisitReason[] = [];
  const request = earliest(
    asked,
    (one) => one.askedAt,
    (one) => one.id,
  );
  if (request) reasons.push({ code: 'asked', since: request.askedAt, request: request.id, count: asked.length });
  const at = earliest(
    tries.filter((one) => isStuck(one) && one.lastAt > visited),
    (one) => one.lastAt,
    placeOf,
  );
  if (at) reasons.push({ code: 'stuck', since: at.lastAt, at });
  if (lastSeen === undefined) {
    const from = Math.max(since, visited);
    if (daysSince(from, now) >= NEVER_CONNECTED_DAYS) reasons.push({ code: 'never-connected', since, days: daysSince(since, now) });
  }
  if (fullSince !== undefined && fullSince > visited)
    reasons.push({ code: 'phone-full', since: fullSince, days: daysSince(fullSince, now) });
  if (lastSeen !== undefined && daysSince(Math.max(lastSeen, visited), now) >= NOT_SEEN_DAYS)
    reasons.push({ code: 'not-seen', since: lastSeen, days: daysSince(lastSeen, now) });
  return reasons;
}

const rankOf = ({ reasons: [first] }: Visit): number => (first ? VISIT_REASONS.indexOf(first.code) : VISIT_REASONS.length);

/** Who comes before whom: the more urgent first reason, then the one that has lasted longer, then more reasons, then the id so that no two are alike. */
export function compareVisits(a: Visit, b: Visit): number {
  return (
    rankOf(a) - rankOf(b) ||
    (a.reasons[0]?.since ?? 0) - (b.reasons[0]?.since ?? 0) ||
    b.reasons.length - a.reasons.length ||
    (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0)
  );
}

/** All of a mentor's people, who needs a visit first standing first, and those without a reason last. The order of the input changes nothing. */
export function visitOrder(people: readonly PersonSeen[], now: number): Visit[] {
  return people.map((person) => ({ personId: person.personId, reasons: reasonsFor(person, now) })).sort(compareVisits);
}
