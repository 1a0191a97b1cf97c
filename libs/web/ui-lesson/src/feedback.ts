import { Component, computed, inject, input } from '@angular/core';
import type { Outcome } from '@sala/domain/assessment';
import type { Question } from '@sala/domain/content';
import { Icon, Listen, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { rightAnswer } from './right-answer.js';

/** What is said about an answer: kind, amber when it is not right yet, and the right answer when it is time. */
@Component({
  selector: 'sala-feedback',
  imports: [Icon, Listen],
  template: `
    <div class="says">
      <sala-icon [name]="outcome().correct ? 'tick' : 'bulb'" [large]="true" />
      <div class="rest stack tight">
        <p class="strong">{{ say(outcome().correct || outcome().waiting ? words.wellDone : words.notYet) }}</p>
        @for (feedback of outcome().feedback; track $index) {
          <p>{{ say(feedback) }}</p>
        }
        @if (revealed() && !outcome().correct && !outcome().waiting) {
          <p class="strong">{{ answer() }}</p>
        } @else if (someMissing()) {
          <p>{{ say(words.someMissing) }}</p>
        }
      </div>
      <sala-listen [text]="heard()" />
    </div>
  `,
})
export class Feedback {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<Question>();
  readonly outcome = input.required<Outcome>();
  readonly revealed = input.required<boolean>();
  private readonly right = computed(() => rightAnswer(this.question()));
  protected readonly answer = computed(() => {
    const answer = this.right()
      .map((text) => this.say(text))
      .join(', ');
    return this.say(this.right().length > 1 ? messages.answersAre : messages.answerIs, { answer });
  });
  /** All that was chosen is right, but something is missing. */
  protected readonly someMissing = computed(() => {
    const { correct, score, feedback } = this.outcome();
    return this.question().kind === 'multiple-choice' && !correct && score > 0 && feedback.length < this.right().length;
  });
  protected readonly heard = computed(() =>
    this.outcome()
      .feedback.map((feedback) => this.say(feedback))
      .join(' '),
  );
}
