import { Component, computed, inject, input } from '@angular/core';
import { Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** How far a lesson has come: one bar a card. */
@Component({
  selector: 'sala-progress-dots',
  host: { class: 'dots', role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    @for (place of places(); track place) {
      <i [class.done]="place < here()" [class.here]="place === here()"></i>
    }
  `,
})
export class ProgressDots {
  private readonly say = inject(Wording).say;
  /** The index of the present card. */
  readonly here = input.required<number>();
  readonly of = input.required<number>();
  protected readonly places = computed(() => Array.from({ length: this.of() }, (_, place) => place));
  protected readonly label = computed(() => this.say(messages.card, { here: this.here() + 1, of: this.of() }));
}
