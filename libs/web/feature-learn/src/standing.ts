import { lessonState, masteryOf, type CourseFacts, type LessonState } from '@sala/domain/learning';
import type { Message } from '@sala/web/ui';
import { messages } from './messages.js';

/** Where a learner stands in a lesson, for a row on the screen. */
export interface Standing {
  state: LessonState;
  /** In words, the state first, then how far the skill has come. */
  words: Message[];
}

const STATE_WORDS: Record<LessonState, Message> = {
  'not-started': messages.notStarted,
  started: messages.started,
  completed: messages.completed,
};

/** Where a learner stands in a lesson of a course: done alone and with help are told apart. */
export function standingIn(lesson: { id: string; tests: readonly string[] }, facts: CourseFacts, skipped: ReadonlySet<string>): Standing {
  const own = facts[lesson.id];
  const state = lessonState(own);
  if (state !== 'completed' && skipped.has(lesson.id)) return { state: 'completed', words: [messages.skipped] };
  if (state !== 'completed') return { state, words: [STATE_WORDS[state]] };
  const mastery = masteryOf(facts, lesson.id, lesson.tests);
  const completed = own?.completedAlone ? messages.completed : own?.groupOn ? messages.withGroup : messages.withHelp;
  return {
    state,
    words: mastery === 'not-yet' ? [completed] : [completed, mastery === 'mastered' ? messages.mastered : messages.masteredOnce],
  };
}
