import { Component, inject, input } from '@angular/core';
import type { CardOf } from '@sala/domain/content';
import { Heading, Icon, uiMessages, Wording } from '@sala/web/ui';
import { messages } from '../messages.js';
import { Spoken } from '../spoken.js';

/** A card to use at work: printable, and found again by a search for the task. */
@Component({
  selector: 'sala-job-card',
  imports: [Heading, Icon, Spoken],
  host: { class: 'stack' },
  template: `
    <p class="tip-kind not-printed"><sala-icon name="card" [large]="true" />{{ say(words.jobCard) }}</p>
    <div class="card leaf">
      <div class="row">
        <sala-spoken [card]="card()" />
        <h1 class="rest" salaHeading>{{ say(card().title) }}</h1>
      </div>
      <ol class="steps">
        @for (step of card().steps; track $index) {
          <li>
            <span class="number" aria-hidden="true">{{ say(number, { n: $index + 1 }) }}</span><span class="rest">{{ say(step) }}</span>
          </li>
        }
      </ol>
    </div>
    <button type="button" class="tile not-printed" (click)="print()"><sala-icon name="print" />{{ say(words.print) }}</button>
  `,
})
export class JobCard {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly number = uiMessages.number;
  readonly card = input.required<CardOf<'job'>>();

  protected print(): void {
    window.print();
  }
}
