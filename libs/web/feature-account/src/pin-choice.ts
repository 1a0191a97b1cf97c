import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { isEasyPin } from '@sala/domain/access';
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
      <h1 salaHeading>{{ say(pictures() ? words.choosePictures : words.choosePin) }}</h1>
    } @else {
      <h1 salaHeading>{{ say(pictures() ? words.repeatPictures : words.repeatPin) }}</h1>
    }
    <div aria-live="polite">
      @if (problem(); as problem) {
        <sala-notice tone="mind">{{ problem }}</sala-notice>
      } @else if (first() === '') {
        <p class="small">{{ say(pictures() ? words.choosePicturesWhy : words.choosePinWhy) }}</p>
      }
    </div>
    <sala-pin-entry [busy]="busy()" [(pictures)]="pictures" (entered)="entered($event)" />
  `,
})
export class PinChoice {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly busy = input(false);
  /** What stood in the way of the last choice. */
  readonly trouble = input<string>();
  /** Whether the PIN is chosen by pictures. */
  readonly pictures = model(false);
  readonly chosen = output<string>();
  protected readonly first = signal('');
  private readonly mistake = signal<typeof messages.pinsDiffer | typeof messages.easyPin | undefined>(undefined);
  protected readonly problem = computed(() => {
    if (this.first() !== '') return undefined;
    const mistake = this.mistake();
    return mistake ? this.say(mistake) : this.trouble();
  });

  /** Begins again, as after a choice that could not be taken. */
  begin(): void {
    this.next('', undefined);
  }

  protected entered(pin: string): void {
    if (this.first() === '') return isEasyPin(pin) ? this.next('', messages.easyPin) : this.next(pin, undefined);
    if (this.first() === pin) return this.chosen.emit(pin);
    this.next('', messages.pinsDiffer);
  }

  private next(first: string, mistake: ReturnType<typeof this.mistake>): void {
    this.first.set(first);
    this.mistake.set(mistake);
  }
}
