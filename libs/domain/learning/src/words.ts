import type { Response } from '@sala/domain/content';
import type { LearningEvent } from './event.js';

/** An event as the log keeps it, as far as its words are looked for. */
export type Told = LearningEvent extends infer E ? (E extends LearningEvent ? Pick<E, 'kind' | 'body'> : never) : never;

/** What a line of the log is when its words are gone, and the voices and photos that it named. */
export interface Wordless<B> {
  readonly body: B;
  readonly recordings: readonly string[];
}

/** Takes what somebody wrote, said or showed out of an event. What was tapped or chosen, and how it was graded, stays: it is what is counted. */
export function withoutWords(event: Told): Wordless<Told['body']> {
  switch (event.kind) {
    case 'help.asked': {
      const { words: _, voice, ...body } = event.body;
      return { body, recordings: voice === undefined ? [] : [voice] };
    }
    case 'question.answered': {
      const { response } = event.body;
      return {
        body: { ...event.body, response: withoutTyped(response) },
        recordings: response.kind === 'recorded' ? [response.kept] : [],
      };
    }
    case 'lesson.opened':
    case 'card.seen':
    case 'practice.done':
    case 'lesson.completed':
    case 'quiz.begun':
    case 'quiz.completed':
    case 'review.done':
    case 'item.ticked':
    case 'word.kept':
    case 'screen.differs':
    case 'attempt.disowned':
      return { body: event.body, recordings: [] };
  }
}

function withoutTyped(response: Response): Response {
  switch (response.kind) {
    case 'fill-word':
      return { ...response, word: '' };
    case 'number':
      return { ...response, said: '' };
    case 'single-choice':
    case 'multiple-choice':
    case 'true-false':
    case 'order':
    case 'match':
    case 'sort':
    case 'tap-picture':
    case 'judge':
    case 'recorded':
      return response;
  }
}
