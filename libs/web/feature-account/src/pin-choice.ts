import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { PinEntry } from './pin-entry.js';

/** Chooses a PIN: twice the same. */
@Component({
  selector: 'sala-pin-choice',
  imports: [Heading, Notice, PinEntry],
  host: { class: 'grow stack' },
  template: `
    @if (first() === '') {
      <h1 salaHeading>{{ say(words.choosePin) }}</h1>
    } @else {
      <h1 salaHeading>{{ say(words.repeatPin) }}</h1>
    }
    <div aria-live="polite">
      @if (differed()) {
        <sala-notice tone="mind">{{ say(words.pinsDiffer) }}</sala-notice>
      } @else if (first() === '') {
        <p class="small">{{ say(words.choosePinWhy) }}</p>
      }
    </div>
    <sala-pin-entry [(pin)]="pin" [busy]="busy()" (entered)="entered($event)" />
  `,
})
export class PinChoice {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly busy = input(false);
  readonly chosen = output<string>();
  protected readonly pin = signal('');
  protected readonly first = signal('');
  private readonly mismatch = signal(false);
  protected readonly differed = computed(() => this.mismatch() && this.pin() === '');

  protected entered(pin: string): void {
    if (this.first() === '') return this.next(pin, false);
    if (this.first() === pin) return this.chosen.emit(pin);
    this.next('', true);
  }

  private next(first: string, mismatch: boolean): void {
    this.first.set(first);
    this.mismatch.set(mismatch);
    this.pin.set('');
  }
}
