import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { CatalogueEntry } from '@sala/contract/dto';
import { dayOf, dueReviews, isSettled, nextLesson, skippedLessons } from '@sala/domain/learning';
import type { LessonOutline } from '@sala/domain/publishing';
import { PackageStore, ServerNews, type StoredVersion } from '@sala/web/data-device';
import { Progress } from '@sala/web/data-sync';

/** A course as the learner stands in it. */
export interface CourseOnShelf {
  entry: CatalogueEntry;
  /** Here when the manifest is on this phone. */
  version?: StoredVersion;
  done: number;
  of: number;
  /** The lesson to go on with, when the manifest is here and one is left. */
  next?: LessonOutline;
  started: boolean;
  /** Lessons that a placement check showed to be known. */
  skipped: ReadonlySet<string>;
  /** Lessons whose review is due today. */
  reviews: LessonOutline[];
}

/** The courses of the catalogue with what this phone has of them and how far the learner has come. */
@Injectable({ providedIn: 'root' })
export class Shelf {
  private readonly packages = inject(PackageStore);
  private readonly news = inject(ServerNews);
  private readonly progress = inject(Progress);
  private readonly versions = signal<ReadonlyMap<string, StoredVersion> | undefined>(undefined);

  /** Whether the phone has been looked through, so that what is missing is really missing. */
  readonly ready = computed(() => this.versions() !== undefined && this.progress.ready());

  /** Every course, in the catalogue's order. */
  readonly courses = computed<CourseOnShelf[]>(() => (this.news.catalogue()?.courses ?? []).map((entry) => this.standing(entry)));

  /** The first review that is due, with its course. */
  readonly review = computed(() => {
    const course = this.courses().find((one) => one.reviews.length > 0);
    const [lesson] = course?.reviews ?? [];
    return course && lesson && { course, lesson };
  });

  /** Today's course: one that was begun, else the first that is not completed. */
  readonly today = computed(() => {
    const open = this.courses().filter((course) => course.done < course.of);
    return open.find((course) => course.started) ?? open[0];
  });

  constructor() {
    effect(() => {
      this.packages.revision();
      untracked(() => void this.look().catch(() => this.versions.set(new Map())));
    });
  }

  /** A course by its slug. */
  bySlug(slug: string): CourseOnShelf | undefined {
    return this.courses().find((course) => course.entry.slug === slug);
  }

  private async look(): Promise<void> {
    const versions = await this.packages.allCurrent();
    this.versions.set(new Map(versions.map((version) => [version.courseId, version])));
  }

  private standing(entry: CatalogueEntry): CourseOnShelf {
    const version = this.versions()?.get(entry.courseId);
    const facts = this.progress.ofCourse(entry.courseId);
    const lessons = version?.manifest.lessons ?? [];
    const ids = version ? lessons.map((lesson) => lesson.id) : Object.keys(facts);
    const skipped = skippedLessons(version?.manifest.quizzes ?? [], facts);
    const next = nextLesson(lessons, facts, skipped);
    const due = new Set(dueReviews(facts, dayOf(new Date().toISOString())).map((review) => review.lessonId));
    return {
      entry,
      skipped,
      reviews: lessons.filter((lesson) => due.has(lesson.id)),
      ...(version ? { version } : {}),
      ...(next ? { next } : {}),
      done: ids.filter((id) => isSettled(id, facts, skipped)).length,
      of: version ? lessons.length : entry.lessons,
      started: Object.keys(facts).length > 0,
    };
  }
}
