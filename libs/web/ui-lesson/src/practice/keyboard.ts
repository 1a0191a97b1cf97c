import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { canonicalKhmer, syllables } from '@sala/domain/khmer';
import { Wording } from '@sala/web/ui';
import { LAYOUTS } from './keyboard-messages.js';
import { practiceMessages } from './messages.js';

type Layout = keyof typeof LAYOUTS;

/** The keyboard of the simulated phone, with Khmer. What the lesson asks for can also be taken from the row above it, as phones offer words. */
@Component({
  selector: 'sala-practice-keyboard',
  host: { class: 'sim-keyboard' },
  template: `
    <p class="sim-written" aria-live="polite">{{ text() || ' ' }}</p>
    <div class="sim-offers">
      @for (offer of suggestions(); track offer) {
        <button type="button" class="offer" (click)="text.set(offer)">{{ offer }}</button>
      }
    </div>
    @for (row of rows(); track $index) {
      <div class="sim-row">
        @for (key of row; track key) {
          <button type="button" (click)="press(key)">{{ key }}</button>
        }
      </div>
    }
    <div class="sim-row wide">
      <button type="button" (click)="change()">{{ say(names[next()]) }}</button>
      <button type="button" class="space" (click)="press(' ')">{{ say(words.space) }}</button>
      <button type="button" (click)="erase()">{{ say(words.erase) }}</button>
      <button type="button" class="done" (click)="done.emit(text())">{{ say(words.done) }}</button>
    </div>
  `,
})
export class PracticeKeyboard {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceMessages;
  readonly suggestions = input<readonly string[]>([]);
  readonly done = output<string>();
  protected readonly text = signal('');
  /** Opens with the letters of what is to be written. */
  private readonly layout = linkedSignal((): Layout => layoutFor(this.suggestions()[0] ?? ''));
  protected readonly names = { khmer: practiceMessages.khmerKeys, latin: practiceMessages.latinKeys, digits: practiceMessages.digitKeys };
  protected readonly rows = computed(() => LAYOUTS[this.layout()].map((row) => row.split(' ')));
  protected readonly next = computed((): Layout => ({ khmer: 'latin', latin: 'digits', digits: 'khmer' })[this.layout()] as Layout);

  protected press(key: string): void {
    this.text.update((text) => canonicalKhmer(text + key));
  }

  /** Takes the last syllable away whole, so that no mark is left without its letter. */
  protected erase(): void {
    this.text.update((text) => syllables(text).slice(0, -1).join(''));
  }

  protected change(): void {
    this.layout.set(this.next());
  }
}

function layoutFor(text: string): Layout {
  if (text === '' || /[\u1780-\u17ff]/.test(text)) return 'khmer';
  return /[a-z]/i.test(text) ? 'latin' : 'digits';
}
