import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Heading, Icon, Page, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** What one phone can do for another where there is no internet. */
@Component({
  selector: 'sala-phones-page',
  imports: [Heading, Icon, Page, RouterLink],
  template: `
    <sala-page back="/settings" help="internet">
      <h1 salaHeading>{{ say(words.title) }}</h1>
      <p>{{ say(words.what) }}</p>
      <a class="tile" routerLink="/phones/send"><sala-icon name="leave" />{{ say(words.send) }}</a>
      <a class="tile" routerLink="/phones/carry"><sala-icon name="people" />{{ say(words.carry) }}</a>
      <a class="tile" routerLink="/phones/take"><sala-icon name="book" />{{ say(words.takeCourse) }}</a>
      <div foot class="actions">
        <a class="button primary" routerLink="/">{{ say(words.toHome) }}</a>
      </div>
    </sala-page>
  `,
})
export class PhonesPage {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
}
