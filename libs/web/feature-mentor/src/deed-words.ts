import type { DeedRefusal } from '@sala/contract/routes';
import type { HowDone, MentorDeedKind } from '@sala/domain/mentoring';
import type { Message } from '@sala/web/ui';
import { deedMessages } from './deed-messages.js';
import { messages } from './messages.js';

/** What each kind of deed is called. */
export const DEED_WORDS: Record<MentorDeedKind, Message> = {
  'visit.noted': messages.visit,
  'help.answered': messages.answer,
  'answer.marked': deedMessages.lookedAt,
  'work.signed': messages.sign,
  'course.assigned': messages.assign,
  'attempt.confirmed': deedMessages.whoseIsIt,
  'attempt.declined': deedMessages.whoseIsIt,
};

/** Why the server did not take a deed. */
export const REFUSAL_WORDS: Record<DeedRefusal, Message> = {
  malformed: deedMessages.malformed,
  'not-your-learner': deedMessages['not-your-learner'],
  unknown: deedMessages.unknown,
  settled: deedMessages.alreadySettled,
};

/** How something was done, in words. */
export const HOW_WORDS: Record<HowDone, Message> = {
  alone: messages.alone,
  helped: messages.helped,
  group: messages.inGroup,
  'not-yet': messages.notYet,
};
