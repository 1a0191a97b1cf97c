import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { Card } from '@sala/domain/content';
import { Display, Wording } from '@sala/web/ui';
import {
  Answering,
  CardView,
  CardVoice,
  DEEDS,
  HELPED,
  lessonMessages,
  PICTURES,
  QuestionFoot,
  QuestionView,
  RARE_VIEWS,
  RECORDINGS,
} from '@sala/web/ui-lesson';
import { DraftFiles } from '../desk/draft-files.js';
import { PreviewDeeds, PreviewDisplay } from './preview-deeds.js';
import { withDots } from './with-dots.js';

/** A card as a learner sees it, with everything that it does there. */
@Component({
  selector: 'sala-phone-screen',
  imports: [CardView, CardVoice, QuestionFoot, QuestionView],
  providers: [
    PreviewDeeds,
    Wording,
    { provide: Display, useExisting: PreviewDisplay },
    { provide: DEEDS, useExisting: PreviewDeeds },
    { provide: RECORDINGS, useExisting: PreviewDeeds },
    { provide: PICTURES, useExisting: DraftFiles },
    { provide: HELPED, useFactory: () => signal(false) },
    { provide: RARE_VIEWS, useValue: () => import('./rare-views.js') },
  ],
  host: { class: 'page quiet' },
  template: `
    <div class="krama"></div>
    <main class="content">
      <sala-card-voice [card]="card()" />
      @if (asked(); as asked) {
        @for (only of [asked]; track only.answering) {
          <sala-question [question]="only.question" [answering]="only.answering" />
        }
      } @else if (shown(); as card) {
        @for (only of [card]; track only.id + only.kind) {
          <sala-card [card]="only" />
        }
      }
    </main>
    <footer class="foot">
      @if (asked(); as asked) {
        <sala-question-foot [question]="asked.question" [answering]="asked.answering" (checked)="check()" (next)="next.emit()" />
      } @else if (!deeds.rehearsing()) {
        <div class="actions">
          <button type="button" class="button primary" (click)="next.emit()">{{ say(words.next) }}</button>
        </div>
      }
    </footer>
  `,
})
export class PhoneScreen {
  protected readonly deeds = inject(PreviewDeeds);
  protected readonly say = inject(Wording).say;
  protected readonly words = lessonMessages;
  readonly card = input.required<Card>();
  /** The learner goes on to the next card. */
  readonly next = output();
  private readonly answering = signal(new Answering());
  private readonly dotted = computed(() => withDots(this.card()));
  private readonly questionKey = computed(() => {
    const card = this.card();
    return card.kind === 'question' ? `${card.question.id} ${card.question.kind}` : '';
  });
  protected readonly asked = computed(() => {
    const card = this.dotted();
    return card.kind === 'question' ? { question: card.question, answering: this.answering() } : undefined;
  });
  protected readonly shown = computed(() => {
    const card = this.dotted();
    return card.kind === 'question' ? undefined : card;
  });

  constructor() {
    effect(() => {
      this.questionKey();
      this.again();
    });
  }

  protected check(): void {
    const asked = this.asked();
    const checked = asked?.answering.check(asked.question);
    if (checked) asked?.answering.show(checked.outcome);
  }

  /** Begins the question anew, as for the next learner. */
  protected again(): void {
    this.answering.set(new Answering());
  }
}
