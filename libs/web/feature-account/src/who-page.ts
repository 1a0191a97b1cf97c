import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { initialOf } from '@sala/domain/khmer';
import { Session } from '@sala/web/data-session';
import { Display, Heading, Icon, Logo, Page, Wording } from '@sala/web/ui';
import { laterMessages } from './later-messages.js';
import { messages } from './messages.js';

/** Who learns? The people of this phone, each a face and a name. */
@Component({
  selector: 'sala-who-page',
  imports: [Heading, Icon, Logo, Page, RouterLink],
  template: `
    <sala-page help="pin">
      <a top class="top-button" routerLink="/settings"><sala-icon name="settings" />{{ say(words.settings) }}</a>
      <div class="welcome-head">
        <sala-logo />
        <div>
          <h1 salaHeading>{{ say(words.whoLearns) }}</h1>
          <p class="small">{{ say(words.tapYourName) }}</p>
        </div>
      </div>
      <ul class="options">
        @for (profile of session.people(); track profile.personId) {
          <li>
            <a class="tile person" [routerLink]="['/pin', profile.personId]" [queryParams]="{ then: then() }">
              <span class="face" aria-hidden="true">{{ initial(profile.person.familyName) }}</span>
              <span class="rest">
                <span class="strong">{{ soften(profile.person.familyName + ' ' + profile.person.givenName) }}</span>
                <br /><span class="small">{{ soften(display.language() === 'km' ? profile.place.khmer : profile.place.latin) }}</span>
              </span>
              <sala-icon name="next" />
            </a>
          </li>
        }
      </ul>
      <a class="tile" routerLink="/guest"><sala-icon name="people" />{{ say(words.asGuest) }}</a>
      <div foot class="actions">
        @if (session.people().length > 1) {
          <a class="button" routerLink="/group"><sala-icon name="people" />{{ say(words.learnTogether) }}</a>
        }
        <a class="button" routerLink="/card"><sala-icon name="add" />{{ say(words.addPerson) }}</a>
      </div>
    </sala-page>
  `,
})
export class WhoPage {
  protected readonly session = inject(Session);
  protected readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = { ...messages, ...laterMessages };
  protected readonly initial = initialOf;
  /** Where to go afterwards. */
  readonly then = input<string>();
}
