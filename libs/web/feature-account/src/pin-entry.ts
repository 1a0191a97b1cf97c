import { Component, computed, inject, input, model, output } from '@angular/core';
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
        <i [class.done]="place < pin().length"></i>
      }
    </div>
    <p class="unseen" role="status">{{ said() }}</p>
    <sala-number-pad [keyboard]="!busy()" (digitPressed)="add($event)" (erased)="pin.set(pin().slice(0, -1))">
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
  protected readonly said = computed(() => this.say(messages.pinDigits, { count: this.pin().length }));
  readonly pin = model('');
  readonly busy = input(false);
  /** Whether a forgotten PIN can be helped here. */
  readonly mayForget = input(false);
  readonly forgotten = output();
  readonly entered = output<string>();

  protected add(digit: string): void {
    if (this.busy() || this.pin().length >= DIGITS) return;
    this.pin.set(this.pin() + digit);
    if (this.pin().length === DIGITS) this.entered.emit(this.pin());
  }
}
