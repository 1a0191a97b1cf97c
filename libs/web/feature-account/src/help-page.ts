import { Location, NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { Session } from '@sala/web/data-session';
import { Heading, Icon, Listen, Page, Wording } from '@sala/web/ui';
import { helpTopics, type HelpTopic } from './help-messages.js';
import { laterMessages } from './later-messages.js';
import { HELP_PARTS } from './settings-parts.js';

/** What to do and whom to ask; what was asked about stands first. */
@Component({
  selector: 'sala-help-page',
  imports: [Heading, Icon, Listen, NgComponentOutlet, Page],
  template: `
    <sala-page [ownBack]="true" help="" (backPressed)="location.back()">
      <h1 salaHeading>{{ say(words.help) }}</h1>
      @for (part of parts.value(); track part) {
        <ng-container *ngComponentOutlet="part" />
      }
      <section class="card leaf">
        <div class="row">
          <sala-icon name="people" [large]="true" />
          <div class="rest">
            <h2>{{ say(words.helpCall) }}</h2>
            <p>{{ say(words.helpCallWho) }}</p>
          </div>
        </div>
      </section>
      @for (topic of topics(); track topic) {
        <section class="card">
          <div class="row">
            <sala-listen [text]="say(topic.title) + ' ' + say(topic.body)" />
            <div class="rest">
              <h2>{{ say(topic.title) }}</h2>
              <p>{{ say(topic.body) }}</p>
            </div>
          </div>
        </section>
      }
      @if (!canAsk()) {
        <div foot class="actions">
          <button type="button" class="button primary" (click)="location.back()">{{ say(words.helpUnderstood) }}</button>
        </div>
      }
    </sala-page>
  `,
})
export class HelpPage {
  protected readonly location = inject(Location);
  private readonly session = inject(Session);
  protected readonly say = inject(Wording).say;
  protected readonly words = laterMessages;
  protected readonly parts = resource({ loader: inject(HELP_PARTS) });
  /** The topic that was asked about. */
  readonly about = input<HelpTopic>();
  /** In a lesson the filled button asks the mentor; one that leads back would take the words away unsent. */
  protected readonly canAsk = computed(() => this.about() === 'lesson' && !this.session.learner()?.guest);
  protected readonly topics = computed(() => {
    const about = this.about();
    const first = about && about in helpTopics ? helpTopics[about] : helpTopics.general;
    return [first, ...Object.values(helpTopics).filter((topic) => topic !== first)];
  });
}
