import { Component, inject, resource, signal } from '@angular/core';
import { latinDigits } from '@sala/domain/khmer';
import { Api, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { Answered } from './answered.js';
import { messages } from './messages.js';

const HIGHEST = 1_000_000;

/** What a gigabyte of mobile data costs, set by an officer, so that phones can tell what a download costs before it begins. */
@Component({
  selector: 'sala-price-page',
  imports: [Answered, Heading, Notice],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.price) }}</h1>
    <p>{{ say(words.priceHow) }}</p>
    <ng-container *salaAnswered="price; let answer">
      <form class="card stack" novalidate (submit)="save($event, field.value)">
        <p class="strong">{{ say(words.priceNow, { riel: answer.rielPerGigabyte }) }}</p>
        @if (answer.isDefault) {
          <p class="small">{{ say(words.priceDefault) }}</p>
        }
        <label class="field">
          <span>{{ say(words.priceField) }}</span>
          <input
            #field
            type="text"
            inputmode="numeric"
            autocomplete="off"
            [value]="answer.rielPerGigabyte"
            [attr.aria-invalid]="wrong()"
            aria-describedby="price-hint"
          />
          <span class="small" id="price-hint">{{ say(wrong() ? words.priceWrong : words.priceHint) }}</span>
        </label>
        <div aria-live="polite">
          @if (trouble(); as code) {
            <sala-notice tone="care">{{ say(troubles[code]) }}</sala-notice>
          } @else if (saved()) {
            <sala-notice>{{ say(words.priceSaved) }}</sala-notice>
          }
        </div>
        <button type="submit" class="button primary">{{ say(words.save) }}</button>
      </form>
    </ng-container>
  `,
})
export class PricePage {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly troubles = troubleMessages;
  protected readonly price = resource({ loader: () => this.api.call('dataPrice', {}) });
  protected readonly wrong = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<TroubleCode | undefined>(undefined);

  /** Takes digits of both scripts, with or without the marks that group them. */
  protected async save(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const digits = latinDigits(text).replace(/[\s.,]/g, '');
    const rielPerGigabyte = /^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN;
    this.wrong.set(!(rielPerGigabyte <= HIGHEST));
    this.saved.set(false);
    this.trouble.set(undefined);
    if (this.wrong()) return;
    const set = await this.api.call('setDataPrice', { body: { rielPerGigabyte } });
    if (set.ok) this.price.set(set);
    this.saved.set(set.ok);
    this.trouble.set(set.ok ? undefined : set.trouble.code);
  }
}
