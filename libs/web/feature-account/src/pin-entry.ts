import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, model, output, resource, signal } from '@angular/core';
import { Icon, NumberPad, Wording } from '@sala/web/ui';
import { rare } from './late.js';
import { messages } from './messages.js';

const DIGITS = 4;

/** Four dots and a pad of digits, or of pictures that stand for them. The fourth is the answer: no button to find. */
@Component({
  selector: 'sala-pin-entry',
  imports: [Icon, NgComponentOutlet, NumberPad],
  host: { class: 'grow stack' },
  template: `
    <div class="pin-dots" role="img" [attr.aria-label]="said()">
      @for (place of places; track place) {
        <i [class.done]="place < filled()"></i>
      }
    </div>
    <p class="unseen" role="status">{{ said() }}</p>
    @if (pictures() && pad.hasValue()) {
      <ng-container *ngComponentOutlet="pad.value(); inputs: keys()" />
    } @else if (pictures() && pad.isLoading()) {
      <span class="grow"></span>
    } @else {
      <sala-number-pad [keyboard]="!busy() && !paused()" (digitPressed)="add($event)" (erased)="erase()">
        @if (mayForget()) {
          <button type="button" class="key word" (click)="forgotten.emit()"><sala-icon name="lock" />{{ say(words.forgot) }}</button>
        } @else {
          <span></span>
        }
      </sala-number-pad>
    }
    <button type="button" class="button" (click)="change()">{{ say(pictures() ? words.withNumbers : words.withPictures) }}</button>
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

  /** Whether pictures stand in the place of the digits. */
  readonly pictures = model(false);
  protected readonly pad = resource({
    params: () => this.pictures() || undefined,
    loader: async () => (await rare()).PicturePad,
  });
  protected readonly keys = computed(() => ({
    press: (digit: string) => this.add(digit),
    erase: () => this.erase(),
    ...(this.mayForget() ? { forget: () => this.forgotten.emit() } : {}),
  }));

  /** What was entered half in one way is not gone on with in the other. */
  protected change(): void {
    this.digits.set('');
    this.pictures.set(!this.pictures());
  }

  protected erase(): void {
    this.digits.set(this.digits().slice(0, -1));
  }

  protected add(digit: string): void {
    if (this.busy() || this.paused()) return;
    const digits = this.digits() + digit;
    // Emptied here and at once: the next PIN may begin before this one has been drawn.
    this.digits.set(digits.length < DIGITS ? digits : '');
    if (digits.length === DIGITS) this.entered.emit(digits);
  }
}
