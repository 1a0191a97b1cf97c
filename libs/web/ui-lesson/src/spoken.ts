import { Component, computed, inject, input } from '@angular/core';
import { spokenWords, type Card } from '@sala/domain/content';
import { Display, Listen } from '@sala/web/ui';

/** Lets the phone's own voice read a card; where somebody has recorded it, that voice reads instead. */
@Component({
  selector: 'sala-spoken',
  imports: [Listen],
  template: `
    @if (!card().voice?.[display.language()]) {
      <sala-listen [text]="text()" />
    }
  `,
})
export class Spoken {
  protected readonly display = inject(Display);
  readonly card = input.required<Card>();
  protected readonly text = computed(() => spokenWords(this.card(), this.display.language()));
}
