import { inject, Injectable } from '@angular/core';
import { Session } from '@sala/web/data-session';
import type { Answering } from '@sala/web/ui-lesson';

/** Where a learner was in each lesson while the app runs, so that help or the course page can be looked at in between. */
@Injectable({ providedIn: 'root' })
export class LessonPlaces {
  private readonly session = inject(Session);
  private readonly places = new Map<string, number>();
  private readonly answers = new Map<string, Map<string, Answering>>();

  /** The card at which the lesson was left, if it was. */
  of(courseId: string, lessonId: string): number | undefined {
    return this.places.get(this.key(courseId, lessonId));
  }

  /** Keeps the present card. */
  keep(courseId: string, lessonId: string, place: number): void {
    this.places.set(this.key(courseId, lessonId), place);
  }

  /** The answers to the questions of a lesson as they were left, by question. */
  answersOf(courseId: string, lessonId: string): Map<string, Answering> {
    const key = this.key(courseId, lessonId);
    const answers = this.answers.get(key) ?? new Map<string, Answering>();
    this.answers.set(key, answers);
    return answers;
  }

  /** Forgets where the lesson was left. */
  forget(courseId: string, lessonId: string): void {
    this.places.delete(this.key(courseId, lessonId));
    this.answers.delete(this.key(courseId, lessonId));
  }

  private key(courseId: string, lessonId: string): string {
    return `${this.session.learner()?.personId ?? ''} ${courseId} ${lessonId}`;
  }
}
