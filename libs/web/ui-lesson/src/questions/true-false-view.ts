import { Component, computed, inject, input } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';

/** A sentence that is so, or not so. */
@Component({
  selector: 'sala-true-false-question',
  template: `
    <p class="card leaf">{{ say(question().statement) }}</p>
    <fieldset class="options two" [attr.aria-labelledby]="question().id" [disabled]="answering().checked()">
      @for (one of [true, false]; track one) {
        <label
          class="choice"
          [class.right]="answering().revealed() && one === question().isTrue"
          [class.not-yet]="answering().checked() && said() === one && one !== question().isTrue"
        >
          <input
            type="radio"
            [name]="question().id"
            [checked]="said() === one"
            (change)="answering().response.set({ kind: 'true-false', said: one })"
          />
          <span>{{ say(one ? words.isSo : words.isNotSo) }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class TrueFalseView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<QuestionOf<'true-false'>>();
  readonly answering = input.required<Answering>();
  protected readonly said = computed(() => {
    const response = this.answering().response();
    return response?.kind === 'true-false' ? response.said : undefined;
  });
}
