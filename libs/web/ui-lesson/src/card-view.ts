import { NgComponentOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import type { Card } from '@sala/domain/content';
import { CARD_VIEWS } from './card-views.js';

/** Shows a card of any kind but a question. */
@Component({
  selector: 'sala-card',
  imports: [NgComponentOutlet],
  template: `<ng-container *ngComponentOutlet="view(); inputs: { card: card() }" />`,
})
export class CardView {
  readonly card = input.required<Exclude<Card, { kind: 'question' }>>();
  protected readonly view = computed(() => CARD_VIEWS[this.card().kind]);
}
