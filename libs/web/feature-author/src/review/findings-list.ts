import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftFinding } from '@sala/domain/publishing';
import { Icon, Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { nameAt } from './names-in-course.js';
import { placeLink } from './place-link.js';
import { reviewMessages, ruleMessages } from './review-messages.js';

const LISTS = { course: [], lesson: ['lessons'], practice: ['practices'], quiz: ['quizzes'] } as const;

/** What stands in the way of publishing, each with its place and the way there. */
@Component({
  selector: 'sala-findings-list',
  imports: [Icon, Notice, RouterLink],
  host: { class: 'stack tight' },
  template: `
    @if (findings().length > 0) {
      <p class="strong">{{ say(words.fixFirst, { count: findings().length }) }}</p>
    } @else {
      <sala-notice tone="good">{{ say(words.nothingToFix) }}</sala-notice>
    }
    <ul class="stack tight">
      @for (row of rows(); track $index) {
        <li class="finding">
          <p class="rest">
            <span class="strong">{{ row.name }}</span> {{ row.what }}
            @if (row.detail) {
              <span class="small block">{{ row.detail }}</span>
            }
          </p>
          <a class="small-button" [routerLink]="row.link">
            <sala-icon name="next" />{{ say(words.goTo) }}<span class="unseen">: {{ row.name }}</span>
          </a>
        </li>
      }
    </ul>
  `,
})
export class FindingsList {
  private readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = reviewMessages;
  readonly findings = input.required<readonly DraftFinding[]>();
  protected readonly rows = computed(() =>
    this.findings().map(({ rule, place, detail }) => ({
      name: this.nameOf(place),
      what: this.say(ruleMessages[rule]),
      // Ids and reasons of the schema help nobody; words of the author do.
      detail: /[\u1780-\u17dd]|\s/.test(detail) && rule !== 'not-filled-in' ? detail : '',
      link: placeLink(this.desk.courseId(), place),
    })),
  );

  private nameOf({ part, id, item }: DraftFinding['place']): string {
    const list = LISTS[part];
    const [document, whole] = [this.desk.document(), id === undefined ? [] : [...list, id]];
    const inside = item === undefined ? undefined : nameAt(document, [...whole, part === 'quiz' ? 'bank' : 'cards', item]);
    return this.say(inside ?? nameAt(document, whole) ?? reviewMessages.wholeCourse);
  }
}
