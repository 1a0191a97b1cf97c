import { Component, computed, inject, input, signal } from '@angular/core';
import type { CardOf } from '@sala/domain/content';
import { Heading, Icon, Wording } from '@sala/web/ui';
import { messages } from '../messages.js';
import { Spoken } from '../spoken.js';
import { PictureView } from '../picture-view.js';

/** A situation, what one may do in it, and what comes of each; nothing is wrong for good. */
@Component({
  selector: 'sala-story-card',
  imports: [Heading, Icon, PictureView, Spoken],
  host: { class: 'stack' },
  template: `
    <div class="row">
      <sala-spoken [card]="card()" />
      <h1 class="rest" salaHeading>{{ say(card().title) }}</h1>
    </div>
    @if (card().picture; as picture) {
      <sala-picture [picture]="picture" />
    }
    <p>{{ say(card().situation) }}</p>
    <p class="strong">{{ say(words.choosePath) }}</p>
    <ul class="options">
      @for (choice of card().choices; track choice.id) {
        <li>
          <button type="button" class="tile" [attr.aria-pressed]="chosen()?.id === choice.id" (click)="id.set(choice.id)">
            {{ say(choice.text) }}
          </button>
        </li>
      }
    </ul>
    <div aria-live="polite" class="stack">
      @if (chosen(); as choice) {
        <div class="notice" [class.good]="choice.good" [class.mind]="!choice.good">
          <sala-icon [name]="choice.good ? 'tick' : 'bulb'" />
          <p>{{ say(choice.consequence) }}</p>
        </div>
        @if (!choice.good) {
          <div class="card leaf">
            <p class="strong">{{ say(words.better) }}</p>
            <p>{{ say(card().better) }}</p>
          </div>
        }
      }
    </div>
  `,
})
export class StoryCard {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly card = input.required<CardOf<'story'>>();
  protected readonly id = signal<string | undefined>(undefined);
  protected readonly chosen = computed(() => this.card().choices.find((choice) => choice.id === this.id()));
}
