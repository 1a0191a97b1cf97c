import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Question } from '@sala/domain/content';
import { Icon, Notice, Wording, type Message } from '@sala/web/ui';
import type { Answering } from './answering.js';
import { Feedback } from './feedback.js';
import { messages } from './messages.js';

/** What stands below a question: check, what is said about the answer, try again, go on. */
@Component({
  selector: 'sala-question-foot',
  imports: [Feedback, Icon, Notice],
  host: { '[class.sheet]': 'answering().checked()', '[class.mind]': 'isNotYet()' },
  template: `
    <div class="said" aria-live="assertive" tabindex="-1">
      @if (asked() && !answering().response()) {
        <div class="before-action">
          <sala-notice tone="mind">{{ say(question().kind === 'recorded' ? words.recordFirst : words.chooseFirst) }}</sala-notice>
        </div>
      }
      @if (answering().outcome(); as outcome) {
        <sala-feedback [question]="question()" [outcome]="outcome" [revealed]="over()" />
      }
    </div>
    <div class="actions">
      @if (!answering().checked()) {
        <button type="button" class="button primary" (click)="check()">{{ say(words.check) }}</button>
      } @else if (over()) {
        <button type="button" class="button primary" (click)="next.emit()">{{ say(nextWords()) }}</button>
      } @else {
        <button type="button" class="button primary" (click)="answering().tryAgain()">
          <sala-icon name="again" />{{ say(words.again) }}
        </button>
      }
    </div>
  `,
})
export class QuestionFoot {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<Question>();
  readonly answering = input.required<Answering>();
  readonly nextWords = input<Message>(messages.next);
  /** Whether the first answer counts, as in a test. */
  readonly once = input(false);
  /** An answer stands and is to be graded and recorded. */
  readonly checked = output();
  readonly next = output();
  /** Whether the answer was asked for while none stood. */
  protected readonly asked = signal(false);
  protected readonly over = computed(() => this.answering().revealed() || (this.once() && this.answering().checked()));
  protected readonly isNotYet = computed(() => {
    const outcome = this.answering().outcome();
    return outcome?.correct === false && !outcome.waiting;
  });

  protected check(): void {
    this.asked.set(this.answering().response() === undefined);
    if (!this.asked()) this.checked.emit();
  }
}
