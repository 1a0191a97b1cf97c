import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DRAFT_STATES, type DraftState } from '@sala/domain/publishing';
import { troubleMessages } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { stateNames } from '../edit/edit-messages.js';
import { CommentsList } from './comments-list.js';
import { FindingsList } from './findings-list.js';
import { nameAt } from './names-in-course.js';
import { ReviewDesk } from './review-desk.js';
import { reviewMessages } from './review-messages.js';

/** Where a course stands on its way to learners, the next step, what stands in its way, and what was said about it. */
@Component({
  selector: 'sala-review-page',
  imports: [Busy, CommentsList, FindingsList, Heading, Icon, NgTemplateOutlet, Notice, RouterLink],
  providers: [ReviewDesk],
  templateUrl: './review-page.html',
  host: { class: 'stack' },
})
export class ReviewPage {
  protected readonly desk = inject(ReviewDesk);
  private readonly draftDesk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = reviewMessages;
  protected readonly troubles = troubleMessages;
  protected readonly states = DRAFT_STATES;
  protected readonly names = stateNames;
  /** Comments that nobody has marked as done. */
  protected readonly waiting = computed(() => this.desk.comments().filter(({ resolvedAt }) => !resolvedAt).length);
  protected readonly blocked = computed(() => (this.desk.findings()?.length ?? 1) > 0);
  protected readonly lessons = computed(() =>
    (this.draftDesk.document()?.lessons ?? []).map(({ id }) => ({
      id,
      name: this.say(nameAt(this.draftDesk.document(), ['lessons', id]) ?? reviewMessages.readCourse),
      open: this.desk.comments().filter((comment) => comment.part === id && !comment.resolvedAt).length,
    })),
  );

  protected isClosed(state: DraftState): boolean {
    return state === 'in-review' || state === 'approved';
  }

  protected publish(): void {
    if (!this.blocked()) void this.desk.take('publishDraft');
  }

  protected sendBack(event: Event, text: string): void {
    event.preventDefault();
    void this.desk.take('sendBackDraft', text);
  }
}
