import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { troubleMessages } from '@sala/web/data-api';
import { Busy, Icon, Notice, Wording } from '@sala/web/ui';
import { DraftCopy } from '../desk/draft-copy.js';
import { DraftDesk } from '../desk/draft-desk.js';
import { DraftFiles } from '../desk/draft-files.js';
import { DraftPost } from '../desk/draft-post.js';
import { SavedLine } from '../desk/saved-line.js';
import { WritingTab } from '../desk/writing-tab.js';
import { fieldViews } from '../forms/field-views.js';
import { FIELD_VIEWS } from '../forms/form-fields.js';
import { ConflictChoice } from './conflict-choice.js';
import { reviewMessages } from '../review/review-messages.js';
import { EditIcon } from './edit-icon.js';
import { editMessages } from './edit-messages.js';

/** The frame of one draft's pages: where the work is kept, undo and redo; the draft lies on its desk as long as one of them is open. */
@Component({
  selector: 'sala-draft-page',
  imports: [Busy, ConflictChoice, EditIcon, Icon, Notice, RouterLink, RouterLinkActive, RouterOutlet, SavedLine],
  providers: [DraftCopy, DraftFiles, DraftPost, DraftDesk, WritingTab, { provide: FIELD_VIEWS, useValue: fieldViews }],
  host: {
    class: 'draft',
    '(document:keydown)': 'keys($event)',
    '(document:visibilitychange)': 'turn()',
    '(window:pagehide)': 'desk.leave()',
    '(window:online)': 'desk.reconnect()',
    '(window:beforeunload)': 'stay($event)',
  },
  templateUrl: './draft-page.html',
})
export class DraftPage {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly review = reviewMessages;
  protected readonly troubles = troubleMessages;
  readonly courseId = input.required<string>();

  protected readonly title = computed(() => {
    const title = this.desk.document()?.title;
    return title && (title.km || title.en) ? this.say(title) : this.say(editMessages.untitled);
  });

  protected readonly isClosed = computed(() => {
    const state = this.desk.base()?.state;
    return state === 'in-review' || state === 'approved';
  });

  constructor() {
    effect(() => {
      const courseId = this.courseId();
      untracked(() => void this.desk.open(courseId));
    });
  }

  protected turn(): void {
    void (document.visibilityState === 'hidden' ? this.desk.leave() : this.desk.comeBack());
  }

  protected stay(event: BeforeUnloadEvent): void {
    if (this.desk.wouldLose()) event.preventDefault();
  }

  /** Ctrl+Z and Ctrl+Y, as everywhere; in a field too, because its letters are steps of the course. Ctrl+S saves what saves itself anyhow. */
  protected keys(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const deeds: Record<string, () => unknown> = {
      z: () => (event.shiftKey ? this.desk.redo() : this.desk.undo()),
      y: () => this.desk.redo(),
      s: () => this.desk.save(),
    };
    const deed = deeds[key];
    if (!deed) return;
    event.preventDefault();
    void deed();
  }
}
