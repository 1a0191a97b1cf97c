import { inject, Injectable, signal } from '@angular/core';
import type { SyncReply } from '@sala/contract/dto';
import { joinCourseFacts, type CourseFacts } from '@sala/domain/learning';
import { moveAway, sendAgain, settle } from './event-log.js';
import { Store, type StoredCatalogue } from './store.js';

/** What the server told this phone: the catalogue, and what learners did on other phones. */
@Injectable({ providedIn: 'root' })
export class ServerNews {
  private readonly store = inject(Store);
  private readonly known = signal<StoredCatalogue | undefined>(undefined);
  /** The catalogue; undefined before the first contact. */
  readonly catalogue = this.known.asReadonly();

  /** Reads the catalogue from the disk. */
  async load(): Promise<void> {
    const database = await this.store.database();
    const kept = await database.get('kept', 'catalogue');
    if (kept?.name === 'catalogue') this.known.set(kept.catalogue);
  }

  /** How far the news of a learner were read, or empty. */
  async cursorOf(learnerId: string): Promise<string> {
    const database = await this.store.database();
    return (await database.get('cursor', learnerId))?.cursor ?? '';
  }

  /** What is known of a learner beside this phone's log, by course: from other phones, and from events that the phone has let go of. */
  async restored(learnerId: string): Promise<Map<string, CourseFacts>> {
    const database = await this.store.database();
    const own = IDBKeyRange.bound([learnerId], [learnerId, []]);
    const rows = [...(await database.getAll('restored', own)), ...(await database.getAll('folded', own))];
    const courses = new Map<string, CourseFacts>();
    for (const { courseId, lessonId, facts } of rows)
      courses.set(courseId, joinCourseFacts(courses.get(courseId) ?? {}, { [lessonId]: facts }));
    return courses;
  }

  /**
   * Keeps what the server said, in one transaction: what it took and refused, its news (in place of all earlier ones, where attempts were moved
   * between learners), and the cursor by which its epoch is known. A cursor of another
   * epoch says that the server was restored from a backup: what it once accepted may be gone there, so it waits to be sent again. Gives the number of
   * events that do.
   */
  async take({ accepted, refused, news, catalogue }: Pick<SyncReply, 'accepted' | 'refused' | 'news' | 'catalogue'>): Promise<number> {
    if (accepted.length + refused.length + news.length === 0 && !catalogue) return 0;
    const anew = news.some(({ startOver }) => startOver) ? (['restored', 'folded'] as const) : (['restored'] as const);
    const told = news.some(({ words }) => words) ? (['word'] as const) : [];
    const again = await this.store.write<NewsTable, number>([...anew, ...told, 'cursor', 'kept', 'event'], async (transaction) => {
      let waiting = 0;
      for (const { learnerId, cursor, progress, startOver, words = [] } of news) {
        // What the log let go of had been accepted, so the server's news hold it as well, without what was moved.
        if (startOver)
          for (const table of anew) await transaction.objectStore(table).delete(IDBKeyRange.bound([learnerId], [learnerId, []]));
        for (const { courseId, lessonId, facts } of progress)
          await transaction.objectStore('restored').put({ learnerId, courseId, lessonId, facts });
        for (const word of words) await transaction.objectStore('word').put({ ...word, learnerId });
        const before = (await transaction.objectStore('cursor').get(learnerId))?.cursor;
        if (before !== undefined && epochOf(before) !== epochOf(cursor)) waiting += await sendAgain(transaction, learnerId);
        if (startOver) await moveAway(transaction, learnerId, startOver.moved);
        await transaction.objectStore('cursor').put({ learnerId, cursor });
      }
      await settle(transaction, accepted, refused);
      if (catalogue) await transaction.objectStore('kept').put({ name: 'catalogue', catalogue });
      return waiting;
    });
    if (catalogue) this.known.set(catalogue);
    return again;
  }
}

type NewsTable = 'restored' | 'folded' | 'cursor' | 'kept' | 'event' | 'word';

/** A cursor begins with the epoch of the server that gave it. */
const epochOf = (cursor: string): string => cursor.split('.')[0] ?? '';
