import { computed, inject, Injectable, signal } from '@angular/core';
import { draw, drawnQuestions, grade, quizResult, type Outcome } from '@sala/domain/assessment';
import { readQuiz, type Question, type Quiz, type Response } from '@sala/domain/content';
import type { LearningEventKind, LearningEventOf, LessonFacts } from '@sala/domain/learning';
import type { QuizOutline } from '@sala/domain/publishing';
import { PackageStore, Rehearsals, type StoredAttempt, type StoredVersion } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Downloads, Progress } from '@sala/web/data-sync';
import { HELPED } from '@sala/web/ui-lesson';
import { Shelf } from './shelf.js';
import type { UnitRun } from './unit-run.js';

/** One learner going through one quiz: what was drawn and answered is on the disk, so that a killed app goes on at the same question. */
@Injectable()
export class QuizRun implements UnitRun {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly progress = inject(Progress);
  private readonly rehearsals = inject(Rehearsals);
  private readonly session = inject(Session);
  private readonly shelf = inject(Shelf);
  private readonly helped = inject(HELPED);
  private readonly opened = signal<{ version: StoredVersion; quiz: Quiz } | undefined>(undefined);
  private settled = '';
  private readonly attempt = signal<StoredAttempt | undefined>(undefined);

  readonly version = computed(() => this.opened()?.version);
  readonly quiz = computed(() => this.opened()?.quiz);
  private readonly drawn = computed(() => drawnQuestions({ bank: this.quiz()?.bank ?? [] }, this.attempt()?.questions ?? []));
  readonly of = computed(() => this.drawn().length);
  /** The question to answer now; undefined when all are answered. */
  readonly question = computed(() => this.drawn().find((question) => this.attempt()?.responses[question.id] === undefined));
  readonly here = computed(() => this.drawn().findIndex((question) => question === this.question()) + 1);
  readonly answered = computed(() => this.of() > 0 && this.question() === undefined);
  readonly result = computed(() => {
    const quiz = this.quiz();
    const responses = this.attempt()?.responses ?? {};
    const graded = this.drawn().flatMap((question) => {
      const response = responses[question.id];
      return response ? [[question.id, grade(question, response)] as const] : [];
    });
    return quiz && quizResult(quiz, new Map(graded));
  });
  readonly mistakes = computed(() => this.drawn().filter((question) => this.result()?.mistakes.includes(question.id)));
  /** Practices that still have to be done alone on the simulated phone before a good result counts. */
  readonly practicesLeft = computed(() => {
    const facts = Object.values(this.progress.ofCourse(this.version()?.courseId ?? ''));
    const left = (this.quiz()?.practices ?? []).filter((id) => !facts.some((lesson) => lesson.passed.includes(id)));
    return this.result()?.passed ? left : [];
  });
  readonly passed = computed(() => this.result()?.passed === true && this.practicesLeft().length === 0);
  readonly ended = computed(() => this.answered() && this.practicesLeft().length === 0);

  /** Opens a quiz, or goes on with the attempt under way; false when it is not on this phone. */
  async open(slug: string, quizId: string): Promise<boolean> {
    const version = this.shelf.bySlug(slug)?.version;
    const outline = version?.manifest.quizzes.find((one) => one.id === quizId);
    const quiz = version && outline && (await this.read(version, outline));
    if (!version || !quiz) return false;
    this.opened.set({ version, quiz });
    const kept = await this.rehearsals.attempt(this.learnerId(), place(version, quiz));
    this.attempt.set(kept);
    // Everything that was drawn may have been retired since; then there is nothing to go on with.
    if (this.of() === 0) await this.begin();
    return true;
  }

  /** Begins an attempt: never-seen questions first. */
  async begin(): Promise<void> {
    const opened = this.opened();
    if (!opened) return;
    const { version, quiz } = opened;
    const seen = new Set(Object.keys(this.progress.ofCourse(version.courseId)[quiz.id]?.questions ?? {}));
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const questions = draw(quiz, seen, seed).map((question) => question.id);
    const attempt: StoredAttempt = {
      learnerId: this.learnerId(),
      place: place(version, quiz),
      id: crypto.randomUUID(),
      seed,
      version: version.version,
      questions,
      responses: {},
    };
    await this.rehearsals.keepAttempt(attempt);
    await this.record('quiz.begun', { lessonId: quiz.id, attempt: attempt.id, seed, questions });
    this.attempt.set(attempt);
  }

  /** Keeps and records an answer of the attempt. */
  async answer(question: Question, response: Response): Promise<Outcome | undefined> {
    const attempt = this.attempt();
    if (!attempt) return undefined;
    const outcome = await this.recordAnswer(question, response);
    const helped = (attempt.helped ?? false) || this.helped();
    const next = { ...attempt, helped, responses: { ...attempt.responses, [question.id]: response } };
    await this.rehearsals.keepAttempt(next);
    this.attempt.set(next);
    return outcome;
  }

  /** Records an answer beside the attempt: a mistake that is gone through again. */
  async recordAnswer(question: Question, response: Response): Promise<Outcome> {
    const outcome = grade(question, response);
    const { score } = outcome;
    await this.record('question.answered', { lessonId: this.unitId(), questionId: question.id, response, score, aid: this.aid() });
    return outcome;
  }

  /** Ends the attempt once nothing is left to answer or to do; what was still to do may have been done in a lesson meanwhile. */
  async settle(): Promise<void> {
    const [attempt, quiz] = [this.attempt(), this.quiz()];
    if (!attempt || !quiz || !this.ended() || this.settled === attempt.id) return;
    this.settled = attempt.id;
    await this.record('quiz.completed', {
      lessonId: quiz.id,
      attempt: attempt.id,
      score: this.result()?.score ?? 0,
      passed: this.passed(),
      aid: attempt.helped || this.helped() ? 'helped' : 'alone',
    });
    await this.rehearsals.endAttempt(attempt);
  }

  /** Whether what is done just now is done with somebody's help. */
  aid(): 'alone' | 'helped' {
    return this.helped() ? 'helped' : 'alone';
  }

  private async read(version: StoredVersion, { file }: QuizOutline): Promise<Quiz | undefined> {
    await this.downloads.file(version, file);
    const read = readQuiz(await this.packages.document(version, file));
    return read.ok ? read.value : undefined;
  }

  unitId(): string {
    return this.quiz()?.id ?? '';
  }

  factsNow(): LessonFacts | undefined {
    return this.progress.ofCourse(this.version()?.courseId ?? '')[this.unitId()];
  }

  /** Records what the learner did in this quiz, pinned to its version. */
  async record<K extends LearningEventKind>(kind: K, body: LearningEventOf<K>['body']): Promise<void> {
    const version = this.version();
    if (version) await this.progress.record<K>({ kind, body, courseId: version.courseId, version: version.version });
  }

  private learnerId(): string {
    return this.session.learner()?.personId ?? '';
  }
}

const place = (version: StoredVersion, quiz: Quiz): string => `${version.courseId} ${quiz.id}`;
