import { inject, Injectable } from '@angular/core';
import { joinCourseFacts, letGo, NO_FACTS, type CourseFacts } from '@sala/domain/learning';
import { EventLog } from './event-log.js';
import { Store, type StoredEvent, type Writing } from './store.js';

type Tables = 'event' | 'restored' | 'folded';

/** Keeps the log of a phone small: what the server has held for long enough leaves, and its facts stay. */
@Injectable({ providedIn: 'root' })
export class Upkeep {
  private readonly store = inject(Store);
  private readonly log = inject(EventLog);

  /** Lets go of what may leave, in one transaction; `now` is the server's clock. Gives how many events went. */
  async run(now: number): Promise<number> {
    const gone = await this.store.write(['event', 'restored', 'folded'], async (transaction) => {
      const events = (await transaction.objectStore('event').getAll()).filter(({ state }) => state !== 'moved');
      let count = 0;
      for (const learnerId of new Set(events.map((event) => event.learnerId)))
        count += await tidy(
          transaction,
          learnerId,
          events.filter((event) => event.learnerId === learnerId),
          now,
        );
      return count;
    });
    if (gone > 0) this.log.changed();
    return gone;
  }
}

async function tidy(transaction: Writing<Tables>, learnerId: string, events: readonly StoredEvent[], now: number): Promise<number> {
  // From when the phone first sees an event as accepted: a little later than it was, never earlier.
  for (const event of events)
    if (event.state === 'accepted' && event.heldSince === undefined)
      await transaction.objectStore('event').put({ ...event, heldSince: now });
  const held = events.map(({ event, state, heldSince }) => (state === 'accepted' ? { event, heldSince } : { event }));
  const { ids, facts } = letGo(held, await knownOf(transaction, learnerId), now);
  for (const id of ids) await transaction.objectStore('event').delete(id);
  for (const [courseId, lessons] of facts) {
    for (const [lessonId, one] of Object.entries(lessons)) {
      const before = (await transaction.objectStore('folded').get([learnerId, courseId, lessonId]))?.facts ?? NO_FACTS;
      const joined = joinCourseFacts({ [lessonId]: before }, { [lessonId]: one })[lessonId] ?? one;
      await transaction.objectStore('folded').put({ learnerId, courseId, lessonId, facts: joined });
    }
  }
  return ids.length;
}

async function knownOf(transaction: Writing<Tables>, learnerId: string): Promise<ReadonlyMap<string, CourseFacts>> {
  const own = IDBKeyRange.bound([learnerId], [learnerId, []]);
  const rows = [...(await transaction.objectStore('restored').getAll(own)), ...(await transaction.objectStore('folded').getAll(own))];
  const known = new Map<string, CourseFacts>();
  for (const { courseId, lessonId, facts } of rows) known.set(courseId, joinCourseFacts(known.get(courseId) ?? {}, { [lessonId]: facts }));
  return known;
}
