import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { Question } from '@sala/domain/content';
import { Busy, Heading, Icon, Listen, Wording } from '@sala/web/ui';
import type { Answering } from './answering.js';
import { messages } from './messages.js';
import { HelpedChoice } from './helped-choice.js';
import { PictureView } from './picture-view.js';
import { QUESTION_VIEWS } from './question-views.js';
import { viewOf } from './rare-views.js';
import { SoundButton } from './sound-button.js';

/** A question of any kind: what is asked, with its picture and hint, and below it the view of its kind. */
@Component({
  selector: 'sala-question',
  imports: [Busy, Heading, HelpedChoice, Icon, Listen, NgComponentOutlet, PictureView, SoundButton],
  host: { class: 'stack' },
  template: `
    <div class="row">
      @if (question().sound; as file) {
        <sala-sound [file]="file" />
      } @else {
        <sala-listen [text]="say(question().prompt)" />
      }
      <h1 class="rest" salaHeading [id]="question().id">{{ say(question().prompt) }}</h1>
    </div>
    @if (question().picture; as picture) {
      <sala-picture [picture]="picture" />
    }
    @if (shown(); as shown) {
      <ng-container *ngComponentOutlet="shown; inputs: inputs()" />
    } @else {
      <sala-busy />
    }
    @if (question().hint; as hint) {
      @if (hinted()) {
        <p class="card leaf" aria-live="polite">{{ say(hint) }}</p>
      } @else if (!answering().checked()) {
        <button type="button" class="tile" (click)="hinted.set(true)"><sala-icon name="bulb" />{{ say(words.hint) }}</button>
      }
    }
    <sala-helped />
  `,
})
export class QuestionView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<Question>();
  readonly answering = input.required<Answering>();
  protected readonly hinted = signal(false);
  private readonly source = computed(() => QUESTION_VIEWS[this.question().kind]);
  private readonly loaded = viewOf(() => this.source());
  protected readonly shown = computed(() => {
    const source = this.source();
    return typeof source === 'string' ? this.loaded.value() : source.here;
  });
  protected readonly inputs = computed(() => ({ question: this.question(), answering: this.answering() }));
}
