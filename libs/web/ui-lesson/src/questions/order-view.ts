import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { Wording, uiMessages } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';
import { mixed } from './mix.js';

/** Things to put in order by tapping them one after the other; a second tap takes one back. */
@Component({
  selector: 'sala-order-question',
  template: `
    <p class="small">{{ say(words.tapInOrder) }}</p>
    <ul class="options">
      @for (item of items(); track item.id) {
        <li>
          <button
            type="button"
            class="tile"
            [attr.aria-pressed]="order().includes(item.id)"
            [attr.aria-disabled]="answering().checked()"
            [class.right]="answering().checked() && isAtItsPlace(item.id)"
            [class.not-yet]="answering().checked() && !isAtItsPlace(item.id)"
            (click)="tap(item.id)"
          >
            <span class="number">{{ order().includes(item.id) ? say(number, { n: order().indexOf(item.id) + 1 }) : '' }}</span>
            <span>{{ say(item.text) }}</span>
          </button>
        </li>
      }
    </ul>
  `,
})
export class OrderView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly number = uiMessages.number;
  readonly question = input.required<QuestionOf<'order'>>();
  readonly answering = input.required<Answering>();
  protected readonly items = computed(() => mixed(this.question().items, this.question().id));
  protected readonly order = linkedSignal((): readonly string[] => {
    const response = this.answering().response();
    return response?.kind === 'order' ? response.order : [];
  });

  protected isAtItsPlace(id: string): boolean {
    return this.question().items.findIndex((item) => item.id === id) === this.order().indexOf(id);
  }

  protected tap(id: string): void {
    if (this.answering().checked()) return;
    const order = this.order().includes(id) ? this.order().filter((other) => other !== id) : [...this.order(), id];
    const isWhole = order.length === this.question().items.length;
    // An order that is not whole is kept here only: there is nothing to check yet.
    if (isWhole || this.answering().response()) this.answering().response.set(isWhole ? { kind: 'order', order } : undefined);
    this.order.set(order);
  }
}
