import { Component, inject, input } from '@angular/core';
import { Logo } from '../controls/logo.js';
import { messages } from '../messages.js';
import type { Message } from '../words/message.js';
import { Wording } from '../words/wording.js';

/** A sentence shown while something is awaited. */
@Component({
  selector: 'sala-busy',
  imports: [Logo],
  host: { class: 'middle-of-page', role: 'status' },
  template: `<sala-logo />
    <p>{{ say(message()) }}</p>`,
})
export class Busy {
  protected readonly say = inject(Wording).say;
  readonly message = input<Message>(messages.wait);
}
