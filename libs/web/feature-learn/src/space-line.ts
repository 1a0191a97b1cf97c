import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Wording } from '@sala/web/ui';
import { sizeOf } from './amounts.js';
import { PhoneStorage } from './phone-storage.js';
import { spaceMessages } from './space-messages.js';

/** The space that Sala takes, in one line, with the way to more. */
@Component({
  selector: 'sala-space-line',
  imports: [Icon, RouterLink],
  template: `
    <div class="stack tight">
      @if (storage.figures.value(); as figures) {
        <p class="small">{{ say(words.line, { used: sizeOf(figures.used), free: sizeOf(figures.free) }) }}</p>
      }
      <a class="tile" routerLink="/space"><sala-icon name="download" />{{ say(words.title) }}</a>
    </div>
  `,
})
export class SpaceLine {
  protected readonly storage = inject(PhoneStorage);
  protected readonly say = inject(Wording).say;
  protected readonly words = spaceMessages;
  protected readonly sizeOf = sizeOf;
}
