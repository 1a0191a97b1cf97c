import { Component, inject } from '@angular/core';
import { NEVER_CONNECTED_DAYS, NOT_SEEN_DAYS, STUCK_AFTER, UNANSWERED_DAYS } from '@sala/domain/mentoring';
import { Heading, Page, uiMessages, Wording } from '@sala/web/ui';
import { deedMessages } from './deed-messages.js';

/** How the list is ordered: the published rule, with its very numbers. */
@Component({
  selector: 'sala-order-page',
  imports: [Heading, Page],
  template: `
    <sala-page back="/mentor" help="general">
      <h1 salaHeading>{{ say(words.orderTitle) }}</h1>
      <p>{{ say(words.orderWhat) }}</p>
      <ol class="steps">
        @for (line of lines; track $index) {
          <li>
            <span class="number" aria-hidden="true">{{ say(number, { n: $index + 1 }) }}</span>
            <span class="rest">{{ line() }}</span>
          </li>
        }
      </ol>
      <p>{{ say(words.orderTies) }}</p>
      <p>{{ say(words.orderOfficer, { days: unanswered }) }}</p>
    </sala-page>
  `,
})
export class OrderPage {
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  protected readonly number = uiMessages.number;
  protected readonly unanswered = UNANSWERED_DAYS;
  protected readonly lines = [
    () => this.say(deedMessages.orderAsked),
    () => this.say(deedMessages.orderStuck, { count: STUCK_AFTER }),
    () => this.say(deedMessages.orderNever, { days: NEVER_CONNECTED_DAYS }),
    () => this.say(deedMessages.orderFull),
    () => this.say(deedMessages.orderNotSeen, { days: NOT_SEEN_DAYS }),
  ];
}
