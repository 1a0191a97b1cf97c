import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Icon, Notice, Wording, type Message } from '@sala/web/ui';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';

type Outcome = 'copied' | 'not-copied';

/** A prepared message, given to the phone's own share sheet; where there is none, copied. */
@Component({
  selector: 'sala-message-page',
  imports: [DeedFrame, Icon, Notice],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.messageTitle, { name: of.name() })">
      <fieldset class="stack">
        <legend class="strong">{{ say(words.ready) }}</legend>
        @for (one of prepared; track $index) {
          <label class="choice">
            <input type="radio" name="prepared" [checked]="chosen() === one" (change)="chosen.set(one)" />
            <span class="rest">{{ say(one, { name: of.name() }) }}</span>
          </label>
        }
      </fieldset>
      <label class="field">
        <span>{{ say(words.messageText) }}</span>
        <textarea #box rows="4" maxlength="500" [value]="text()" (input)="text.set(box.value)"></textarea>
      </label>
      <div aria-live="polite">
        @if (outcome(); as outcome) {
          <sala-notice [tone]="outcome === 'copied' ? 'good' : 'mind'">
            {{ say(outcome === 'copied' ? words.copied : words.notCopied) }}
          </sala-notice>
        }
      </div>
      <div action class="actions">
        @if (canShare) {
          <button type="button" class="button" (click)="copy()"><sala-icon name="card" />{{ say(words.copy) }}</button>
        }
        <button type="button" class="button primary" (click)="canShare ? share() : copy()">
          {{ say(canShare ? words.share : words.copy) }}
        </button>
      </div>
    </sala-deed-frame>
  `,
})
export class MessagePage {
  protected readonly of = inject(PersonOfPage);
  private readonly wording = inject(Wording);
  protected readonly say = this.wording.say;
  protected readonly words = deedMessages;
  protected readonly prepared = [deedMessages.messageStuck, deedMessages.messageAway, deedMessages.messageMeet] as const;
  protected readonly canShare = 'share' in navigator;
  readonly personId = input.required<string>();
  protected readonly chosen = signal<(typeof this.prepared)[number]>(deedMessages.messageStuck);
  /** The message, without the invisible marks that only guide this screen. */
  protected readonly text = linkedSignal(() => this.plain(this.chosen()));
  protected readonly outcome = signal<Outcome | undefined>(undefined);

  constructor() {
    this.of.begin(this.personId);
  }

  private readonly greeted = computed(() => this.of.name());

  private plain(message: Message): string {
    const text = this.say({ km: message.km, en: message.en } as const).replaceAll('{name}', this.greeted());
    return text.replace(/[\u200b\u2060]/g, '');
  }

  protected async share(): Promise<void> {
    await navigator
      .share({ text: this.text() })
      .catch((reason: { name?: string }) => (reason.name === 'AbortError' ? undefined : this.copy()));
  }

  protected async copy(): Promise<void> {
    const copying = navigator.clipboard ? navigator.clipboard.writeText(this.text()) : Promise.reject(new Error('no clipboard'));
    await copying.then(
      () => this.outcome.set('copied'),
      () => this.outcome.set('not-copied'),
    );
  }
}
