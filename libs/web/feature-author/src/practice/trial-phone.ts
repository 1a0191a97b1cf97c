import { Component, computed, DestroyRef, inject } from '@angular/core';
import { PhoneView, type PhoneInput } from '@sala/web/ui-lesson/practice';
import { Wording } from '@sala/web/ui';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { Trial } from './trial.js';

const SECOND = 1_000;

/** The simulated phone beside the forms: it does at once what was just written. */
@Component({
  selector: 'sala-trial-phone',
  imports: [PhoneView],
  host: { class: 'trial stack tight' },
  template: `
    <h2>{{ say(words.phone) }}</h2>
    <sala-phone [practice]="desk.practice()" [phone]="trial.phone()" (did)="did($event)" />
    <p class="small" role="status">{{ say(words.doneOf, { done: trial.done(), of: desk.practice().tasks.length }) }}</p>
    <div class="row-buttons">
      <button type="button" class="small-button" (click)="trial.restart()">{{ say(words.fromStart) }}</button>
      @if (edited(); as screen) {
        <button type="button" class="small-button" (click)="trial.show(screen)">{{ say(words.fromHere) }}</button>
      }
      <button type="button" class="small-button" (click)="desk.place.set({ part: 'screen', id: trial.phone().screen })">
        {{ say(words.editThis) }}
      </button>
    </div>
  `,
})
export class TrialPhone {
  protected readonly desk = inject(PracticeDesk);
  protected readonly trial = inject(Trial);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly edited = computed(() => {
    const { part, id } = this.desk.place();
    return part === 'screen' ? id || this.desk.practice().start : undefined;
  });

  constructor() {
    const clock = setInterval(() => this.trial.isWaiting() && this.trial.do({ kind: 'wait', seconds: 1 }), SECOND);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected did(input: PhoneInput): void {
    if (input.kind === 'tap') this.trial.do({ kind: 'tap', target: input.target.id });
    if (input.kind === 'type') this.trial.do({ kind: 'type', target: input.target.id, text: input.text });
  }
}
