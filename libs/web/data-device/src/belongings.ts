import { inject, Injectable } from '@angular/core';
import type { PersonName, PlaceName } from '@sala/contract/dto';
import { leaveGroup } from '@sala/domain/learning/group';
import { DeviceIdentity } from './device-identity.js';
import { EventLog, lastSequence } from './event-log.js';
import { randomId } from './ids.js';
import { FACES, Profiles, type Adoption } from './profiles.js';
import {
  Store,
  type StoredAttempt,
  type StoredJournal,
  type StoredProfile,
  type StoredRecording,
  type Table,
  type Writing,
} from './store.js';

/** Where something of a single person is kept; each row names them. Nothing in them is shown to anybody else. */
export const PERSON_TABLES = [
  'profile',
  'event',
  'restored',
  'folded',
  'cursor',
  'journal',
  'attempt',
  'recording',
  'word',
  'roster',
  'deed',
] as const satisfies Table[];
/** What belongs to the phone, whoever learns. */
export const PHONE_TABLES = ['version', 'carried', 'current', 'file', 'part', 'kept'] as const satisfies Table[];

type PersonTable = (typeof PERSON_TABLES)[number];

/** What would be lost with a person's place on this phone. */
export interface Unsent {
  /** Lessons with something that no server has, and people for whom a mentor did something. */
  lessons: number;
  /** Voices and photos, which the mentor may not have yet. */
  recordings: number;
}

/** What people own on this phone: when they begin as a guest, when a guest's work becomes a learner's, and when they leave. */
@Injectable({ providedIn: 'root' })
export class Belongings {
  private readonly store = inject(Store);
  private readonly profiles = inject(Profiles);
  private readonly log = inject(EventLog);
  private readonly identity = inject(DeviceIdentity);

  /** What of a person is nowhere but here. */
  async unsent(personId: string): Promise<Unsent> {
    const database = await this.store.database();
    const events = await database.getAllFromIndex('event', 'learner', personId);
    const lessons = events
      .filter((one) => one.state !== 'accepted' && one.state !== 'moved')
      .map(({ event }) => `${event.courseId} ${event.body.lessonId}`);
    const recordings = (await database.getAll('recording')).filter((one) => one.learnerId === personId && one.sentAt === undefined);
    const deeds = await database.getAll('deed', IDBKeyRange.bound([personId], [personId, []]));
    const undone = deeds.filter((one) => one.state === 'waiting').map(({ deed }) => `deed ${deed.learnerId}`);
    lessons.push(...undone);
    return { lessons: new Set(lessons).size, recordings: recordings.length };
  }

  /** Makes a guest: somebody who learns before they have a card. Undefined when the phone has no place for one more. */
  async addGuest(names: Omit<PersonName, 'id'>, place: PlaceName): Promise<StoredProfile | undefined> {
    const id = randomId();
    const profile = {
      personId: id,
      person: { id, ...names },
      place,
      guest: true,
      wrongTries: 0,
      waitUntil: 0,
      addedAt: Date.now(),
    } as const;
    const added = await this.store.write(['profile'], async (transaction) => {
      if ((await transaction.objectStore('profile').count()) >= FACES) return undefined;
      await transaction.objectStore('profile').put(profile);
      return profile;
    });
    await this.profiles.load();
    return added;
  }

  /** Lets all work of a guest become a learner's, in the transaction that keeps the learner. Events keep their ids and take the learner's next numbers. */
  async adoption(guestId: string): Promise<Adoption> {
    const deviceId = await this.identity.deviceId();
    const run: Adoption['run'] = async (transaction, personId) => {
      await outOfGroup(transaction as unknown as Writing<'kept'>, guestId);
      await adopt(transaction as unknown as Writing<PersonTable>, { guestId, personId, deviceId });
    };
    return { tables: [...PERSON_TABLES, 'kept'], run };
  }

