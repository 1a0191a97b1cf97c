import { REVIEW_PASS } from './facts.js';
import type { LearningEventKind } from './event.js';

/** A lesson of a published version, as a group takes it. */
export interface GroupLesson {
  courseId: string;
  slug: string;
  version: number;
  lessonId: string;
}

/** Where a group stands: who is here, which lesson, the lesson together, and each one's own check. */
export type GroupStage = 'roll-call' | 'choosing' | 'together' | 'checks' | 'check';

/** Several people who learn on one phone at once; one value, kept on the phone after every step. */
export interface GroupSession {
  id: string;
  /** When it began, by the phone's clock. */
  began: string;
  stage: GroupStage;
  /** Learners who showed by their PIN that they are here, in the order in which they came. */
  present: readonly string[];
  lesson?: GroupLesson;
  /** Turns that each learner has had in this session. */
  turns: Readonly<Record<string, number>>;
  /** Cards of the lesson that the group has seen. */
  seen: readonly string[];
  /** Whether whoever's turn it is has answered the present card. */
  acted: boolean;
  /** Who is at the own check just now. */
  checking?: string;
  /** Learners who passed their own check of the lesson. */
  passed: readonly string[];
  /** Learners who were at their own check of the lesson and have not passed it. */
  notYet: readonly string[];
}

/** A group is two people at least. */
export const GROUP_LEAST = 2;
/** After so many hours a session is over: nobody knows any more who was there. */
export const GROUP_HOURS = 12;

/** A group session in which nobody is present yet. */
export function beginGroup(id: string, began: string): GroupSession {
  return { id, began, stage: 'roll-call', present: [], turns: {}, seen: [], acted: false, passed: [], notYet: [] };
}

/** Whether a session is too old to go on with, or from the future of a clock that was wrong. */
export function isGroupOver(session: GroupSession, now: string): boolean {
  const hours = (Date.parse(now) - Date.parse(session.began)) / 3_600_000;
  return !(Math.abs(hours) < GROUP_HOURS);
}

const turnsOf = (session: GroupSession, learnerId: string): number => session.turns[learnerId] ?? 0;

/** Somebody is here. Who comes late has had as many turns as whoever had fewest, so that nobody waits for a newcomer to catch up. */
export function arriveInGroup(session: GroupSession, learnerId: string): GroupSession {
  if (session.present.includes(learnerId)) return session;
  const least = Math.min(...session.present.map((one) => turnsOf(session, one)));
  const turns = { ...session.turns, [learnerId]: Math.max(turnsOf(session, learnerId), Number.isFinite(least) ? least : 0) };
  return { ...session, present: [...session.present, learnerId], turns };
}

/** Somebody goes; what was recorded for them stays. */
export function leaveGroup(session: GroupSession, learnerId: string): GroupSession {
  const { checking, ...rest } = session;
  const present = session.present.filter((one) => one !== learnerId);
  return { ...rest, present, ...(checking !== undefined && checking !== learnerId && { checking }) };
}

/** Goes to the choice of a lesson; stays where it is while too few are here. */
export function toChoice(session: GroupSession): GroupSession {
  return session.present.length < GROUP_LEAST ? session : { ...session, stage: 'choosing' };
}

/** Goes back to the roll call. */
export function toRollCall(session: GroupSession): GroupSession {
  return { ...session, stage: 'roll-call' };
}

/** Takes up a lesson together; the same lesson is gone on with. */
export function takeLesson(session: GroupSession, lesson: GroupLesson): GroupSession {
  if (session.present.length < GROUP_LEAST) return session;
  const before = session.lesson;
  const isSame = before?.courseId === lesson.courseId && before.lessonId === lesson.lessonId;
  if (isSame) return { ...session, stage: 'together' };
  return { ...session, stage: 'together', lesson, seen: [], acted: false, passed: [], notYet: [] };
}

/** Whose turn it is: of those here, whoever had fewest turns, first come first. */
export function turnOf(session: GroupSession): string | undefined {
  const least = Math.min(...session.present.map((one) => turnsOf(session, one)));
  return session.present.find((one) => turnsOf(session, one) === least);
}

/** Who acts just now: whoever is at the own check, else whose turn it is. */
export function actorOf(session: GroupSession): string | undefined {
  return session.stage === 'check' ? session.checking : turnOf(session);
}

/** In whose logs something goes that happens now: a card is seen by all who are here, everything else is done by one. */
export function creditsOf(session: GroupSession, kind: LearningEventKind): readonly string[] {
  if (session.stage === 'together' && (kind === 'card.seen' || kind === 'lesson.opened')) return session.present;
  const actor = actorOf(session);
  return actor === undefined || (session.stage !== 'together' && session.stage !== 'check') ? [] : [actor];
}

function passTurn(session: GroupSession): GroupSession {
  const holder = turnOf(session);
  if (holder === undefined) return session;
  return { ...session, acted: false, turns: { ...session.turns, [holder]: turnsOf(session, holder) + 1 } };
}

/** The session after something happened in the lesson together: a practice passes the phone on at once, a question when its card is left. */
export function afterInGroup(session: GroupSession, kind: LearningEventKind, cardId = ''): GroupSession {
  if (session.stage !== 'together') return session;
  if (kind === 'question.answered') return { ...session, acted: true };
  if (kind === 'practice.done') return passTurn(session);
  if (kind !== 'card.seen') return session;
  const seen = session.seen.includes(cardId) ? session.seen : [...session.seen, cardId];
  return session.acted ? { ...passTurn(session), seen } : { ...session, seen };
}

/** The lesson was gone through together: now each one's own check. */
export function toChecks(session: GroupSession): GroupSession {
  const { checking: _, ...rest } = session;
  return { ...rest, stage: 'checks', acted: false };
}

/** Somebody who is here begins the own check. */
export function openCheck(session: GroupSession, learnerId: string): GroupSession {
  if (session.stage !== 'checks' || !session.present.includes(learnerId)) return session;
  return { ...session, stage: 'check', checking: learnerId };
}

/** The own check is over; `score` is the share (0 to 1) of its points. Who passed has completed the lesson with the group. */
export function closeCheck(session: GroupSession, score: number): { session: GroupSession; completedBy?: string } {
  const { checking } = session;
  if (session.stage !== 'check' || checking === undefined) return { session };
  const others = (ids: readonly string[]): string[] => ids.filter((one) => one !== checking);
  const back = toChecks(session);
  if (score >= REVIEW_PASS)
    return { session: { ...back, passed: [...others(session.passed), checking], notYet: others(session.notYet) }, completedBy: checking };
  const notYet = session.passed.includes(checking) ? session.notYet : [...others(session.notYet), checking];
  return { session: { ...back, notYet } };
}
