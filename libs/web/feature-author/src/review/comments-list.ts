import { Component, computed, inject, input, signal } from '@angular/core';
import { troubleMessages } from '@sala/web/data-api';
import { Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { nameAt } from './names-in-course.js';
import { ReviewDesk } from './review-desk.js';
import { reviewMessages } from './review-messages.js';
import { When } from './when.js';

const LISTS = ['lessons', 'practices', 'quizzes'] as const;

/** The comments on a card, or on everything, and the place to write one. What is typed stays when it can't be sent. */
@Component({
  selector: 'sala-comments-list',
  imports: [Notice],
  host: { class: 'stack tight' },
  template: `
    <h3>{{ say(words.comments) }}</h3>
    @for (comment of shown(); track comment.id) {
      <article class="comment" [class.resolved]="comment.resolvedAt">
        @if (isAll()) {
          <p class="small">{{ placeOf(comment.part, comment.item) }}</p>
        }
        <p>{{ comment.text }}</p>
        <p class="small">{{ say(words.commentBy, { name: comment.by, when: when(comment.at) }) }}</p>
        @if (comment.resolvedAt) {
          <p class="pill">{{ say(words.resolved) }}</p>
        } @else {
          <button type="button" class="small-button" (click)="desk.resolve(comment.id)">{{ say(words.resolve) }}</button>
        }
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

  protected placeOf(part: string, item: string): string {
    const list = LISTS.find((one) => nameAt(this.draft.document(), [one, part]));
    if (part === '' || !list) return this.say(reviewMessages.wholeCourse);
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
