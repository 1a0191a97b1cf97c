import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { khmerTime } from '@sala/domain/khmer';
import { Display, Wording } from '@sala/web/ui';
import { deskMessages } from './desk-messages.js';
import { DraftCopy } from './draft-copy.js';
import { DraftDesk } from './draft-desk.js';

/** Where the work is kept, in one sentence that is always true, and the way on when something is in it. */
@Component({
  selector: 'sala-saved-line',
  imports: [RouterLink],
  template: `
    <p class="state" [class]="tone()" role="status">{{ sentence() }}</p>
    @if (copy.line() === 'sign-in') {
      <a class="link" routerLink="/sign-in" [queryParams]="{ to: '/courses/' + copy.courseId() }">{{ say(words.signInAgain) }}</a>
    }
    @if (desk.isFollower() && desk.isAuthor()) {
      <button type="button" class="link" (click)="desk.writeHere()">{{ say(words.writeHere) }}</button>
    }
  `,
})
export class SavedLine {
  private readonly display = inject(Display);
  protected readonly copy = inject(DraftCopy);
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = deskMessages;
  private readonly isSafe = computed(() => !this.copy.isAhead() && this.copy.base() !== undefined);

  protected readonly tone = computed(() => {
    if (this.isSafe()) return 'good';
    return this.copy.isDiskFull() || ['refused', 'closed'].includes(this.copy.line()) ? 'care' : 'wait';
  });

  protected readonly sentence = computed(() => {
    if (this.desk.isFollower()) return this.say(deskMessages.following);
    if (this.isSafe()) return this.say(deskMessages.onServer, { time: this.time(this.copy.base()?.savedAt ?? '') });
    if (this.copy.isUnkept()) return this.say(this.copy.isDiskFull() ? deskMessages.notYet : deskMessages.writing);
    if (this.copy.conflict()) return this.say(deskMessages.asked);
    return this.say(HERE[this.copy.line()]);
  });

  private time(moment: string): string {
    const date = new Date(moment);
    if (Number.isNaN(date.getTime())) return '';
    return this.display.language() === 'km' ? khmerTime(date) : date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  }
}

/** What is said of work that is on this computer but not on the server, by how the way there stands. */
const HERE = {
  reached: deskMessages.onComputer,
  sending: deskMessages.onComputer,
  offline: deskMessages.onComputerOffline,
  'sign-in': deskMessages.signIn,
  closed: deskMessages.closed,
  refused: deskMessages.refused,
} as const;
