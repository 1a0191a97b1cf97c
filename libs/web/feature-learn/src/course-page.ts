import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Downloads, Progress } from '@sala/web/data-sync';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import { lateDownloads } from './late.js';
import { messages } from './messages.js';
import { QuizRows } from './quiz-rows.js';
import { Shelf } from './shelf.js';
import { standingIn } from './standing.js';

/** A course: its lessons, where the learner stands in each, and the one to go on with. */
@Component({
  selector: 'sala-course-page',
  imports: [Busy, Heading, Icon, Notice, Page, QuizRows, RouterLink],
  templateUrl: './course-page.html',
})
export class CoursePage {
  private readonly downloads = inject(Downloads);
  private readonly courses = lateDownloads();
  private readonly progress = inject(Progress);
  protected readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly slug = input.required<string>();
  private readonly trouble = signal<TroubleCode | undefined>(undefined);
  protected readonly problem = computed(() => {
    const code = this.trouble() ?? (this.shelf.ready() && !this.course() ? 'not-found' : undefined);
    return code && !this.course()?.version ? troubleMessages[code] : undefined;
  });
  protected readonly course = computed(() => this.shelf.bySlug(this.slug()));
  protected readonly lessons = computed(() => {
    const facts = this.progress.ofCourse(this.course()?.entry.courseId ?? '');
    return (this.course()?.version?.manifest.lessons ?? []).map((lesson) => {
      return { ...lesson, ...standingIn(lesson, facts, this.course()?.skipped ?? new Set()) };
    });
  });
  protected readonly quizzes = computed(() => {
    const facts = this.progress.ofCourse(this.course()?.entry.courseId ?? '');
    return (this.course()?.version?.manifest.quizzes ?? []).map((quiz) => ({ ...quiz, passed: facts[quiz.id]?.completed ?? false }));
  });
  /** A check of what is known already comes before the lessons while none is completed; afterwards tests come after them. */
  protected readonly before = computed(() =>
    this.quizzes().filter((quiz) => quiz.purpose === 'placement' && !quiz.passed && this.course()?.done === 0),
  );
  protected readonly after = computed(() => this.quizzes().filter((quiz) => !this.before().includes(quiz)));
  /** The lesson behind the big button: the next one, or the first again. */
  protected readonly action = computed(() => {
    const next = this.course()?.next ?? this.lessons()[0];
    const state = this.lessons().find((lesson) => lesson.id === next?.id)?.state;
    return next && { id: next.id, words: state === 'completed' ? messages.repeat : state === 'started' ? messages.goOn : messages.start };
  });

  constructor() {
    effect(() => {
      const course = this.shelf.ready() ? this.course() : undefined;
      if (course) untracked(() => void this.fetch(course.next?.id).catch(() => this.trouble.set('offline')));
    });
  }

  protected async fetch(fromLessonId?: string): Promise<void> {
    const entry = this.course()?.entry;
    if (!entry) return;
    this.trouble.set(undefined);
    this.trouble.set((await this.downloads.course(entry))?.code);
    // A course that was neither begun nor asked for costs nothing yet: its size is told before it comes.
    const courses = await this.courses();
    await (this.course()?.started ? courses.wholeCourse(entry.slug, fromLessonId) : courses.goOn(entry.slug));
  }
}
