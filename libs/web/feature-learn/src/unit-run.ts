import { InjectionToken, type Signal } from '@angular/core';
import type { Aid, LearningEventKind, LearningEventOf, LessonFacts } from '@sala/domain/learning';
import type { StoredVersion } from '@sala/web/data-device';

/** A lesson or quiz that somebody is going through, as its cards know it. */
export interface UnitRun {
  readonly version: Signal<StoredVersion | undefined>;
  unitId(): string;
  /** The card that is shown, where there are cards. */
  cardId?(): string | undefined;
  /** What is known of the learner and this lesson or quiz. */
  factsNow(): LessonFacts | undefined;
  /** Whether what is done just now is done with somebody's help. */
  aid(): Aid;
  /** Records what the learner did, pinned to the version. */
  record<K extends LearningEventKind>(kind: K, body: LearningEventOf<K>['body']): Promise<void>;
}

/** The lesson or quiz of the page. */
export const UNIT_RUN = new InjectionToken<UnitRun>('sala.unit-run');

/** What goes through a lesson otherwise than one learner alone, such as a group. */
export interface LessonHost {
  /** The way back was taken at the first card. */
  left(): void;
  /** All cards were gone through; `score` is the share (0 to 1) of the points of a review. */
  ended(score: number): void;
}

/** Who is told how the lesson of the page goes on; nobody when one learner takes it. */
export const LESSON_HOST = new InjectionToken<LessonHost>('sala.lesson-host');
