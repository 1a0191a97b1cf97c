import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { at, isPart } from '@sala/domain/editing';
import type { DraftFinding } from '@sala/domain/publishing';
import { Icon, Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { emptyWords, nameAt } from './names-in-course.js';
import { placeLink } from './place-link.js';
import { reviewMessages, ruleMessages } from './review-messages.js';

const LISTS = { course: [], lesson: ['lessons'], practice: ['practices'], quiz: ['quizzes'] } as const;

/** A place with something to mend: what it is called, what to do, in more words, and the way there. */
interface Row {
  readonly name: string;
  readonly what: string;
  readonly details: readonly string[];
  readonly link: string;
}

/** What stands in the way of publishing, each with its place and the way there. */
@Component({
  selector: 'sala-findings-list',
  imports: [Icon, Notice, RouterLink],
  host: { class: 'stack tight' },
  template: `
    @if (findings().length > 0) {
      <p class="strong">{{ say(words.fixFirst, { count: rows().length }) }}</p>
    } @else {
      <sala-notice tone="good">{{ say(words.nothingToFix) }}</sala-notice>
    }
    <ul class="stack tight">
      @for (row of rows(); track $index) {
        <li class="finding">
          <p class="rest">
            <span class="strong">{{ row.name }}</span> {{ row.what }}
            @for (detail of row.details; track detail) {
              <span class="small block">{{ detail }}</span>
            }
          </p>
          <a class="small-button" [routerLink]="row.link" [state]="{ mend: true }">
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
  protected readonly rows = computed(() => {
    const rows = new Map<string, Row>();
    for (const { rule, place, detail } of this.findings()) {
      // Many empty fields of one card are one thing to do: to go there and fill them in.
      const { part, id, item } = place;
      const key = [rule, part, id, item, rule === 'not-filled-in' ? '' : detail].join(' ');
      if (!rows.has(key))
        rows.set(key, { name: this.nameOf(place), what: this.say(ruleMessages[rule]), ...this.more(rule, place, detail) });
    }
    return [...rows.values()];
  });

  private more(rule: DraftFinding['rule'], place: DraftFinding['place'], detail: string): { details: string[]; link: string } {
    const link = placeLink(this.desk.courseId(), place);
    // Ids and reasons of the schema help nobody; words of the author do.
    if (rule !== 'not-filled-in') return { link, details: /[\u1780-\u17dd]|\s/.test(detail) ? [detail] : [] };
    const { km, en } = emptyWords(this.partAt(place));
    const details = [
      km > 0 ? this.say(reviewMessages.noKhmer, { n: km }) : '',
      en > 0 ? this.say(reviewMessages.noEnglish, { n: en }) : '',
    ];
    return { link, details: details.filter(Boolean) };
  }

  /** The card or part that a finding is about; of the course only what stands before its parts. */
  private partAt({ part, id, item }: DraftFinding['place']): unknown {
    const document = this.desk.document();
    if (part === 'course') return { title: document?.title, summary: document?.summary };
    const whole = [...LISTS[part], id ?? ''];
    if (item !== undefined) return at(document, [...whole, part === 'quiz' ? 'bank' : 'cards', item]);
    const found = at(document, whole);
    return part === 'practice' || !isPart(found) ? found : { ...found, cards: [], bank: [] };
  }

  private nameOf({ part, id, item }: DraftFinding['place']): string {
    const list = LISTS[part];
    const [document, whole] = [this.desk.document(), id === undefined ? [] : [...list, id]];
    const inside = item === undefined ? undefined : nameAt(document, [...whole, part === 'quiz' ? 'bank' : 'cards', item]);
    return this.say(inside ?? nameAt(document, whole) ?? reviewMessages.wholeCourse);
  }
}
