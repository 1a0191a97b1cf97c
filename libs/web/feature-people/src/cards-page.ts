import { Component, computed, inject, input, signal } from '@angular/core';
import type { CardToPrint, IssueCardsReply } from '@sala/contract/dto';
import { Api, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { CardSheet } from './card-sheet.js';
import { ChosenPeople } from './chosen-people.js';
import { messages } from './messages.js';
import { personMessages } from './person-messages.js';

const ON_A_SHEET = 8;

/** Issues cards for those chosen, a group or an import, and lays them out on sheets of A4 with lines to cut along. */
@Component({
  selector: 'sala-cards-page',
  imports: [CardSheet, Heading, Icon, Notice],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading class="not-printed">{{ say(words.cardsTitle) }}</h1>
    @if (issued(); as reply) {
      <div class="not-printed stack" aria-live="polite">
        @if (reply.cards.length === 0) {
          <sala-notice>{{ say(words.cardsNone) }}</sala-notice>
        } @else {
          <sala-notice tone="mind">{{ say(words.cardsMade, { n: reply.cards.length }) }} {{ say(words.cardOnce) }}</sala-notice>
          <button type="button" class="button primary" (click)="print()">
            <sala-icon name="print" />{{ say(words.cardsPrinted, { n: sheets().length }) }}
          </button>
        }
        @if (reply.left > 0) {
          <p>{{ say(words.cardsLeft, { n: reply.left }) }}</p>
          <button type="button" class="button" (click)="issue()">{{ say(words.cardsNext) }}</button>
        }
      </div>
      @for (sheet of sheets(); track $index) {
        <sala-card-sheet [cards]="sheet" />
      }
    } @else if (hasSource()) {
      <p>{{ say(words.cardsHow) }}</p>
      <label class="choice"><input type="checkbox" [checked]="again()" (change)="again.set(!again())" />{{ say(words.cardsAgain) }}</label>
      @if (problem()) {
        <sala-notice tone="mind">{{ problem() }}</sala-notice>
      }
      <button type="button" class="button primary" [attr.aria-disabled]="busy()" (click)="issue()">
        <sala-icon name="card" />{{ say(busy() ? words.loading : words.cardsMake) }}
      </button>
    } @else {
      <sala-notice>{{ say(words.cardsNotYet) }}</sala-notice>
    }
  `,
})
export class CardsPage {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenPeople);
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...personMessages };
  /** The group, or the import, whose cards are printed; else those chosen in a list. */
  readonly group = input<string>();
  readonly imported = input<string>();
  protected readonly again = signal(false);
  protected readonly busy = signal(false);
  protected readonly issued = signal<IssueCardsReply | undefined>(undefined);
  private readonly refused = signal<TroubleCode | undefined>(undefined);
  protected readonly problem = computed(() => {
    const code = this.refused();
    return code && this.say(troubleMessages[code]);
  });
  protected readonly hasSource = computed(
    () => this.group() !== undefined || this.imported() !== undefined || this.chosen.ids().length > 0,
  );
  protected readonly sheets = computed(() => {
    const cards = this.issued()?.cards ?? [];
    const count = Math.ceil(cards.length / ON_A_SHEET);
    return Array.from({ length: count }, (_, i): readonly CardToPrint[] => cards.slice(i * ON_A_SHEET, (i + 1) * ON_A_SHEET));
  });

  protected async issue(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const [group, imported] = [this.group(), this.imported()];
    const source = group ? { group } : imported ? { imported } : { persons: [...this.chosen.ids()] };
    const got = await this.api.call('issueCards', { body: { ...source, again: this.again() } });
    this.busy.set(false);
    this.refused.set(got.ok ? undefined : got.trouble.code);
    if (got.ok) this.issued.set(got.value);
  }

  protected print(): void {
    globalThis.print();
  }
}
