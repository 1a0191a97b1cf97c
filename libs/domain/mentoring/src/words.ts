import type { Wordless } from '@sala/domain/learning';
import type { MentorDeed } from './deed.js';

/** A deed as the log keeps it, as far as its words are looked for. */
export type Done = MentorDeed extends infer D ? (D extends MentorDeed ? Pick<D, 'kind' | 'body'> : never) : never;

/** Takes what a mentor wrote or said out of a deed. What was done stays. */
export function deedWithoutWords(deed: Done): Wordless<Done['body']> {
  switch (deed.kind) {
    case 'visit.noted':
    case 'answer.marked': {
      const { words: _, ...body } = deed.body;
      return { body: body as Done['body'], recordings: [] };
    }
    case 'help.answered': {
      const { words: _, voice, ...body } = deed.body;
      return { body, recordings: voice === undefined ? [] : [voice] };
    }
    case 'work.signed':
    case 'course.assigned':
    case 'attempt.confirmed':
    case 'attempt.declined':
      return { body: deed.body, recordings: [] };
  }
}
