import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { troubleMessages } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import { Answering, lessonMessages, PICTURES, ProgressDots, QuestionView, RECORDINGS, rightAnswer } from '@sala/web/ui-lesson';
import { LearnerRecordings } from './learner-recordings.js';
import { LessonPictures, OPEN_VERSION } from './lesson-pictures.js';
import { messages } from './messages.js';
import { QuizRun } from './quiz-run.js';
import { Shelf } from './shelf.js';

/** A quiz: the module test or a placement check, one question a screen, with what to look at again at the end. */
@Component({
  selector: 'sala-quiz-page',
  imports: [Busy, Heading, Icon, Notice, Page, ProgressDots, QuestionView, RouterLink],
  providers: [
    QuizRun,
    { provide: OPEN_VERSION, useFactory: () => inject(QuizRun).version },
    { provide: PICTURES, useClass: LessonPictures },
    { provide: RECORDINGS, useClass: LearnerRecordings },
  ],
  templateUrl: './quiz-page.html',
})
export class QuizPage {
  private readonly shelf = inject(Shelf);
  protected readonly run = inject(QuizRun);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly lessonWords = lessonMessages;
  protected readonly right = rightAnswer;
  readonly slug = input.required<string>();
  readonly quiz = input.required<string>();
  protected readonly missing = signal(false);
  protected readonly notSaved = signal(false);
  protected readonly asked = signal(false);
  protected readonly troubles = troubleMessages;
  private working = false;
  private begun = '';
  /** A fresh answering for each question. */
  protected readonly answering = computed(() => (this.run.question() ? new Answering() : undefined));
  protected readonly passMark = computed(() => Math.round((this.run.quiz()?.pass ?? 0) * 100));
  protected readonly percent = computed(() => Math.round((this.run.result()?.score ?? 0) * 100));

  constructor() {
    // Opened once: what the learner does changes the shelf, and must not begin the quiz anew.
    effect(() => {
      const [slug, quiz] = [this.slug(), this.quiz()];
      const isHere = this.shelf.ready() && this.shelf.bySlug(slug)?.version !== undefined;
      if (isHere && this.begun !== `${slug} ${quiz}`) untracked(() => void this.open(slug, quiz));
    });
  }

  private async open(slug: string, quiz: string): Promise<void> {
    this.begun = `${slug} ${quiz}`;
    this.missing.set(!(await this.run.open(slug, quiz).catch(() => false)));
  }

  protected async next(): Promise<void> {
    const response = this.answering()?.response();
    this.asked.set(response === undefined);
    if (response) await this.saving(() => this.run.answer(response));
  }

  protected again(): Promise<void> {
    return this.saving(() => this.run.begin());
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
