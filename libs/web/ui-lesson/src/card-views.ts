import { Component, computed, inject, input } from '@angular/core';
import type { CardKind, CardOf } from '@sala/domain/content';
import { Heading, Icon, uiMessages, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { PictureView } from './picture-view.js';
import type { ViewSource } from './rare-views.js';
import { RichText } from './rich-text.js';
import { Spoken } from './spoken.js';

/** A title with its text, and a picture when there is one. */
@Component({
  selector: 'sala-text-card',
  imports: [Heading, PictureView, RichText, Spoken],
  host: { class: 'stack' },
  template: `
    @if (card().picture; as picture) {
      <sala-picture [picture]="picture" />
    }
    <div class="row">
      <sala-spoken [card]="card()" />
      <div class="rest stack tight">
        <h1 salaHeading>{{ say(card().title) }}</h1>
        <sala-rich [text]="card().body" />
      </div>
    </div>
  `,
})
export class TextCard {
  protected readonly say = inject(Wording).say;
  readonly card = input.required<CardOf<'text'>>();
}

/** A picture that is the idea, with a caption. */
@Component({
  selector: 'sala-picture-card',
  imports: [Heading, PictureView, Spoken],
  host: { class: 'stack' },
  template: `
    <div class="row">
      <sala-spoken [card]="card()" />
      <h1 class="rest" salaHeading>{{ say(card().title) }}</h1>
    </div>
    <figure class="stack">
      <sala-picture [picture]="card().picture" />
      <figcaption>{{ say(card().caption) }}</figcaption>
    </figure>
  `,
})
export class PictureCard {
  protected readonly say = inject(Wording).say;
  readonly card = input.required<CardOf<'picture'>>();
}

/** Good to know, or to be careful about. */
@Component({
  selector: 'sala-tip-card',
  imports: [Heading, Icon, RichText, Spoken],
  host: { class: 'stack' },
  template: `
    <div class="tip" [class.warning]="warns()">
      <p class="tip-kind">
        <sala-icon [name]="warns() ? 'warning' : 'bulb'" [large]="true" />{{ say(warns() ? words.warning : words.tip) }}
      </p>
      <div class="row">
        <sala-spoken [card]="card()" />
        <div class="rest stack tight">
          <h1 salaHeading>{{ say(card().title) }}</h1>
          <sala-rich [text]="card().body" />
        </div>
      </div>
    </div>
  `,
})
export class TipCard {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly card = input.required<CardOf<'tip'>>();
  protected readonly warns = computed(() => this.card().tone === 'warning');
}

/** What to do, one numbered step after the other. */
@Component({
  selector: 'sala-steps-card',
  imports: [Heading, Spoken],
  host: { class: 'stack' },
  template: `
    <div class="row">
      <sala-spoken [card]="card()" />
      <h1 class="rest" salaHeading>{{ say(card().title) }}</h1>
    </div>
    <ol class="steps">
      @for (step of card().steps; track $index) {
        <li>
          <span class="number" aria-hidden="true">{{ say(number, { n: $index + 1 }) }}</span>
          <span class="rest">{{ say(step) }}</span>
        </li>
      }
    </ol>
  `,
})
export class StepsCard {
  protected readonly say = inject(Wording).say;
  protected readonly number = uiMessages.number;
  readonly card = input.required<CardOf<'steps'>>();
}

/** The view of each kind of card but the question, which takes an answer and has its own place in the player; the rarer ones are loaded when met. */
export const CARD_VIEWS: Record<Exclude<CardKind, 'question'>, ViewSource> = {
  text: { here: TextCard },
  picture: { here: PictureCard },
  tip: { here: TipCard },
  steps: { here: StepsCard },
  video: 'VideoCard',
  story: 'StoryCard',
  checklist: 'TickCard',
  work: 'TickCard',
  term: 'TermCard',
  job: 'JobCard',
  practice: 'PracticeCard',
};
