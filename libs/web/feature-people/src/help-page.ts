import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UNANSWERED_DAYS } from '@sala/domain/mentoring';
import { Api } from '@sala/web/data-api';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { Answered } from './answered.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';

// A telephone, in the way of the design system's drawings; only this page calls.
const CALL = 'M6 3h4l2 5-2.500 1.500a12 12 0 0 0 5 5L16 12l5 2v4a2 2 0 0 1-2 2C11 20 4 13 4 5a2 2 0 0 1 2-2z';

/** Learners of a place who asked for help and were not answered for days: an officer calls them, or their mentor. */
@Component({
  selector: 'sala-help-page',
  imports: [Answered, Heading, Notice, RouterLink],
  host: { class: 'stack' },
  template: `
    <nav class="crumbs" [attr.aria-label]="say(words.above)">
      <a [routerLink]="['/people/at', code() || names.home()]"
        ><span>{{ say(words.people) }}</span></a
      >
    </nav>
    <h1 salaHeading>{{ say(words.unanswered) }}</h1>
    <ng-container *salaAnswered="requests; let answer">
      @if (answer.length > 0) {
        <p>{{ say(words.unansweredHow, { days: days }) }}</p>
      }
      <ul class="rows">
        @for (one of answer; track one.help.id) {
          <li class="line still">
            <a class="rest line-link" [routerLink]="['/people/person', one.person.id]">
              <span class="strong block">{{ names.person(one.person) }}</span>
              <span class="small block">{{ names.place(one.place) }}</span>
              @if (one.help.words) {
                <span class="block">{{ one.help.words }}</span>
              } @else if (one.help.voice) {
                <span class="block">{{ say(words.askedByVoice) }}</span>
              }
            </a>
            <span class="pill wait">{{ say(words.waitsDays, { n: one.days }) }}</span>
            @if (one.phone) {
              <a class="button" [href]="'tel:' + one.phone.replaceAll(' ', '')"
                ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="call" /></svg>{{ say(words.callThem) }}</a
              >
            }
          </li>
        } @empty {
          <li>
            <sala-notice tone="good">{{ say(words.allAnswered) }}</sala-notice>
          </li>
        }
      </ul>
    </ng-container>
  `,
})
export class HelpPage {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  protected readonly call = CALL;
  protected readonly days = UNANSWERED_DAYS;
  readonly code = input('');
  protected readonly requests = resource({
    params: () => this.code() || this.names.home(),
    loader: ({ params }) => this.api.call('unansweredHelp', { query: { place: params } }),
  });
}
