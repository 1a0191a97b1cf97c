import { Component, computed, inject, input } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { canonicalKhmer } from '@sala/domain/khmer';
import { Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';

/** A word or a number to write; any encoding, spelling variant and script of digits is understood. */
@Component({
  selector: 'sala-written-question',
  template: `
    <label class="field">
      <span>{{ say(isNumber() ? words.writeNumber : words.writeWord) }}</span>
      <input
        #box
        type="text"
        autocomplete="off"
        [attr.inputmode]="isNumber() ? 'decimal' : 'text'"
        [value]="written()"
        [readOnly]="answering().checked()"
        (input)="write(box.value)"
        (blur)="write(clean(box.value))"
      />
      @if (unit(); as unit) {
        <span class="small">{{ say(unit) }}</span>
      }
    </label>
  `,
})
export class WrittenView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<QuestionOf<'fill-word' | 'number'>>();
  readonly answering = input.required<Answering>();
  protected readonly isNumber = computed(() => this.question().kind === 'number');
  protected readonly unit = computed(() => {
    const question = this.question();
    return question.kind === 'number' ? question.unit : undefined;
  });
  protected readonly written = computed(() => {
    const response = this.answering().response();
    if (response?.kind === 'fill-word') return response.word;
    return response?.kind === 'number' ? response.said : '';
  });
  protected readonly clean = canonicalKhmer;

  protected write(text: string): void {
    if (this.answering().checked()) return;
    const isEmpty = text.trim() === '';
    this.answering().response.set(
      isEmpty ? undefined : this.isNumber() ? { kind: 'number', said: text } : { kind: 'fill-word', word: text },
    );
  }
}
