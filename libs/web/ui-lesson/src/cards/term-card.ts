import { Component, inject, input, signal } from '@angular/core';
import type { CardOf } from '@sala/domain/content';
import { Heading, Icon, Listen, Wording } from '@sala/web/ui';
import { DEEDS } from '../deeds.js';
import { messages } from '../messages.js';
import { Spoken } from '../spoken.js';
import { practiceMessages } from '../practice/messages.js';

/** A word of the glossary: the English label, what it means, and an example. */
@Component({
  selector: 'sala-term-card',
  imports: [Heading, Icon, Listen, Spoken],
  host: { class: 'stack' },
  template: `
    <p class="tip-kind"><sala-icon name="book" [large]="true" />{{ say(words.word) }}</p>
    <div class="row">
      <sala-spoken [card]="card()" />
      <h1 class="rest" salaHeading>{{ say(card().title) }}</h1>
    </div>
    <div class="card leaf row middle">
      <sala-listen [text]="card().label" language="en" />
      <strong class="rest" lang="en">{{ card().label }}</strong>
    </div>
    <p>{{ say(card().meaning) }}</p>
    <p class="small">{{ say(card().example) }}</p>
    <button type="button" class="tile" [attr.aria-disabled]="kept()" (click)="keep()">
      <sala-icon name="book" />{{ say(kept() ? keepWords.kept : keepWords.keepWord) }}
    </button>
  `,
})
export class TermCard {
  private readonly deeds = inject(DEEDS);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly keepWords = practiceMessages;
  readonly card = input.required<CardOf<'term'>>();
  protected readonly kept = signal(false);

  protected async keep(): Promise<void> {
    await this.deeds.wordKept(this.card().label);
    this.kept.set(true);
  }
}
