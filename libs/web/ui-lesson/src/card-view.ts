import { NgComponentOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import type { Card } from '@sala/domain/content';
import { Busy } from '@sala/web/ui';
import { CARD_VIEWS } from './card-views.js';
import { viewOf } from './rare-views.js';

/** Shows a card of any kind but a question. */
@Component({
  selector: 'sala-card',
  imports: [Busy, NgComponentOutlet],
  template: `
    @if (shown(); as view) {
      <ng-container *ngComponentOutlet="view; inputs: { card: card() }" />
    } @else {
      <sala-busy />
    }
  `,
})
export class CardView {
  readonly card = input.required<Exclude<Card, { kind: 'question' }>>();
  private readonly source = computed(() => CARD_VIEWS[this.card().kind]);
  private readonly loaded = viewOf(() => this.source());
  protected readonly shown = computed(() => {
    const source = this.source();
    return typeof source === 'string' ? this.loaded.value() : source.here;
  });
}
