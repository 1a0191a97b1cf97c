import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Card, Question } from '@sala/domain/content';
import { troubleMessages } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import {
  Answering,
  CardView,
  DEEDS,
  HELPED,
  lessonMessages,
  PICTURES,
  ProgressDots,
  QuestionFoot,
  QuestionView,
  RECORDINGS,
  rightAnswer,
} from '@sala/web/ui-lesson';
import { LearnerRecordings } from './learner-recordings.js';
import { LessonDoing } from './lesson-doing.js';
import { LessonPictures, OPEN_VERSION } from './lesson-pictures.js';
import { messages } from './messages.js';
import { rareMessages } from './rare-messages.js';
import { QuizRun } from './quiz-run.js';
import { Shelf } from './shelf.js';
import { UNIT_RUN } from './unit-run.js';

/** A quiz: the module test or a placement check. One question a screen, then its practices alone, then what to look at again. */
@Component({
  selector: 'sala-quiz-page',
  imports: [Busy, CardView, Heading, Icon, Notice, Page, ProgressDots, QuestionFoot, QuestionView, RouterLink],
  providers: [
    QuizRun,
    { provide: UNIT_RUN, useExisting: QuizRun },
    { provide: HELPED, useFactory: () => signal(false) },
    { provide: OPEN_VERSION, useFactory: () => inject(QuizRun).version },
    { provide: PICTURES, useClass: LessonPictures },
    { provide: DEEDS, useClass: LessonDoing },
    { provide: RECORDINGS, useClass: LearnerRecordings },
  ],
  templateUrl: './quiz-page.html',
})
export class QuizPage {
  private readonly shelf = inject(Shelf);
  private readonly router = inject(Router);
  protected readonly run = inject(QuizRun);
  protected readonly rehearsing = inject(DEEDS).rehearsing;
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...rareMessages };
  protected readonly lessonWords = lessonMessages;
  protected readonly right = rightAnswer;
  readonly slug = input.required<string>();
  readonly quiz = input.required<string>();
  protected readonly missing = signal(false);
  protected readonly notSaved = signal(false);
  protected readonly chosen = signal(true);
  protected readonly troubles = troubleMessages;
  private working = false;
  private begun = '';
  /** The question that was answered last, while what is said about it is read. */
  private readonly told = signal<{ question: Question; answering: Answering } | undefined>(undefined);
  /** Mistakes that are gone through again, the present one first. */
  protected readonly again = signal<readonly Question[]>([]);
  /** The question on the screen with its answering: one of the attempt, or a mistake that is gone through again. */
  protected readonly asked = computed(() => {
    const told = this.told();
    if (told) return told;
    const question = this.again()[0] ?? this.run.question();
    return question && { question, answering: new Answering() };
  });
  /** What is right is said after each answer: by the quiz's own rule, and always for a mistake that is gone through again. */
  protected readonly atOnce = computed(() => this.again().length > 0 || this.run.quiz()?.feedback === 'at-once');
  /** The practice that is to be done alone now. */
  protected readonly practice = computed((): Extract<Card, { kind: 'practice' }> | undefined => {
    const id = this.run.answered() && this.asked() === undefined ? this.run.practicesLeft()[0] : undefined;
    return id === undefined
      ? undefined
      : { id: `alone-${id}`, kind: 'practice', title: rareMessages.quizAlone, practice: id, mode: 'test' };
  });
  protected readonly passMark = computed(() => Math.round((this.run.quiz()?.pass ?? 0) * 100));
  protected readonly percent = computed(() => Math.round((this.run.result()?.score ?? 0) * 100));

  constructor() {
    // Opened once: what the learner does changes the shelf, and must not begin the quiz anew.
    effect(() => {
      const [slug, quiz] = [this.slug(), this.quiz()];
      const isHere = this.shelf.ready() && this.shelf.bySlug(slug)?.version !== undefined;
      if (isHere && this.begun !== `${slug} ${quiz}`) untracked(() => void this.open(slug, quiz));
    });
    effect(() => {
      // A practice that was just passed may have been the last thing to do.
      if (this.run.ended()) untracked(() => void this.run.settle().catch(() => this.notSaved.set(true)));
    });
  }

  private async open(slug: string, quiz: string): Promise<void> {
    this.begun = `${slug} ${quiz}`;
    this.missing.set(!(await this.run.open(slug, quiz).catch(() => false)));
  }

  /** Records an answer; in a test that tells at the end the next question follows at once. */
  protected check(): Promise<void> {
    const asked = this.asked();
    const response = asked?.answering.response();
    this.chosen.set(response !== undefined);
    if (!asked || !response) return Promise.resolve();
    return this.saving(async () => {
      const isMistake = this.again().length > 0;
      if (this.atOnce()) this.told.set(asked);
      const outcome = await (isMistake ? this.run.recordAnswer(asked.question, response) : this.run.answer(asked.question, response));
      if (outcome && this.atOnce()) asked.answering.show(outcome);
    });
  }

  protected goOn(): void {
    this.told.set(undefined);
    this.again.update((all) => all.slice(1));
  }

  protected repeatMistakes(): void {
    this.again.set(this.run.mistakes());
  }

  protected restart(): Promise<void> {
    return this.saving(() => this.run.begin());
  }

  /** The practice waits; the answers are kept, and the test goes on here when it is opened again. */
  protected later(): Promise<boolean> {
    return this.router.navigate(['/course', this.slug()]);
  }

  private async saving(work: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      await work();
      this.notSaved.set(false);
    } catch {
      this.notSaved.set(true);
    } finally {
      this.working = false;
    }
  }
}
