import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { uiMessages, Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';
import { mixed } from './mix.js';

/** Pairs to find: tap one on the left, then what belongs to it on the right. */
@Component({
  selector: 'sala-match-question',
  template: `
    <p class="small">{{ say(words.tapPairs) }}</p>
    <div class="pairs">
      <ul class="options">
        @for (pair of question().pairs; track pair.id; let place = $index) {
          <li>
            <button
              type="button"
              class="tile"
              [attr.aria-pressed]="held() === pair.id"
              [attr.aria-disabled]="answering().checked()"
              [class.right]="isRight(pair.id)"
              [class.not-yet]="isWrong(pair.id)"
              (click)="hold(pair.id)"
            >
              <span class="number">{{ say(number, { n: place + 1 }) }}</span><span>{{ say(pair.left) }}</span>
            </button>
          </li>
        }
      </ul>
      <ul class="options">
        @for (pair of rights(); track pair.id) {
          <li>
            <button
              type="button"
              class="tile"
              [attr.aria-disabled]="answering().checked() || !held()"
              [attr.aria-pressed]="numberOf(pair.id) > 0"
              (click)="put(pair.id)"
            >
              <span class="number">{{ numberOf(pair.id) > 0 ? say(number, { n: numberOf(pair.id) }) : '' }}</span><span>{{
                say(pair.right)
              }}</span>
            </button>
          </li>
        }
      </ul>
    </div>
  `,
})
export class MatchView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly number = uiMessages.number;
  readonly question = input.required<QuestionOf<'match'>>();
  readonly answering = input.required<Answering>();
  protected readonly rights = computed(() => mixed(this.question().pairs, this.question().id));
  protected readonly held = signal<string | undefined>(undefined);
  protected readonly matched = linkedSignal((): Readonly<Record<string, string>> => {
    const response = this.answering().response();
    return response?.kind === 'match' ? response.matched : {};
  });

  /** The number of the left item that a right one was put to; 0 for none. */
  protected numberOf(right: string): number {
    return this.question().pairs.findIndex((pair) => this.matched()[pair.id] === right) + 1;
  }

  protected isRight(id: string): boolean {
    return this.answering().checked() && this.matched()[id] === id;
  }

  protected isWrong(id: string): boolean {
    return this.answering().checked() && this.matched()[id] !== id;
  }

  protected hold(id: string): void {
    if (!this.answering().checked()) this.held.set(id);
  }

  protected put(right: string): void {
    const left = this.held();
    if (left === undefined || this.answering().checked()) return;
    const others = Object.entries(this.matched()).filter(([id, other]) => id !== left && other !== right);
    const matched = Object.fromEntries([...others, [left, right]]);
    const isWhole = Object.keys(matched).length === this.question().pairs.length;
    if (isWhole || this.answering().response()) this.answering().response.set(isWhole ? { kind: 'match', matched } : undefined);
    this.matched.set(matched);
    this.held.set(this.question().pairs.find((pair) => !(pair.id in matched))?.id);
  }
}
