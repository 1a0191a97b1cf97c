import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Display, Heading, LanguageChoice, Logo, Page, TextSizeChoice, Wording } from '@sala/web/ui';
import { Arrival } from './arrival.js';
import { messages } from './messages.js';

/** The first start: the language, and the line one can read. */
@Component({
  selector: 'sala-welcome-page',
  imports: [Heading, LanguageChoice, Logo, Page, TextSizeChoice],
  template: `
    <sala-page help="">
      <div class="welcome-head">
        <sala-logo />
        <h1 salaHeading>{{ say(words.welcome) }}</h1>
      </div>
      <sala-language-choice />
      <sala-text-size-choice />
      <div foot class="actions">
        <button type="button" class="button" (click)="go('/guest')">{{ say(words.asGuest) }}</button>
        <button type="button" class="button primary" (click)="go()">{{ say(words.continue) }}</button>
      </div>
    </sala-page>
  `,
})
export class WelcomePage {
  private readonly display = inject(Display);
  private readonly arrival = inject(Arrival);
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;

  protected go(address = this.arrival.address): void {
    this.display.chosen.set('yes');
    void this.router.navigateByUrl(address, { replaceUrl: true });
  }
}
