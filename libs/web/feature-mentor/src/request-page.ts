import { afterNextRender, Component, computed, inject, Injector, input, signal, viewChild, type ElementRef } from '@angular/core';
import { MentorDesk, VoiceBox } from '@sala/web/data-sync/mentoring';
import { Session } from '@sala/web/data-session';
import { Notice, Wording } from '@sala/web/ui';
import { VoiceNote, VoiceRecorder } from '@sala/web/ui/voice';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';
import { ShownPlace } from './shown-place.js';
import { Titles } from './titles.js';

type How = 'words' | 'voice' | 'met';

/** A request for help: what the learner said, the very card, and the answer in words, by voice, or face to face. */
@Component({
  selector: 'sala-request-page',
  imports: [DeedFrame, Notice, ShownPlace, VoiceNote, VoiceRecorder],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.requestTitle, { name: of.name() })" [problem]="problem()">
      @if (asked(); as asked) {
        <p class="small">{{ say(words.askedWhen, { when: titles.when(asked.askedAt) }) }}</p>
        @if (asked.words; as text) {
          <p class="card strong">{{ text }}</p>
        }
        @if (asked.voice) {
          <sala-voice-note [find]="find" />
        }
        <sala-shown-place [place]="asked" />
        <fieldset class="stack">
          <legend class="strong">{{ say(words.howAnswer) }}</legend>
          @for (one of ways; track one.how) {
            <label class="choice">
              <input type="radio" name="how" [checked]="how() === one.how" (change)="choose(one.how)" />
              <span class="rest">{{ say(one.words) }}</span>
            </label>
          }
        </fieldset>
        <div #said class="stack">
          @switch (how()) {
            @case ('words') {
              <label class="field">
                <span>{{ say(words.yourAnswer) }}</span>
                <textarea #box rows="3" maxlength="500" [value]="text()" (input)="text.set(box.value)"></textarea>
              </label>
            }
            @case ('voice') {
              <sala-voice-recorder [(voice)]="voice" />
            }
          }
        </div>
      } @else {
        <sala-notice tone="good">{{ say(words.requestGone) }}</sala-notice>
      }
      @if (asked()) {
        <div action class="actions">
          <button type="button" class="button primary" [attr.aria-disabled]="of.busy()" (click)="answer()">
            {{ say(words.sendAnswer) }}
          </button>
        </div>
      }
    </sala-deed-frame>
  `,
})
export class RequestPage {
  private readonly voices = inject(VoiceBox);
  private readonly session = inject(Session);
  private readonly desk = inject(MentorDesk);
  private readonly injector = inject(Injector);
  protected readonly of = inject(PersonOfPage);
  protected readonly titles = inject(Titles);
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  protected readonly ways = [
    { how: 'words', words: deedMessages.answerWords },
    { how: 'voice', words: deedMessages.answerVoice },
    { how: 'met', words: deedMessages.answerMet },
  ] as const;
  readonly personId = input.required<string>();
  readonly askedId = input.required<string>();
  protected readonly asked = computed(() => this.of.person()?.asked.find(({ id }) => id === this.askedId()));
  protected readonly how = signal<How>('words');
  protected readonly text = signal('');
  protected readonly voice = signal<Blob | undefined>(undefined);
  private readonly speaker = viewChild(VoiceRecorder);
  private readonly field = viewChild<ElementRef<HTMLElement>>('said');
  private readonly empty = signal(false);
  private isAnswering = false;
  protected readonly problem = computed(() => (this.empty() && !this.isReady() ? this.say(deedMessages.answerEmpty) : undefined));
  private readonly isReady = computed(
    () => this.how() === 'met' || (this.how() === 'words' ? this.text().trim() !== '' : this.voice() !== undefined),
  );
  protected readonly find = async (): Promise<Blob | undefined> => {
    const [mentorId, id] = [this.session.learner()?.personId, this.asked()?.voice];
    if (mentorId === undefined || id === undefined) return undefined;
    await this.voices.bring(mentorId, { personId: this.personId(), id });
    return this.voices.find(id);
  };

  constructor() {
    this.of.begin(this.personId);
  }

  protected choose(how: How): void {
    this.how.set(how);
    this.empty.set(false);
    // On a small phone the field lies below the choices, behind the button.
    afterNextRender(() => this.field()?.nativeElement.scrollIntoView({ block: 'center' }), { injector: this.injector });
  }

  protected async answer(): Promise<void> {
    if (this.isAnswering) return;
    this.isAnswering = true;
    try {
      await this.speaker()?.finish();
      await this.give();
    } finally {
      this.isAnswering = false;
    }
  }

  private async give(): Promise<void> {
    const [asked, mentorId] = [this.asked(), this.session.learner()?.personId];
    this.empty.set(!this.isReady());
    if (!asked || mentorId === undefined || this.empty() || !this.desk.ready()) return;
    const { courseId, lessonId, id } = asked;
    const body = { courseId, lessonId, asked: id, how: this.how(), ...(await this.said(mentorId)) };
    await this.of.do('help.answered', body);
  }

  private async said(mentorId: string): Promise<{ words?: string; voice?: string }> {
    const [how, spoken] = [this.how(), this.voice()];
    if (how === 'words') return { words: this.text().trim() };
    return how === 'voice' && spoken ? { voice: await this.voices.keep(mentorId, spoken, this.personId()) } : {};
  }
}
