import type { LearningEvent } from '@sala/domain/learning';
import { UNGRADED_KINDS } from '@sala/domain/mentoring';

/** What one event tells of somebody's tries at a question, or at a step of a practice. */
export interface Trying {
  lessonId: string;
  /** The question or the practice. */
  item: string;
  /** The step of the practice; empty for a question. */
  step: string;
  /** For a question the wrong answers so far; for a step the wrong taps and hints of the best time. */
  wrong: number;
  right: boolean;
}

/** What an event tells of tries, by the rule of `isStuck` in domain/mentoring; nothing for what isn't graded. */
export function tryingOf(event: LearningEvent): Trying[] {
  if (event.kind === 'question.answered') {
    const { lessonId, questionId, response, score } = event.body;
    // A voice or photo is looked at by a person.
    if (UNGRADED_KINDS.includes(response.kind)) return [];
    return [{ lessonId, item: questionId, step: '', wrong: score < 1 ? 1 : 0, right: score === 1 }];
  }
  if (event.kind !== 'practice.done' || event.body.mode === 'watch') return [];
  const { lessonId, practiceId, steps } = event.body;
  return steps.map(({ task, wrong, hints }): Trying => {
    const trouble = wrong.length + hints;
    return { lessonId, item: practiceId, step: task, wrong: trouble, right: trouble === 0 };
  });
}

/** Puts tries at the same place together: wrong answers add up, of a step the best time counts, and once right is right. Commutative and associative. */
export function joinTrying(a: Trying, b: Trying): Trying {
  return { ...a, wrong: a.step === '' ? a.wrong + b.wrong : Math.min(a.wrong, b.wrong), right: a.right || b.right };
}
