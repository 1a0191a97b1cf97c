import { Component, computed, inject, input } from '@angular/core';
import { Busy, Heading, Notice, Page, Wording } from '@sala/web/ui';
import { deedMessages } from './deed-messages.js';
import { messages } from './messages.js';
import { PersonOfPage } from './person-of-page.js';

/** The frame of what a mentor does for one person: the way back to the person, the title, and what could not be kept. */
@Component({
  selector: 'sala-deed-frame',
  imports: [Busy, Heading, Notice, Page],
  template: `
    <sala-page [back]="back()" help="general">
      @if (of.person()) {
        <h1 salaHeading>{{ title() }}</h1>
        <ng-content />
      } @else if (of.ready()) {
        <h1 salaHeading class="unseen">{{ say(words.title) }}</h1>
        <sala-notice tone="mind">{{ say(words.gone) }}</sala-notice>
      } @else {
        <sala-busy />
      }
      <div foot class="troubled" aria-live="assertive">
        @if (of.failed()) {
          <sala-notice tone="care">{{ say(more.notSaved) }}</sala-notice>
        } @else if (problem(); as problem) {
          <sala-notice tone="mind">{{ problem }}</sala-notice>
        }
      </div>
      <ng-content select="[action]" ngProjectAs="[foot]" />
    </sala-page>
  `,
})
export class DeedFrame {
  protected readonly of = inject(PersonOfPage);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly more = deedMessages;
  readonly title = input.required<string>();
  /** What is still to be done before it can be kept. */
  readonly problem = input<string>();
  protected readonly back = computed(() => this.of.home().join('/'));
}
