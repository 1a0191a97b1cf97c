import { Component, computed, inject, input } from '@angular/core';
import type { CardOf } from '@sala/domain/content';
import { Heading, Icon, Wording } from '@sala/web/ui';
import { DEEDS } from '../deeds.js';
import { messages } from '../messages.js';
import { Spoken } from '../spoken.js';

/** Something to do in real life with a list to tick: a checklist of one's own, or the module's work task that a mentor confirms. */
@Component({
  selector: 'sala-tick-card',
  imports: [Heading, Icon, Spoken],
  host: { class: 'stack' },
  template: `
    @if (card().kind === 'work') {
      <p class="tip-kind"><sala-icon name="people" [large]="true" />{{ say(words.realWork) }}</p>
    }
    <div class="row">
      <sala-spoken [card]="card()" />
      <h1 class="rest" salaHeading>{{ say(card().title) }}</h1>
    </div>
    @if (intro(); as intro) {
      <p>{{ say(intro) }}</p>
    }
    <ul class="options">
      @for (item of items(); track $index) {
        <li>
          <label class="choice" [class.right]="ticked().includes($index)">
            <input
              type="checkbox"
              [checked]="ticked().includes($index)"
              [disabled]="ticked().includes($index)"
              (click)="tick($event, $index)"
            />
            <span>{{ say(item) }}</span>
          </label>
        </li>
      }
    </ul>
    @if (card().kind === 'work') {
      <p class="small">{{ say(words.workWhat) }}</p>
    }
  `,
})
export class TickCard {
  protected readonly deeds = inject(DEEDS);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly card = input.required<CardOf<'checklist' | 'work'>>();
  protected readonly ticked = computed(() => this.deeds.ticked(this.card().id));
  protected readonly items = computed(() => {
    const card = this.card();
    return card.kind === 'work' ? card.checklist : card.items;
  });
  protected readonly intro = computed(() => {
    const card = this.card();
    return card.kind === 'work' ? card.task : card.body;
  });

  /** The box is ticked once that is on the disk: what the screen shows is not lost when the app is killed. */
  protected tick(event: Event, item: number): void {
    event.preventDefault();
    void this.deeds.tick(this.card().id, item);
  }
}
