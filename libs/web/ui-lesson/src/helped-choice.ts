import { Component, inject } from '@angular/core';
import { Wording } from '@sala/web/ui';
import { HELPED } from './deeds.js';
import { messages } from './messages.js';

/** "Someone is helping me": what is done with help is another fact than what is done alone, and nothing to be ashamed of. */
@Component({
  selector: 'sala-helped',
  template: `
    <label class="choice plain">
      <input #box type="checkbox" [checked]="helped()" (change)="helped.set(box.checked)" />
      <span>{{ say(words.helped) }}</span>
    </label>
  `,
})
export class HelpedChoice {
  protected readonly helped = inject(HELPED);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
}
