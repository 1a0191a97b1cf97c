import { inject, Injectable } from '@angular/core';
import type { Recorded } from '@sala/domain/practice';
import { Store, type StoredAttempt } from './store.js';

/** Practices and quizzes under way, and recorded answers: what a learner is in the middle of, tap by tap. */
@Injectable({ providedIn: 'root' })
export class Rehearsals {
  private readonly store = inject(Store);

  /** What was done in a practice so far. */
  async journal(learnerId: string, place: string): Promise<readonly Recorded[]> {
    const database = await this.store.database();
    return (await database.get('journal', [learnerId, place]))?.recorded ?? [];
  }

  /** Keeps what was done so far; an empty list lets go of it. */
  async keepJournal(learnerId: string, place: string, recorded: readonly Recorded[]): Promise<void> {
    await this.store.write(['journal'], async (transaction) => {
      const journals = transaction.objectStore('journal');
      if (recorded.length === 0) await journals.delete([learnerId, place]);
      else await journals.put({ learnerId, place, recorded });
    });
  }

  /** The quiz that a learner is in the middle of. */
  async attempt(learnerId: string, place: string): Promise<StoredAttempt | undefined> {
    const database = await this.store.database();
    return database.get('attempt', [learnerId, place]);
  }

  /** Keeps a quiz as it stands. */
  async keepAttempt(attempt: StoredAttempt): Promise<void> {
    await this.store.write(['attempt'], (transaction) => transaction.objectStore('attempt').put(attempt));
  }

  /** Lets go of a quiz that is ended. */
  async endAttempt({ learnerId, place }: StoredAttempt): Promise<void> {
    await this.store.write(['attempt'], (transaction) => transaction.objectStore('attempt').delete([learnerId, place]));
  }

  /** Keeps a voice or photo and gives its id. */
  async keepRecording(learnerId: string, recording: Blob): Promise<string> {
    const id = crypto.randomUUID();
    const bytes = await recording.arrayBuffer();
    await this.store.write(['recording'], (transaction) =>
      transaction.objectStore('recording').put({ id, learnerId, mediaType: recording.type, bytes }),
    );
    return id;
  }
}
