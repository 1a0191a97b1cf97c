import { Component, computed, effect, inject, input, signal, untracked, DestroyRef } from '@angular/core';
import { Router } from '@angular/router';
import type { Card } from '@sala/domain/content';
import { troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import {
  CardView,
  CardVoice,
  DEEDS,
  HELPED,
  lessonMessages,
  PICTURES,
  ProgressDots,
  QuestionFoot,
  QuestionView,
  RECORDINGS,
} from '@sala/web/ui-lesson';
import { lateDownloads } from './late.js';
import { LateView } from './late-view.js';
import { LearnerRecordings } from './learner-recordings.js';
import { LessonDoing } from './lesson-doing.js';
import { LessonPictures, OPEN_VERSION } from './lesson-pictures.js';
import { LessonResult, LessonResultActions } from './lesson-result.js';
import { LessonRun } from './lesson-run.js';
import { messages } from './messages.js';
import { Shelf } from './shelf.js';
import { LESSON_HOST, UNIT_RUN } from './unit-run.js';

/** The first card and its picture have the line to themselves; then the rest of the course comes quietly. */
const REST_AFTER_MS = 1_500;

type ShownCard = Exclude<Card, { kind: 'question' }>;

/** A lesson, one card at a time. */
@Component({
  selector: 'sala-lesson-page',
  imports: [
    Busy,
    CardView,
    CardVoice,
    Heading,
    Icon,
    LateView,
    LessonResult,
    LessonResultActions,
    Notice,
    Page,
    ProgressDots,
    QuestionFoot,
    QuestionView,
  ],
  providers: [
    LessonRun,
    { provide: UNIT_RUN, useExisting: LessonRun },
    { provide: HELPED, useFactory: () => signal(false) },
    { provide: OPEN_VERSION, useFactory: () => inject(LessonRun).version },
    { provide: PICTURES, useClass: LessonPictures },
    { provide: DEEDS, useClass: LessonDoing },
    { provide: RECORDINGS, useClass: LearnerRecordings },
  ],
  templateUrl: './lesson-page.html',
})
export class LessonPage {
  private readonly router = inject(Router);
  private readonly shelf = inject(Shelf);
  private readonly courses = lateDownloads();
  private readonly host = inject(LESSON_HOST, { optional: true });
  protected readonly run = inject(LessonRun);
  protected readonly rehearsing = inject(DEEDS).rehearsing;
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly lessonWords = lessonMessages;
  readonly slug = input.required<string>();
  readonly lesson = input.required<string>();
  /** Whether the lesson is only gone through again, in short. */
  readonly review = input(false);
  private readonly trouble = signal<TroubleCode | undefined>(undefined);
  protected readonly problem = computed(() => {
    const code = this.trouble();
    return code && troubleMessages[code];
  });
  protected readonly notSaved = signal(false);
  private working = false;
  /** The present card when it only shows. */
  protected readonly shown = computed((): ShownCard | undefined => {
    const card = this.run.card();
    return card?.kind === 'question' ? undefined : card;
  });
  /** The present question with its answering. */
  protected readonly asked = computed(() => {
    const card = this.run.card();
    return card?.kind === 'question' ? { question: card.question, answering: this.run.answering(card.question.id) } : undefined;
  });
  protected readonly nextWords = computed(() => (this.run.isLast() ? lessonMessages.finish : lessonMessages.next));

  constructor() {
    // The shelf is read once it is ready, and again when the course first appears on it; later changes to it (a newer version, say) never disturb
    // a lesson under way.
    const isOnShelf = computed(() => this.shelf.bySlug(this.slug()) !== undefined);
    effect(() => {
      const [slug, lesson] = [this.slug(), this.lesson()];
      isOnShelf();
      if (this.shelf.ready()) untracked(() => void this.open(slug, lesson));
    });
    effect(() => {
      if (this.run.ended()) untracked(() => this.host?.ended(this.run.reviewed().score));
    });
    inject(DestroyRef).onDestroy(() => this.run.leaveEnd());
  }

  protected async open(slug = this.slug(), lesson = this.lesson()): Promise<void> {
    this.trouble.set(undefined);
    const trouble = await this.run.open(slug, lesson, this.review()).catch(() => ({ code: 'offline' }) as const);
    this.trouble.set(trouble?.code);
    if (trouble) return;
    await this.saving(() => this.run.recordOpening());
    setTimeout(() => void this.bringCourse(slug, lesson).catch(() => undefined), REST_AFTER_MS);
  }

  private async bringCourse(slug: string, lesson: string): Promise<void> {
    const courses = await this.courses();
    await courses.opened(slug);
    await courses.wholeCourse(slug, lesson);
  }

  protected next(keep = true): Promise<void> {
    return this.saving(() => this.run.next(keep));
  }

  protected check(keep = true): Promise<void> {
    return this.saving(() => this.run.check(keep));
  }

  protected goOnUnsaved(): Promise<void> {
    return this.asked()?.answering.checked() === false ? this.check(false) : this.next(false);
  }

  protected back(): void {
    this.notSaved.set(false);
    if (this.run.back()) return;
    if (this.host) this.host.left();
    else void this.router.navigate(['/course', this.slug()]);
  }

  /** Does one thing at a time; what can't be saved is said, and the screen stays where it is. */
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
