import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Icon, NumberPad, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

const DIGITS = 4;

/** Four dots and a pad. The fourth digit is the answer: no button to find. */
@Component({
  selector: 'sala-pin-entry',
  imports: [Icon, NumberPad],
  host: { class: 'grow stack' },
  template: `
    <div class="pin-dots" role="img" [attr.aria-label]="said()">
      @for (place of places; track place) {
        <i [class.done]="place < filled()"></i>
      }
    </div>
    <p class="unseen" role="status">{{ said() }}</p>
    <sala-number-pad [keyboard]="!busy() && !paused()" (digitPressed)="add($event)" (erased)="digits.set(digits().slice(0, -1))">
      @if (mayForget()) {
        <button type="button" class="key word" (click)="forgotten.emit()"><sala-icon name="lock" />{{ say(words.forgot) }}</button>
      } @else {
        <span></span>
      }
    </sala-number-pad>
  `,
})
export class PinEntry {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly places = Array.from({ length: DIGITS }, (_, place) => place);
  protected readonly digits = signal('');
  protected readonly filled = computed(() => (this.busy() ? DIGITS : this.digits().length));
  protected readonly said = computed(() => this.say(messages.pinDigits, { count: this.filled() }));
  /** Whether a PIN is being looked at: the dots stay full and no key counts. */
  readonly busy = input(false);
  /** Whether one has to wait: no key counts. */
  readonly paused = input(false);
  /** Whether a forgotten PIN can be helped here. */
  readonly mayForget = input(false);
  readonly forgotten = output();
  readonly entered = output<string>();

  protected add(digit: string): void {
    if (this.busy() || this.paused()) return;
    const digits = this.digits() + digit;
    // Emptied here and at once: the next PIN may begin before this one has been drawn.
    this.digits.set(digits.length < DIGITS ? digits : '');
    if (digits.length === DIGITS) this.entered.emit(digits);
  }
}
