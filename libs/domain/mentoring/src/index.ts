export {
  factsOfDeed,
  isWhole,
  MentorDeed,
  readMentorDeed,
  TOLD_DEEDS,
  VISIT_DEEDS,
  VISIT_NEXT,
  VISIT_WAYS,
  type MentorDeedKind,
  type MentorDeedOf,
} from './deed.js';
export { MARKED_KINDS, markedOf, UNGRADED_KINDS, type Marked } from './marking.js';
export { standingOf, type HowDone, type LessonStanding } from './standing.js';
export {
  compareVisits,
  isStuck,
  NEVER_CONNECTED_DAYS,
  NOT_SEEN_DAYS,
  reasonsFor,
  STUCK_AFTER,
  UNANSWERED_DAYS,
  VISIT_REASONS,
  visitOrder,
  type OpenRequest,
  type PersonSeen,
  type Tries,
  type Visit,
  type VisitReason,
  type VisitReasonCode,
} from './visits.js';
export { deedWithoutWords, type Done } from './words.js';
