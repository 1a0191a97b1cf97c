import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftInList } from '@sala/contract/dto';
import { khmerWhen } from '@sala/domain/khmer';
import { Api, troubleMessages } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { Display, Icon, Notice, Wording } from '@sala/web/ui';
import { DraftShelf, type StoredDraft } from './desk/draft-shelf.js';
import { editMessages, stateNames } from './edit/edit-messages.js';

/** A course that is being written, in the list. */
interface Row {
  readonly courseId: string;
  readonly link: string;
  readonly title: string;
  readonly state: string;
  readonly note: string;
  readonly openComments: number;
  readonly isOnlyHere: boolean;
}

/** The courses that are being written: those of the server, and those that are on this computer only. */
@Component({
  selector: 'sala-drafts-list',
  imports: [Icon, Notice, RouterLink],
  host: { class: 'stack' },
  template: `
    <div class="row middle heads">
      <h2 class="rest">{{ say(words.yourDrafts) }}</h2>
      @if (isAuthor()) {
        <a class="button primary" routerLink="/courses/new">{{ say(words.newCourse) }}</a>
      }
    </div>
    @if (trouble(); as code) {
      <sala-notice tone="mind">{{ say(troubles[code]) }}</sala-notice>
    }
    <ul class="stack tight">
      @for (row of rows(); track row.courseId) {
        <li>
          <a class="tile draft-row" [routerLink]="row.link">
            <sala-icon name="book" />
            <span class="rest">
              <strong>{{ row.title }}</strong>
              @if (row.note) {
                <span class="small block">{{ row.note }}</span>
              }
            </span>
            @if (row.openComments > 0) {
              <span class="pill wait">{{ say(words.openComments, { n: row.openComments }) }}</span>
            }
            <span class="pill" [class.wait]="row.isOnlyHere">{{ row.state }}</span>
          </a>
        </li>
      } @empty {
        @if (!drafts.isLoading()) {
          <li>
            <sala-notice>{{ say(words.noDrafts) }} {{ isAuthor() ? say(words.beginFirst) : '' }}</sala-notice>
          </li>
        }
      }
    </ul>
  `,
})
export class DraftsList {
  private readonly api = inject(Api);
  private readonly shelf = inject(DraftShelf);
  private readonly staff = inject(StaffSession).staff;
  private readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly troubles = troubleMessages;
  protected readonly drafts = resource({ loader: () => this.api.call('drafts', {}) });
  private readonly here = resource({ loader: () => this.shelf.all(this.staff()?.person.id ?? '').catch((): StoredDraft[] => []) });
  protected readonly isAuthor = computed(
    () => this.staff()?.roles.some(({ role }) => role === 'trainer' || role === 'administrator') ?? false,
  );
  protected readonly trouble = computed(() => {
    const answer = this.drafts.value();
    return answer && !answer.ok ? answer.trouble.code : undefined;
  });
  protected readonly rows = computed((): Row[] => {
    const answer = this.drafts.value();
    const known = answer?.ok ? answer.value : [];
    const ids = new Set(known.map(({ courseId }) => courseId));
    const only = (this.here.value() ?? []).filter(({ courseId, base }) => !ids.has(courseId) && (!base || !answer?.ok));
    return [...only.map((one) => this.hereRow(one)), ...known.map((one) => this.serverRow(one))];
  });

  private hereRow({ courseId, writing, base }: StoredDraft): Row {
    const title = this.titleOf(writing.document.title);
    const state = this.say(base ? editMessages.here : editMessages.onlyHere);
    return { courseId, link: `/courses/${courseId}`, title, state, note: '', openComments: 0, isOnlyHere: !base };
  }

  private serverRow({ courseId, title, state, savedBy, savedAt, openComments }: DraftInList): Row {
    const when = this.whenOf(savedAt);
    const note = this.say(editMessages.savedBy, { name: savedBy, when });
    // Who can't write comes to read and to approve.
    const link = `/courses/${courseId}${this.isAuthor() ? '' : '/review'}`;
    return { courseId, link, title: this.titleOf(title), state: this.say(stateNames[state]), note, openComments, isOnlyHere: false };
  }

  private titleOf(title: { km: string; en: string }): string {
    return title.km || title.en ? this.say({ km: title.km || title.en, en: title.en || title.km }) : this.say(editMessages.untitled);
  }

  private whenOf(moment: string): string {
    const date = new Date(moment);
    if (this.display.language() === 'km') return khmerWhen(date, new Date());
    return date.toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  }
}
