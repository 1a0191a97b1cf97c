import { Component, computed, inject, input, signal } from '@angular/core';
import { Notice, Wording } from '@sala/web/ui';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';

/** The code by which a learner chooses a new PIN, also where neither phone has a line. */
@Component({
  selector: 'sala-code-page',
  imports: [DeedFrame, Notice],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.codeTitle, { name: of.name() })">
      <sala-notice tone="mind">{{ say(words.codeSure) }}</sala-notice>
      <div aria-live="polite" class="stack">
        @if (isShown()) {
          <p class="card big-code">{{ code() }}</p>
          <p>{{ say(words.codeWhat) }}</p>
        }
      </div>
      @if (!isShown()) {
        <div action class="actions">
          <button type="button" class="button primary" (click)="isShown.set(true)">{{ say(words.codeShow) }}</button>
        </div>
      }
    </sala-deed-frame>
  `,
})
export class CodePage {
  protected readonly of = inject(PersonOfPage);
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  readonly personId = input.required<string>();
  protected readonly isShown = signal(false);
  protected readonly code = computed(() => this.of.person()?.code.replace(/(\d{4})(?=\d)/, '$1 ') ?? '');

  constructor() {
    this.of.begin(this.personId);
  }
}
