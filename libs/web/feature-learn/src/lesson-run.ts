import { computed, inject, Injectable, signal } from '@angular/core';
import type { Lesson } from '@sala/domain/content';
import { lessonState, questionsRight, resumeAt, type LearningEventKind, type LearningEventOf } from '@sala/domain/learning';
import type { Trouble } from '@sala/web/data-api';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import { Downloads, Progress } from '@sala/web/data-sync';
import { Answering } from '@sala/web/ui-lesson';
import { LessonPlaces } from './lesson-places.js';
import { Shelf } from './shelf.js';

/** One learner going through one lesson: every step is on the disk before the screen goes on. */
@Injectable()
export class LessonRun {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly progress = inject(Progress);
  private readonly shelf = inject(Shelf);
  private readonly places = inject(LessonPlaces);
  private readonly answers = new Map<string, Answering>();
  private readonly opened = signal<{ version: StoredVersion; lesson: Lesson } | undefined>(undefined);

  readonly lesson = computed(() => this.opened()?.lesson);
  readonly version = computed(() => this.opened()?.version);
  readonly here = signal(0);
  readonly card = computed(() => this.lesson()?.cards[this.here()]);
  readonly ended = computed(() => this.lesson() !== undefined && this.card() === undefined);
  readonly isLast = computed(() => this.here() + 1 === this.lesson()?.cards.length);
  readonly score = computed(() => {
    const lesson = this.lesson();
    return lesson && questionsRight(lesson, this.facts(lesson.id));
  });

  /** Opens a lesson at the first card not seen yet; says what stood in the way. Needs the shelf to be ready. */
  async open(slug: string, lessonId: string): Promise<Trouble | undefined> {
    this.opened.set(undefined);
    const version = await this.versionFor(slug, lessonId);
    if (!version) return { code: 'not-found' };
    const trouble = await this.downloads.lesson(version, lessonId);
    const lesson = await this.packages.lesson(version, lessonId);
    if (!lesson) return trouble ?? { code: 'not-found' };
    this.here.set(this.places.of(version.courseId, lessonId) ?? resumeAt(lesson, this.facts(lessonId, version.courseId)));
    this.opened.set({ version, lesson });
    return undefined;
  }

  /** Records that the lesson was opened, unless it is being gone on with. */
  async recordOpening(): Promise<void> {
    const lesson = this.lesson();
    if (lesson && lessonState(this.facts(lesson.id)) === 'not-started') await this.record('lesson.opened', { lessonId: lesson.id });
  }

  /** The answering of a question of this lesson; going back finds it as it was left. */
  answering(questionId: string): Answering {
    const answering = this.answers.get(questionId) ?? new Answering();
    this.answers.set(questionId, answering);
    return answering;
  }

  /** Goes on to the next card, once it is recorded that this one was seen; `keep` false goes on without. */
  async next(keep = true): Promise<void> {
    const lesson = this.lesson();
    const card = this.card();
    if (!lesson || !card) return;
    if (keep) await this.recordSeen(lesson, card.id);
    this.goTo(this.here() + 1);
  }

  /** Goes one card back; false at the first. */
  back(): boolean {
    if (this.here() === 0 || this.ended()) return false;
    this.goTo(this.here() - 1);
    return true;
  }

  /** Grades and records what was chosen, then lets the screen answer; false when nothing was chosen. */
  async check(keep = true): Promise<boolean> {
    const card = this.card();
    const lesson = this.lesson();
    if (card?.kind !== 'question' || !lesson) return false;
    const answering = this.answering(card.question.id);
    const graded = answering.check(card.question);
    if (!graded) return false;
    const { response, outcome } = graded;
    if (keep)
      await this.record('question.answered', {
        lessonId: lesson.id,
        questionId: card.question.id,
        response,
        score: outcome.score,
        aid: 'alone',
      });
    answering.show(outcome);
    return true;
  }

  /** Lets go of the place, so that the lesson begins anew when it is opened again. */
  leaveEnd(): void {
    const version = this.version();
    const lesson = this.lesson();
    if (version && lesson && this.ended()) this.places.forget(version.courseId, lesson.id);
  }

  private async recordSeen(lesson: Lesson, cardId: string): Promise<void> {
    const facts = this.facts(lesson.id);
    if (!facts?.cards.includes(cardId)) await this.record('card.seen', { lessonId: lesson.id, cardId });
    if (this.isLast() && !facts?.completed) await this.record('lesson.completed', { lessonId: lesson.id, aid: 'alone' });
  }

  private goTo(place: number): void {
    const version = this.version();
    const lesson = this.lesson();
    if (version && lesson) this.places.keep(version.courseId, lesson.id, place);
    this.here.set(place);
  }

  private async versionFor(slug: string, lessonId: string): Promise<StoredVersion | undefined> {
    const course = this.shelf.bySlug(slug);
    if (!course) return undefined;
    const begun = this.progress.versionBegun(course.entry.courseId, lessonId);
    const pinned = begun === undefined ? undefined : await this.packages.version(course.entry.courseId, begun);
    if (pinned) return pinned;
    if (!course.version) await this.downloads.course(course.entry);
    return this.packages.current(slug);
  }

  private facts(lessonId: string, courseId = this.version()?.courseId) {
    return courseId === undefined ? undefined : this.progress.ofCourse(courseId)[lessonId];
  }

  /** What is known of the learner and this lesson. */
  factsNow() {
    const lesson = this.lesson();
    return lesson && this.facts(lesson.id);
  }

  /** Records what the learner did in this lesson, pinned to its version. */
  async record<K extends LearningEventKind>(kind: K, body: LearningEventOf<K>['body']): Promise<void> {
    const version = this.version();
    if (version) await this.progress.record<K>({ kind, body, courseId: version.courseId, version: version.version });
  }
}
