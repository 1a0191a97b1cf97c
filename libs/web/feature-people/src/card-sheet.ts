import { Component, inject, input, resource } from '@angular/core';
import type { CardToPrint } from '@sala/contract/dto';
import { Logo, uiMessages, Wording } from '@sala/web/ui';
import { Naming } from './naming.js';
import { personMessages } from './person-messages.js';

/** A sheet of A4 with eight cards, each with its name, number and QR, and lines to cut along. */
@Component({
  selector: 'sala-card-sheet',
  imports: [Logo],
  host: { class: 'sheet' },
  template: `
    @for (card of drawn.value(); track card.person.id) {
      <section class="small-card">
        <div class="small-card-words">
          <div class="small-card-head">
            <sala-logo /><span class="strong">{{ say(sala) }}</span>
          </div>
          <p class="small-card-name">{{ card.person.familyName }} {{ card.person.givenName }}</p>
          <p class="small-card-latin" lang="en">{{ card.person.familyNameLatin }} {{ card.person.givenNameLatin }}</p>
          <p class="small-card-latin">{{ names.place(card.place) }}</p>
          <p class="small-card-code">{{ card.code }}</p>
        </div>
        <svg
          class="small-card-qr"
          [attr.viewBox]="'0 0 ' + card.qr.size + ' ' + card.qr.size"
          role="img"
          [attr.aria-label]="say(words.qrOf)"
        >
          <path [attr.d]="card.qr.path" />
        </svg>
        <p class="small-card-how">{{ say(words.cardHowShort) }}</p>
      </section>
    }
  `,
})
export class CardSheet {
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = personMessages;
  protected readonly sala = uiMessages.sala;
  readonly cards = input.required<readonly CardToPrint[]>();
  protected readonly drawn = resource({
    params: () => this.cards(),
    loader: async ({ params }) => {
      const { qrPath } = await import('./late-qr.js');
      return params.map((card) => ({ ...card, qr: qrPath(card.address) }));
    },
  });
}
