import { inject, Injectable } from '@angular/core';
import { Session } from '@sala/web/data-session';

/** Where a learner was in each lesson while the app runs, so that help or the course page can be looked at in between. */
@Injectable({ providedIn: 'root' })
export class LessonPlaces {
  private readonly session = inject(Session);
  private readonly places = new Map<string, number>();

  /** The card at which the lesson was left, if it was. */
  of(courseId: string, lessonId: string): number | undefined {
    return this.places.get(this.key(courseId, lessonId));
  }

  /** Keeps the present card. */
  keep(courseId: string, lessonId: string, place: number): void {
    this.places.set(this.key(courseId, lessonId), place);
  }

  /** Forgets where the lesson was left. */
  forget(courseId: string, lessonId: string): void {
    this.places.delete(this.key(courseId, lessonId));
  }

  private key(courseId: string, lessonId: string): string {
    return `${this.session.learner()?.personId ?? ''} ${courseId} ${lessonId}`;
  }
}
