import { Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import type { Target } from '@sala/domain/practice';
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
    @if (wrong(); as text) {
      <p class="wrong-tap" role="status">{{ say(words.wrongTap, { text: say(text) }) }}</p>
    }
    <p class="small" role="status">{{ say(words.doneOf, { done: trial.done(), of: desk.practice().tasks.length }) }}</p>
    <div class="row-buttons">
      <button type="button" class="small-button" (click)="restart()">{{ say(words.fromStart) }}</button>
      @if (edited() !== trial.phone().screen) {
        @if (edited(); as screen) {
          <button type="button" class="small-button" (click)="show(screen)">{{ say(words.fromHere) }}</button>
        }
        <button type="button" class="small-button" (click)="desk.place.set({ part: 'screen', id: trial.phone().screen })">
          {{ say(words.editThis) }}
        </button>
      }
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

  /** What a learner would read if the last tap was the wrong one. */
  protected readonly wrong = signal<Target['help']>(undefined);

  constructor() {
    // The screen whose form is open is the one in sight; while a way is recorded the phone is led by the taps alone.
    effect(() => {
      const { part, id } = this.desk.place();
      if (part === 'screen' && id) untracked(() => this.follow(id));
    });
    const clock = setInterval(() => this.trial.isWaiting() && this.trial.do({ kind: 'wait', seconds: 1 }), SECOND);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected restart(): void {
    this.wrong.set(undefined);
    this.trial.restart();
  }

  protected show(screen: string): void {
    this.wrong.set(undefined);
    this.trial.show(screen);
  }

  protected did(input: PhoneInput): void {
    this.wrong.set(input.kind === 'tap' && this.trial.recordingTask() === undefined ? input.target.help : undefined);
    if (input.kind === 'tap') this.trial.do({ kind: 'tap', target: input.target.id });
    if (input.kind === 'type') this.trial.do({ kind: 'type', target: input.target.id, text: input.text });
  }

  private follow(screen: string): void {
    if (this.trial.recordingTask() === undefined && this.trial.phone().screen !== screen) this.show(screen);
  }
}
