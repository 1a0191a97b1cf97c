import { Component, inject, input, output } from '@angular/core';
import { messages } from '../messages.js';
import { Wording } from '../words/wording.js';
import { Icon } from './icon.js';

/** A big pad of Latin digits, with room for one more key before the 0; a keyboard's digits and Backspace work as well, in either script. */
@Component({
  selector: 'sala-number-pad',
  imports: [Icon],
  host: { '(document:keydown)': 'typed($event)', class: 'grow' },
  template: `
    <div class="pad" role="group" [attr.aria-label]="say(words.numberPad)">
      @for (digit of digits; track digit) {
        <button type="button" class="key" (click)="digitPressed.emit(digit)">{{ digit }}</button>
      }
      <ng-content><span></span></ng-content>
      <button type="button" class="key" (click)="digitPressed.emit('0')">0</button>
      <button type="button" class="key word" (click)="erased.emit()"><sala-icon name="erase" />{{ say(words.erase) }}</button>
    </div>
  `,
})
export class NumberPad {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
  /** Whether the keyboard is listened to. */
  readonly keyboard = input(true);
  readonly digitPressed = output<string>();
  readonly erased = output();

  protected typed(event: KeyboardEvent): void {
    if (!this.keyboard() || event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = latinDigit(event.key);
    if (digit !== undefined) this.digitPressed.emit(digit);
    else if (event.key === 'Backspace') this.erased.emit();
  }
}

function latinDigit(key: string): string | undefined {
  const place = '0123456789០១២៣៤៥៦៧៨៩'.indexOf(key);
  return key.length === 1 && place >= 0 ? String(place % 10) : undefined;
}
