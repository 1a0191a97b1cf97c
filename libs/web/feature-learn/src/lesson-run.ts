import { computed, inject, Injectable, signal } from '@angular/core';
import { quizResult, type Outcome } from '@sala/domain/assessment';
import type { Card, Lesson } from '@sala/domain/content';
import {
  dayOf,
  dueReviews,
  isAllAlone,
  lessonState,
  NO_FACTS,
  questionsRight,
  resumeAt,
  REVIEW_PASS,
  reviewCards,
  type LearningEventKind,
  type LearningEventOf,
  type LessonFacts,
} from '@sala/domain/learning';
import type { Trouble } from '@sala/web/data-api';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import { Downloads, Progress } from '@sala/web/data-sync';
import { Answering, HELPED } from '@sala/web/ui-lesson';
import { LessonPlaces } from './lesson-places.js';
import { Shelf } from './shelf.js';
import type { UnitRun } from './unit-run.js';

/** One learner going through one lesson: every step is on the disk before the screen goes on. */
@Injectable()
export class LessonRun implements UnitRun {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly progress = inject(Progress);
  private readonly shelf = inject(Shelf);
  private readonly places = inject(LessonPlaces);
  private readonly helped = inject(HELPED);
  private answers = new Map<string, Answering>();
  /** What the first answer to each question since the opening was worth. */
  private readonly first = new Map<string, Outcome>();
  private readonly opened = signal<{ version: StoredVersion; lesson: Lesson; cards: readonly Card[]; isReview: boolean } | undefined>(
    undefined,
  );

  readonly lesson = computed(() => this.opened()?.lesson);
  readonly version = computed(() => this.opened()?.version);
  readonly here = signal(0);
  /** The cards to go through: all of the lesson, or those of its review. */
  readonly cards = computed(() => this.opened()?.cards ?? []);
  readonly isReview = computed(() => this.opened()?.isReview ?? false);
  readonly card = computed(() => this.cards()[this.here()]);
  readonly ended = computed(() => this.lesson() !== undefined && this.card() === undefined);
  readonly isLast = computed(() => this.here() + 1 === this.cards().length);
  readonly score = computed(() => {
    const lesson = this.lesson();
    return lesson && questionsRight(lesson, this.facts(lesson.id));
  });
  /** How many questions of the review were right at once. */
  readonly reviewed = signal({ right: 0, of: 0, score: 0 });

  /** Opens a lesson at the first card not seen yet, or its review; says what stood in the way. Needs the shelf to be ready. */
  async open(slug: string, lessonId: string, isReview = false): Promise<Trouble | undefined> {
    this.opened.set(undefined);
    const version = await this.versionFor(slug, lessonId);
    if (!version) return { code: 'not-found' };
    const trouble = await this.downloads.lesson(version, lessonId);
    const lesson = await this.packages.lesson(version, lessonId);
    if (!lesson) return trouble ?? { code: 'not-found' };
    const facts = this.facts(lessonId, version.courseId);
    const cards = isReview ? reviewCards(lesson, facts) : lesson.cards;
    this.here.set(isReview ? 0 : (this.places.of(version.courseId, lessonId) ?? resumeAt(lesson, facts)));
    if (!isReview) this.answers = this.places.answersOf(version.courseId, lessonId);
    this.opened.set({ version, lesson, cards, isReview });
    return undefined;
  }

  /** Records that the lesson was opened, unless it is being gone on with. */
  async recordOpening(): Promise<void> {
    const lesson = this.lesson();
    if (lesson && !this.isReview() && lessonState(this.facts(lesson.id)) === 'not-started')
      await this.record('lesson.opened', { lessonId: lesson.id });
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
    if (keep) await (this.isReview() ? this.recordReviewed(lesson) : this.recordSeen(lesson, card.id));
    this.goTo(this.here() + 1);
  }

  /** Goes one card back; false at the first. */
  back(): boolean {
    if (this.here() === 0 || this.ended()) return false;
    this.goTo(this.here() - 1);
    return true;
  }

  /** Grades and records what was chosen, then lets the screen answer. */
  async check(keep = true): Promise<void> {
    const card = this.card();
    const lesson = this.lesson();
    if (card?.kind !== 'question' || !lesson) return;
    const answering = this.answering(card.question.id);
    const graded = answering.check(card.question);
    if (!graded) return;
    const { response, outcome } = graded;
    const questionId = card.question.id;
    if (keep) await this.record('question.answered', { lessonId: lesson.id, questionId, response, score: outcome.score, aid: this.aid() });
    if (!this.first.has(questionId)) this.first.set(questionId, outcome);
    answering.show(outcome);
  }

  /** Lets go of the place, so that the lesson begins anew when it is opened again. */
  leaveEnd(): void {
    const version = this.version();
    const lesson = this.lesson();
    if (version && lesson && !this.isReview() && this.ended()) this.places.forget(version.courseId, lesson.id);
  }

  private async recordSeen(lesson: Lesson, cardId: string): Promise<void> {
    const facts = this.facts(lesson.id);
    if (!facts?.cards.includes(cardId)) await this.record('card.seen', { lessonId: lesson.id, cardId });
    const aid = this.aidOfAll();
    // Done alone after it was first done with help is news as well.
    const isNews = !facts?.completed || (aid === 'alone' && !facts.completedAlone);
    if (this.isLast() && isNews) await this.record('lesson.completed', { lessonId: lesson.id, aid });
  }

  /** A review that is due is settled by its last card; going through it at another time only practises. */
  private async recordReviewed(lesson: Lesson): Promise<void> {
    if (!this.isLast()) return;
    const { score, mistakes } = quizResult({ pass: REVIEW_PASS }, this.first);
    const counted = [...this.first.values()].filter((outcome) => !outcome.waiting).length;
    this.reviewed.set({ right: counted - mistakes.length, of: counted, score });
    const facts = this.facts(lesson.id);
    const due = dueReviews(facts ? { [lesson.id]: facts } : {}, dayOf(new Date().toISOString()))[0];
    if (due) await this.record('review.done', { lessonId: lesson.id, day: due.day, score, aid: this.aidOfAll() });
  }

  /** Whether what is done just now is done with somebody's help. */
  aid(): 'alone' | 'helped' {
    return this.helped() ? 'helped' : 'alone';
  }

  /** Whether the whole counts as done with help: by what is on the disk, so that a killed app forgets no helper. */
  private aidOfAll(): 'alone' | 'helped' {
    return this.helped() || !isAllAlone(this.factsNow() ?? NO_FACTS) ? 'helped' : 'alone';
  }

  private goTo(place: number): void {
    const version = this.version();
    const lesson = this.lesson();
    if (version && lesson && !this.isReview()) this.places.keep(version.courseId, lesson.id, place);
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

  private facts(lessonId: string, courseId = this.version()?.courseId): LessonFacts | undefined {
    return courseId === undefined ? undefined : this.progress.ofCourse(courseId)[lessonId];
  }

  unitId(): string {
    return this.lesson()?.id ?? '';
  }

  cardId(): string | undefined {
    return this.card()?.id;
  }

  factsNow(): LessonFacts | undefined {
    return this.facts(this.unitId());
  }

  /** Records what the learner did in this lesson, pinned to its version. */
  async record<K extends LearningEventKind>(kind: K, body: LearningEventOf<K>['body']): Promise<void> {
    const version = this.version();
    if (version) await this.progress.record<K>({ kind, body, courseId: version.courseId, version: version.version });
  }
}