  /** Takes a person, and all of theirs, from this phone. */
  async remove(personId: string): Promise<void> {
    await this.store.write([...PERSON_TABLES, 'kept'], async (transaction) => {
      await outOfGroup(transaction, personId);
      for (const table of PERSON_TABLES)
        await eachOf(transaction as unknown as Writing<PersonTable>, table, personId, (row) => row.delete());
    });
    await this.profiles.load();
    this.log.changed();
  }

  /** Takes people from this phone who are forgotten: all of theirs, and what others here hold about them. */
  async forget(personIds: readonly string[]): Promise<void> {
    for (const personId of personIds) await this.remove(personId);
    const gone = new Set(personIds);
    await this.store.write(['roster', 'deed', 'recording'], async (transaction) => {
      const rosters = transaction.objectStore('roster');
      for (const row of await rosters.getAll())
        if (row.people.some(({ person }) => gone.has(person.id)))
          await rosters.put({ ...row, people: row.people.filter(({ person }) => !gone.has(person.id)) });
      for (let row = await transaction.objectStore('deed').openCursor(); row; row = await row.continue())
        if (gone.has(row.value.deed.learnerId)) await row.delete();
      for (let row = await transaction.objectStore('recording').openCursor(); row; row = await row.continue())
        if (gone.has(row.value.about ?? '')) await row.delete();
    });
  }
}

/** Takes a person out of the group session of the phone, which names who is here. */
async function outOfGroup<T extends Table>(among: Writing<T | 'kept'>, personId: string): Promise<void> {
  const kept = (among as unknown as Writing<'kept'>).objectStore('kept');
  const session = await kept.get('group');
  if (session?.name !== 'group') return;
  const group = leaveGroup(session.group, personId);
  const { [personId]: _, ...turns } = group.turns;
  const others = (ids: readonly string[]): string[] => ids.filter((one) => one !== personId);
  await kept.put({
    name: 'group',
    group: { ...group, stage: 'roll-call', turns, passed: others(group.passed), notYet: others(group.notYet) },
  });
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

/** Whose a row is, whoever else it is about. */
const ownerOf = (row: { learnerId?: string; mentorId?: string; personId?: string }): string | undefined =>
  row.learnerId ?? row.mentorId ?? row.personId;

async function eachOf(
  transaction: Writing<PersonTable>,
  table: PersonTable,
  personId: string,
  work: (row: Row) => Promise<unknown>,
): Promise<void> {
  for (let row = await firstOf(transaction, table, personId); row; row = await row.continue())
    if (ownerOf(row.value) === personId) await work(row);
}

async function adopt(
  transaction: Writing<PersonTable>,
  { guestId, personId, deviceId }: Record<'guestId' | 'personId' | 'deviceId', string>,
): Promise<void> {
  const guest = await transaction.objectStore('profile').get(guestId);
  if (!guest?.guest || guestId === personId) return;
  const events = await transaction.objectStore('event').index('learner').getAll(guestId);
  let sequence = await lastSequence(transaction, personId, deviceId);
  for (const stored of events.sort((a, b) => a.sequence - b.sequence)) {
    const place = { learnerId: personId, deviceId, sequence: ++sequence };
    await transaction.objectStore('event').put({ ...stored, ...place, state: 'waiting', event: { ...stored.event, ...place } });
  }
  for (const table of ['journal', 'attempt'] as const) {
    await eachOf(transaction, table, guestId, async (row) => {
      const { place, ...rest } = row.value as StoredJournal & StoredAttempt;
      await row.delete();
      // What the learner is in the middle of goes before what the guest was.
      const store = transaction.objectStore(table as 'journal');
      if ((await store.count([personId, place])) === 0) await store.put({ ...rest, place, learnerId: personId });
    });
  }
  await eachOf(transaction, 'recording', guestId, (row) =>
    transaction.objectStore('recording').put({ ...(row.value as StoredRecording), learnerId: personId }),
  );
  await transaction.objectStore('profile').delete(guestId);
}
