import { computed, signal } from '@angular/core';
import { grade, type Outcome } from '@sala/domain/assessment';
import type { Question, QuestionKind, ResponseOf } from '@sala/domain/content';
import { responseTo } from './question-view.js';

/** After so many wrong tries the right answer is shown. */
const TRIES = 2;

/** One question being answered: choose, check, try again, see the answer. Stores nothing. */
export class Answering {
  readonly chosen = signal<readonly string[]>([]);
  readonly outcome = signal<Outcome | undefined>(undefined);
  private readonly wrong = signal(0);

  /** Whether an answer stands checked. */
  readonly checked = computed(() => this.outcome() !== undefined);
  /** Whether the right answer is shown: found, or told after enough tries. */
  readonly revealed = computed(() => this.outcome()?.correct === true || (this.checked() && this.wrong() >= TRIES));

  /** Grades what is chosen; undefined when nothing is. */
  check(question: Question): { response: ResponseOf<QuestionKind>; outcome: Outcome } | undefined {
    if (this.chosen().length === 0) return undefined;
    const response = responseTo(question, this.chosen());
    return { response, outcome: grade(question, response) };
  }

  /** Lets the screen answer, once the answer is safely recorded. */
  show(outcome: Outcome): void {
    if (!outcome.correct) this.wrong.update((tries) => tries + 1);
    this.outcome.set(outcome);
  }

  /** Begins the next try. */
  tryAgain(): void {
    this.chosen.set([]);
    this.outcome.set(undefined);
  }
}
