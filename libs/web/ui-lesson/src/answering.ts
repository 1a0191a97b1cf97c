import { computed, signal } from '@angular/core';
import { grade, type Outcome } from '@sala/domain/assessment';
import type { Question, Response } from '@sala/domain/content';

/** After so many wrong tries the right answer is shown. */
const TRIES = 2;

/** One question being answered: answer, check, try again, see the answer. Stores nothing. */
export class Answering {
  /** The answer as it stands; undefined while it is not complete. */
  readonly response = signal<Response | undefined>(undefined);
  readonly outcome = signal<Outcome | undefined>(undefined);
  private readonly wrong = signal(0);

  /** Whether an answer stands checked. */
  readonly checked = computed(() => this.outcome() !== undefined);
  /** Whether nothing is left to find: found, kept for a person, or told after enough tries. */
  readonly revealed = computed(() => {
    const outcome = this.outcome();
    return outcome !== undefined && (outcome.correct || outcome.waiting || this.wrong() >= TRIES);
  });

  /** Grades the answer; undefined when there is none. */
  check(question: Question): { response: Response; outcome: Outcome } | undefined {
    const response = this.response();
    return response && { response, outcome: grade(question, response) };
  }

  /** Lets the screen answer, once the answer is safely recorded. */
  show(outcome: Outcome): void {
    if (!outcome.correct && !outcome.waiting) this.wrong.update((tries) => tries + 1);
    this.outcome.set(outcome);
  }

  /** Begins the next try. */
  tryAgain(): void {
    this.response.set(undefined);
    this.outcome.set(undefined);
  }
}
