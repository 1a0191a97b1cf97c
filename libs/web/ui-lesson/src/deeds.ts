import { InjectionToken, type WritableSignal } from '@angular/core';
import type { GlossaryEntry } from '@sala/domain/content';
import type { PracticeMode, Recorded, TaskEvidence } from '@sala/domain/practice';

/** What cards can do beyond showing; the page of the lesson provides it, because cards store nothing. */
export interface LessonDeeds {
  /** Whether a practice is under way, so that the way on waits until it is done or left. */
  readonly rehearsing: WritableSignal<boolean>;
  /** The document of a practice of the course, when it is on this phone; the player reads it by its schema. */
  practice(id: string): Promise<unknown>;
  /** What was done in a practice of this lesson before the app was killed. */
  journal(practiceId: string, mode: PracticeMode): Promise<readonly Recorded[]>;
  keepJournal(practiceId: string, mode: PracticeMode, recorded: readonly Recorded[]): Promise<void>;
  practiceDone(practiceId: string, mode: 'watch' | PracticeMode, steps: readonly TaskEvidence[]): Promise<void>;
  screenDiffers(practiceId: string, screen: string): Promise<void>;
  wordKept(label: string): Promise<void>;
  /** A word of the course's glossary, when it is on this phone. */
  term(id: string): Promise<GlossaryEntry | undefined>;
  /** Items of a checklist that are ticked. */
  ticked(cardId: string): readonly number[];
  tick(cardId: string, item: number): Promise<void>;
}

/** Where the voice and photo answers of a learner are kept. */
export interface Recordings {
  /** Keeps a voice or photo on this phone and gives its id. */
  keep(recording: Blob): Promise<string>;
}

/** Whether somebody helps the learner just now. The page provides it; everything recorded while it is on counts as done with help. */
export const HELPED = new InjectionToken<WritableSignal<boolean>>('sala.helped');

/** What cards can do beyond showing. */
export const DEEDS = new InjectionToken<LessonDeeds>('sala.deeds');

/** Where the voice and photo answers of a learner are kept. */
export const RECORDINGS = new InjectionToken<Recordings>('sala.recordings');
