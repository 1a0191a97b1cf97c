import { computed, inject, Injectable, signal } from '@angular/core';
import { draw, drawnQuestions, grade, quizResult } from '@sala/domain/assessment';
import { readQuiz, type Quiz, type Response } from '@sala/domain/content';
import type { QuizOutline } from '@sala/domain/publishing';
import { PackageStore, Rehearsals, type StoredAttempt, type StoredVersion } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Downloads, Progress } from '@sala/web/data-sync';
import { Shelf } from './shelf.js';

/** One learner going through one quiz: what was drawn and answered is on the disk, so that a killed app goes on at the same question. */
@Injectable()
export class QuizRun {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly progress = inject(Progress);
  private readonly rehearsals = inject(Rehearsals);
  private readonly session = inject(Session);
  private readonly shelf = inject(Shelf);
  private readonly opened = signal<{ version: StoredVersion; quiz: Quiz } | undefined>(undefined);
  private readonly attempt = signal<StoredAttempt | undefined>(undefined);

  readonly version = computed(() => this.opened()?.version);
  readonly quiz = computed(() => this.opened()?.quiz);
  private readonly drawn = computed(() => drawnQuestions({ bank: this.quiz()?.bank ?? [] }, this.attempt()?.questions ?? []));
  readonly of = computed(() => this.drawn().length);
  /** The question to answer now; undefined when all are answered. */
  readonly question = computed(() => this.drawn().find((question) => this.attempt()?.responses[question.id] === undefined));
  readonly here = computed(() => this.drawn().findIndex((question) => question === this.question()) + 1);
  readonly ended = computed(() => this.of() > 0 && this.question() === undefined);
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
  /** Lessons whose practice still has to be done alone before the quiz counts. */
  readonly practicesLeft = computed(() => {
    const facts = Object.values(this.progress.ofCourse(this.version()?.courseId ?? ''));
    return (this.quiz()?.practices ?? []).filter((id) => !facts.some((lesson) => lesson.passed.includes(id)));
  });
  readonly passed = computed(() => this.result()?.passed === true && this.practicesLeft().length === 0);

  /** Opens a quiz, or goes on with the attempt under way; false when it is not on this phone. */
  async open(slug: string, quizId: string): Promise<boolean> {
    const version = this.shelf.bySlug(slug)?.version;
    const outline = version?.manifest.quizzes.find((one) => one.id === quizId);
    const quiz = version && outline && (await this.read(version, outline));
    if (!version || !quiz) return false;
    this.opened.set({ version, quiz });
    const kept = await this.rehearsals.attempt(this.learnerId(), place(version, quiz));
    if (kept) this.attempt.set(kept);
    else await this.begin();
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
    await this.progress.record({ ...this.pinned(), kind: 'quiz.begun', body: { lessonId: quiz.id, attempt: attempt.id, seed, questions } });
    this.attempt.set(attempt);
  }

  /** Keeps and records an answer; the last one ends the quiz. */
  async answer(response: Response): Promise<void> {
    const [question, attempt, quiz] = [this.question(), this.attempt(), this.quiz()];
    if (!question || !attempt || !quiz) return;
    const next = { ...attempt, responses: { ...attempt.responses, [question.id]: response } };
    const { score } = grade(question, response);
    await this.progress.record({
      ...this.pinned(),
      kind: 'question.answered',
      body: { lessonId: quiz.id, questionId: question.id, response, score, aid: 'alone' },
    });
    await this.rehearsals.keepAttempt(next);
    this.attempt.set(next);
    if (this.ended()) await this.end(next, quiz);
  }

  private async end(attempt: StoredAttempt, quiz: Quiz): Promise<void> {
    const score = this.result()?.score ?? 0;
    await this.progress.record({
      ...this.pinned(),
      kind: 'quiz.completed',
      body: { lessonId: quiz.id, attempt: attempt.id, score, passed: this.passed(), aid: 'alone' },
    });
    await this.rehearsals.endAttempt(attempt);
  }

  private async read(version: StoredVersion, { file }: QuizOutline): Promise<Quiz | undefined> {
    await this.downloads.file(version, file);
    const read = readQuiz(await this.packages.document(version, file));
    return read.ok ? read.value : undefined;
  }

  private pinned(): { courseId: string; version: number } {
    return { courseId: this.version()?.courseId ?? '', version: this.version()?.version ?? 1 };
  }

  private learnerId(): string {
    return this.session.learner()?.personId ?? '';
  }
}

const place = (version: StoredVersion, quiz: Quiz): string => `${version.courseId} ${quiz.id}`;
