import { Component, computed, inject, input } from '@angular/core';
import { initialOf } from '@sala/domain/khmer';
import { MentorDesk } from '@sala/web/data-sync/mentoring';
import { Notice, Wording } from '@sala/web/ui';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';
import { Titles } from './titles.js';

/** "This was not me": the mentor says whose it was, or that it stays. */
@Component({
  selector: 'sala-not-theirs-page',
  imports: [DeedFrame, Notice],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.notTheirsTitle, { name: of.name() })">
      @if (disowned(); as said) {
        <p class="small">
          {{
            say(words.notTheirsWhat, {
              lesson: titles.lesson(said.courseId, said.lessonId),
              count: said.events,
              when: titles.when(said.saidAt),
            })
          }}
        </p>
        <h2>{{ say(words.whoseIsIt) }}</h2>
        <ul class="options">
          @for (other of others(); track other.id) {
            <li>
              <button type="button" class="tile person" [attr.aria-disabled]="of.busy()" (click)="confirm(other.id)">
                <span class="face" aria-hidden="true">{{ other.initial }}</span>
                <span class="rest">
                  <span class="strong">{{ other.name }}</span>
                  @if (other.isSaid) {
                    <br /><span class="small">{{ say(words.learnerThinks) }}</span>
                  }
                </span>
              </button>
            </li>
          }
        </ul>
        <button type="button" class="button" [attr.aria-disabled]="of.busy()" (click)="decline()">
          {{ say(words.stays, { name: of.name() }) }}
        </button>
      } @else {
        <sala-notice tone="good">{{ say(words.settled) }}</sala-notice>
      }
    </sala-deed-frame>
  `,
})
export class NotTheirsPage {
  private readonly desk = inject(MentorDesk);
  protected readonly of = inject(PersonOfPage);
  protected readonly titles = inject(Titles);
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  readonly personId = input.required<string>();
  readonly disownedId = input.required<string>();
  protected readonly disowned = computed(() => this.of.person()?.disowned.find(({ id }) => id === this.disownedId()));
  /** Everybody else of the mentor's people; who was named stands first. */
  protected readonly others = computed(() => {
    const said = this.disowned()?.whose;
    return this.desk
      .people()
      .filter(({ person }) => person.id !== this.personId())
      .map(({ person }) => ({
        id: person.id,
        name: this.titles.name(person),
        initial: initialOf(person.familyName),
        isSaid: person.id === said,
      }))
      .sort((a, b) => Number(b.isSaid) - Number(a.isSaid));
  });

  constructor() {
    this.of.begin(this.personId);
  }

  protected confirm(to: string): Promise<void> {
    return this.of.do('attempt.confirmed', { disowned: this.disownedId(), to });
  }

  protected decline(): Promise<void> {
    return this.of.do('attempt.declined', { disowned: this.disownedId() });
  }
}
