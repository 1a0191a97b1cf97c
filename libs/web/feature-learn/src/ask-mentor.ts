import { Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import { Progress, Uplink } from '@sala/web/data-sync';
import { MentorWords, VoiceBox } from '@sala/web/data-sync/mentoring';
import { Session } from '@sala/web/data-session';
import { Icon, Notice, Wording } from '@sala/web/ui';
import { VoiceRecorder } from '@sala/web/ui/voice';
import { WhereAsked } from './asked-about.js';
import { MentorAnswer } from './mentor-answer.js';
import { mentorMessages } from './mentor-messages.js';

/** Help that a person gives: asks the mentor about the very card and step, with words or a voice when the learner likes. */
@Component({
  selector: 'sala-ask-mentor',
  imports: [Icon, MentorAnswer, Notice, VoiceRecorder],
  host: { class: 'stack' },
  template: `
    @if (about(); as about) {
      <section class="card">
        <h2>{{ say(words.ask) }}</h2>
        <p class="small">
          {{
            say(words.askAbout, {
              what: about.card ? say(words.lessonOfQuestion, { lesson: about.lesson, card: about.card }) : about.lesson,
            })
          }}
        </p>
        @for (asked of earlier(); track asked.event.id) {
          @if (asked.answer; as answer) {
            <sala-mentor-answer [word]="answer" />
          } @else {
            <sala-notice tone="good">{{ say(asked.isSent ? words.askSent : words.askKept) }}</sala-notice>
          }
        }
        @if (open()) {
          <label class="field">
            <span>{{ say(words.askWords) }}</span>
            <textarea #box rows="2" maxlength="300" [value]="text()" (input)="text.set(box.value)"></textarea>
          </label>
          <sala-voice-recorder [(voice)]="voice" />
          <button type="button" class="button primary" [attr.aria-disabled]="busy()" (click)="ask()">
            <sala-icon name="people" />{{ say(words.askNow) }}
          </button>
        } @else {
          <button type="button" class="button" (click)="again.set(true)">{{ say(words.askAgain) }}</button>
        }
        <div aria-live="assertive">
          @if (failed()) {
            <sala-notice tone="care">{{ say(words.askNotKept) }}</sala-notice>
          }
        </div>
      </section>
    }
  `,
})
export class AskMentor {
  private readonly where = inject(WhereAsked);
  private readonly progress = inject(Progress);
  private readonly uplink = inject(Uplink);
  private readonly session = inject(Session);
  private readonly voices = inject(VoiceBox);
  private readonly exchanged = inject(MentorWords);
  protected readonly say = inject(Wording).say;
  protected readonly words = mentorMessages;
  private readonly found = resource({ loader: () => this.where.find() });
  /** A guest has no mentor yet. */
  protected readonly about = computed(() => (this.session.learner()?.guest ? undefined : this.found.value()));
  /** What was asked at this card before. */
  protected readonly earlier = computed(() => {
    const body = this.about()?.body;
    return this.exchanged
      .asked()
      .filter(({ event }) => event.body.lessonId === body?.lessonId && event.body.cardId === body.cardId)
      .slice(0, 1);
  });
  protected readonly again = signal(false);
  protected readonly open = computed(() => this.again() || this.earlier().length === 0);
  protected readonly text = signal('');
  protected readonly voice = signal<Blob | undefined>(undefined);
  private readonly speaker = viewChild(VoiceRecorder);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  protected async ask(): Promise<void> {
    const [about, learner] = [this.about(), this.session.learner()];
    if (!about || !learner || this.busy()) return;
    this.busy.set(true);
    try {
      await this.speaker()?.finish();
      const [words, spoken] = [this.text().trim(), this.voice()];
      const voice = spoken && (await this.voices.keep(learner.personId, spoken));
      const body = { ...about.body, ...(words === '' ? {} : { words }), ...(voice === undefined ? {} : { voice }) };
      await this.progress.record({ courseId: about.version.courseId, version: about.version.version, kind: 'help.asked', body });
      this.again.set(false);
      this.text.set('');
      this.voice.set(undefined);
      this.failed.set(false);
      void this.uplink
        .exchange()
        .then(() => this.voices.send())
        .catch(() => undefined);
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
