import { inject, Injectable } from '@angular/core';
import { EventLog } from './event-log.js';
import { Profiles } from './profiles.js';
import { Store, type Table, type Writing } from './store.js';

/** Where something of a single person is kept; each row names them. Nothing in them is shown to anybody else. */
export const PERSON_TABLES = ['profile', 'event', 'restored', 'cursor', 'journal', 'attempt', 'recording'] as const satisfies Table[];
/** What belongs to the phone, whoever learns. */
export const PHONE_TABLES = ['version', 'carried', 'current', 'file', 'part', 'kept'] as const satisfies Table[];

type PersonTable = (typeof PERSON_TABLES)[number];

/** What would be lost with a person's place on this phone. */
export interface Unsent {
  /** Lessons with something that no server has. */
  lessons: number;
  /** Voices and photos, which the mentor may not have yet. */
  recordings: number;
}

/** What people own on this phone, when they leave it. */
@Injectable({ providedIn: 'root' })
export class Belongings {
  private readonly store = inject(Store);
  private readonly profiles = inject(Profiles);
  private readonly log = inject(EventLog);

  /** What of a person is nowhere but here. */
  async unsent(personId: string): Promise<Unsent> {
    const database = await this.store.database();
    const events = await database.getAllFromIndex('event', 'learner', personId);
    const lessons = events
      .filter((one) => one.state !== 'accepted' && one.state !== 'moved')
      .map(({ event }) => `${event.courseId} ${event.body.lessonId}`);
    const recordings = (await database.getAll('recording')).filter((one) => one.learnerId === personId);
    return { lessons: new Set(lessons).size, recordings: recordings.length };
  }

  /** Takes a person, and all of theirs, from this phone. */
  async remove(personId: string): Promise<void> {
    await this.store.write([...PERSON_TABLES], async (transaction) => {
      for (const table of PERSON_TABLES) await eachOf(transaction, table, personId, (row) => row.delete());
    });
    await this.profiles.load();
    this.log.changed();
  }
}

interface Row {
  value: object;
  delete(): Promise<void>;
  continue(): Promise<Row | null>;
}

/** The first of a person's rows in a table, and after it the others; recordings are few and have no order of their own. */
function firstOf(transaction: Writing<PersonTable>, table: PersonTable, personId: string): Promise<Row | null> {
  if (table === 'event') return transaction.objectStore('event').index('learner').openCursor(personId) as Promise<Row | null>;
  if (table === 'recording') return transaction.objectStore('recording').openCursor() as Promise<Row | null>;
  const keys = table === 'profile' || table === 'cursor' ? personId : IDBKeyRange.bound([personId], [personId, []]);
  return transaction.objectStore(table).openCursor(keys) as Promise<Row | null>;
}

async function eachOf(
  transaction: Writing<PersonTable>,
  table: PersonTable,
  personId: string,
  work: (row: Row) => Promise<unknown>,
): Promise<void> {
  for (let row = await firstOf(transaction, table, personId); row; row = await row.continue())
    if (Object.values(row.value).includes(personId)) await work(row);
}
