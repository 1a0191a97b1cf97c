import { Component, computed, inject, input, output, resource } from '@angular/core';
import type { IssueCardReply } from '@sala/contract/dto';
import { Heading, Icon, Logo, Notice, uiMessages, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { personMessages } from './person-messages.js';

/** A card to print: the name, twelve digits, and a QR that opens Sala with them. */
@Component({
  selector: 'sala-printed-card',
  imports: [Heading, Icon, Logo, Notice],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading class="not-printed">{{ say(words.cardOf, { name: name() }) }}</h1>
    <div class="not-printed">
      <sala-notice tone="mind">{{ say(words.cardOnce) }}</sala-notice>
    </div>
    <section class="printed-card">
      <div class="krama"></div>
      <div class="printed-inside">
        <div class="rest">
          <div class="row middle">
            <sala-logo /><span class="strong">{{ say(sala) }}</span>
          </div>
          <p class="big-name">{{ card().person.familyName }} {{ card().person.givenName }}</p>
          <p class="small" lang="en">{{ card().person.familyNameLatin }} {{ card().person.givenNameLatin }}</p>
          <p class="printed-code">{{ card().code }}</p>
        </div>
        @if (qr.value(); as drawn) {
          <svg class="qr" [attr.viewBox]="'0 0 ' + drawn.size + ' ' + drawn.size" role="img" [attr.aria-label]="say(words.qrOf)">
            <path [attr.d]="drawn.path" />
          </svg>
        }
      </div>
      <p class="printed-how">{{ say(words.cardHow) }}</p>
    </section>
    <div class="tiles not-printed">
      <button type="button" class="button" (click)="closed.emit()">{{ say(words.close) }}</button>
      <button type="button" class="button primary" (click)="print()"><sala-icon name="print" />{{ say(words.print) }}</button>
    </div>
  `,
})
export class PrintedCard {
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...personMessages };
  protected readonly sala = uiMessages.sala;
  readonly card = input.required<IssueCardReply>();
  readonly closed = output();
  protected readonly name = computed(() => `${this.card().person.familyName} ${this.card().person.givenName}`);
  protected readonly qr = resource({
    params: () => this.card().address,
    loader: async ({ params }) => (await import('./late-qr.js')).qrPath(params),
  });

  protected print(): void {
    globalThis.print();
  }
}
