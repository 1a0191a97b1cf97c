import { Component, computed, DestroyRef, inject, input, resource, signal } from '@angular/core';
import { VoiceBox } from '@sala/web/data-sync/mentoring';
import { Session } from '@sala/web/data-session';
import { Notice, Wording } from '@sala/web/ui';
import { VoiceNote } from '@sala/web/ui/voice';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';
import { ShownPlace } from './shown-place.js';

/** An answer by voice, photo or writing that a person has to look at. */
@Component({
  selector: 'sala-mark-page',
  imports: [DeedFrame, Notice, ShownPlace, VoiceNote],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.markTitle, { name: of.name() })">
      @if (answer(); as answer) {
        <sala-shown-place [place]="answer" />
        @switch (answer.medium) {
          @case ('written') {
            <p class="card strong">{{ say(words.written, { text: answer.written ?? '' }) }}</p>
          }
          @case ('voice') {
            <sala-voice-note [find]="find" />
          }
          @case ('photo') {
            @if (photo.value(); as address) {
              <img [src]="address" [alt]="say(words.photoOf, { name: of.name() })" />
            } @else if (answer.isHere && !photo.isLoading()) {
              <sala-notice tone="mind">{{ say(words.photoNotHere) }}</sala-notice>
            }
          }
        }
        @if (answer.medium !== 'written' && !answer.isHere) {
          <sala-notice tone="mind">{{ say(words.notComeYet) }}</sala-notice>
        }
        <label class="field">
          <span>{{ say(words.moreWords) }}</span>
          <textarea #box rows="2" maxlength="500" [value]="text()" (input)="text.set(box.value)"></textarea>
        </label>
      } @else {
        <sala-notice tone="good">{{ say(words.marked) }}</sala-notice>
      }
      @if (answer()) {
        <div action class="actions">
          <button type="button" class="button" [attr.aria-disabled]="of.busy()" (click)="mark('again')">
            {{ say(words.markAgainDo) }}
          </button>
          <button type="button" class="button primary" [attr.aria-disabled]="of.busy()" (click)="mark('good')">
            {{ say(words.markGoodDo) }}
          </button>
        </div>
      }
    </sala-deed-frame>
  `,
})
export class MarkPage {
  private readonly voices = inject(VoiceBox);
  private readonly session = inject(Session);
  protected readonly of = inject(PersonOfPage);
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  readonly personId = input.required<string>();
  readonly answerId = input.required<string>();
  protected readonly text = signal('');
  protected readonly answer = computed(() => this.of.person()?.toMark.find(({ id }) => id === this.answerId()));
  private made = '';
  protected readonly photo = resource({
    params: () => (this.answer()?.medium === 'photo' ? this.answer()?.recording : undefined),
    loader: async () => {
      const photo = await this.find();
      return photo && (this.made = URL.createObjectURL(photo));
    },
  });
  protected readonly find = async (): Promise<Blob | undefined> => {
    const [mentorId, id] = [this.session.learner()?.personId, this.answer()?.recording];
    if (mentorId === undefined || id === undefined) return undefined;
    await this.voices.bring(mentorId, { personId: this.personId(), id });
    return this.voices.find(id);
  };

  constructor() {
    this.of.begin(this.personId);
    inject(DestroyRef).onDestroy(() => URL.revokeObjectURL(this.made));
  }

  protected async mark(mark: 'good' | 'again'): Promise<void> {
    const answer = this.answer();
    if (!answer) return;
    const { courseId, lessonId, id, questionId, aid } = answer;
    const words = this.text().trim();
    await this.of.do('answer.marked', { courseId, lessonId, answer: id, questionId, aid, mark, ...(words === '' ? {} : { words }) });
  }
}
