import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { troubleMessages } from '@sala/web/data-api';
import { Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { nameAt } from './names-in-course.js';
import { placeLink } from './place-link.js';
import { ReviewDesk } from './review-desk.js';
import { reviewMessages } from './review-messages.js';
import { When } from './when.js';

const LISTS = ['lessons', 'practices', 'quizzes'] as const;
const PART_OF = { lessons: 'lesson', practices: 'practice', quizzes: 'quiz' } as const;

/** The comments on a card, or on everything, and the place to write one. What is typed stays when it can't be sent. */
@Component({
  selector: 'sala-comments-list',
  imports: [Notice, RouterLink],
  host: { class: 'stack tight' },
  template: `
    @for (comment of shown(); track comment.id) {
      <article class="comment" [class.resolved]="comment.resolvedAt">
        @if (isAll()) {
          <p class="small">{{ placeOf(comment.part, comment.item) }}</p>
        }
        <p>{{ comment.text }}</p>
        <p class="small">{{ say(words.commentBy, { name: comment.by, when: when(comment.at) }) }}</p>
        @if (comment.resolvedAt) {
          <p class="pill">{{ say(words.resolved) }}</p>
        }
        <div class="row-buttons">
          @if (isAll() && linkTo(comment); as link) {
            <a class="small-button" [routerLink]="link">{{ say(words.goTo) }}</a>
          }
          @if (!comment.resolvedAt) {
            <button type="button" class="small-button" (click)="desk.resolve(comment.id)">{{ say(words.resolve) }}</button>
          }
        </div>
      </article>
    } @empty {
      <p class="small">{{ say(words.noComments) }}</p>
    }
    <form class="stack tight" (submit)="send($event)">
      <label class="field">
        <span>{{ say(part() ? words.newComment : words.newCommentWhole) }}</span>
        <textarea #field rows="3" maxlength="2000" [value]="text()" (input)="text.set(field.value)"></textarea>
      </label>
      @if (isEmpty()) {
        <sala-notice tone="mind">{{ say(words.commentEmpty) }}</sala-notice>
      }
      @if (desk.trouble(); as trouble) {
        <sala-notice tone="mind">{{ say(troubles[trouble.code]) }}</sala-notice>
      }
      <button type="submit" class="button">{{ say(words.sendComment) }}</button>
    </form>
  `,
})
export class CommentsList {
  protected readonly desk = inject(ReviewDesk);
  private readonly draft = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly when = inject(When).say;
  protected readonly words = reviewMessages;
  protected readonly troubles = troubleMessages;
  /** The lesson, practice or quiz; empty for the whole course. */
  readonly part = input('');
  /** The card or question. */
  readonly item = input('');
  /** Whether the comments of every card are shown. */
  readonly isAll = input(false);
  protected readonly text = signal('');
  protected readonly isEmpty = signal(false);
  protected readonly shown = computed(() =>
    this.desk.comments().filter(({ part, item }) => this.isAll() || (part === this.part() && item === this.item())),
  );

  /** The page of the card that a comment is on; undefined when it is on the whole course or the card is gone. */
  protected linkTo({ part, item }: { part: string; item: string }): string | undefined {
    const list = this.listOf(part);
    return list && placeLink(this.draft.courseId(), { part: PART_OF[list], id: part, field: '', ...(item && { item }) });
  }

  private listOf(part: string): (typeof LISTS)[number] | undefined {
    return part === '' ? undefined : LISTS.find((one) => nameAt(this.draft.document(), [one, part]));
  }

  protected placeOf(part: string, item: string): string {
    const list = this.listOf(part);
    if (!list) return this.say(reviewMessages.wholeCourse);
    const path = [list, part, list === 'quizzes' ? 'bank' : 'cards', item];
    const name = (item === '' ? undefined : nameAt(this.draft.document(), path)) ?? nameAt(this.draft.document(), [list, part]);
    return this.say(reviewMessages.onCard, { name: name ?? '' });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.isEmpty.set(this.text().trim() === '');
    if (this.isEmpty()) return;
    if (await this.desk.comment(this.part(), this.item(), this.text())) this.text.set('');
  }
}
