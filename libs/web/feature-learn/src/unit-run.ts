import { InjectionToken, type Signal } from '@angular/core';
import type { LearningEventKind, LearningEventOf, LessonFacts } from '@sala/domain/learning';
import type { StoredVersion } from '@sala/web/data-device';

/** A lesson or quiz that somebody is going through, as its cards know it. */
export interface UnitRun {
  readonly version: Signal<StoredVersion | undefined>;
  unitId(): string;
  /** What is known of the learner and this lesson or quiz. */
  factsNow(): LessonFacts | undefined;
  /** Whether what is done just now is done with somebody's help. */
  aid(): 'alone' | 'helped';
  /** Records what the learner did, pinned to the version. */
  record<K extends LearningEventKind>(kind: K, body: LearningEventOf<K>['body']): Promise<void>;
}

/** The lesson or quiz of the page. */
export const UNIT_RUN = new InjectionToken<UnitRun>('sala.unit-run');
