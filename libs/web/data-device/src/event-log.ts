import { inject, Injectable, signal } from '@angular/core';
import type { MissingSequences, RefusedEvent } from '@sala/contract/dto';
import { readLearningEvent, type LearningEvent, type LearningEventKind, type LearningEventOf } from '@sala/domain/learning';
import { DeviceIdentity } from './device-identity.js';
import { timedId } from './ids.js';
import { Store, type EventState, type StoredEvent, type Table, type Writing } from './store.js';

/** What happened, before the log gives it an id, a device and its place in the order. */
export interface Happening<K extends LearningEventKind = LearningEventKind> {
  learnerId: string;
  courseId: string;
  version: number;
  kind: K;
  body: LearningEventOf<K>['body'];
}

/** A happening of any kind; whether its body fits is looked at when it is recorded. */
export interface AnyHappening extends Omit<Happening, 'body'> {
  body: object;
}

/** How many events of this phone are where. */
export interface EventCounts {
  waiting: number;
  /** Not sent until their learner has shown the card on this phone again. */
  held: number;
  refused: number;
}

const UNSENT = ['waiting', 'held'] as const;

/** The append-only log of what learners did on this phone. Nothing is ever taken out of it by sending: acceptance only marks. */
@Injectable({ providedIn: 'root' })
export class EventLog {
  private readonly store = inject(Store);
  private readonly identity = inject(DeviceIdentity);
  /** Grows with every change of the log, so that others can follow it. */
  readonly revision = signal(0);

  /** Appends an event; it is on the disk when the promise resolves. */
  async record<K extends LearningEventKind>(happening: Happening<K>): Promise<LearningEvent> {
    const deviceId = await this.identity.deviceId();
    const event = await this.store.write(['event', 'profile'], (transaction) => append(transaction, happening, deviceId));
    this.changed();
    return event;
  }

  /** A learner's events on this phone, but for those that turned out to be somebody else's. */
  async ofLearner(learnerId: string): Promise<LearningEvent[]> {
    const database = await this.store.database();
    const stored = await database.getAllFromIndex('event', 'learner', learnerId);
    return stored.filter(({ state }) => state !== 'moved').map(({ event }) => event);
  }

  /** Events that the server has not accepted yet, oldest first, at most so many. */
  async waiting(atMost: number): Promise<LearningEvent[]> {
    const database = await this.store.database();
    const stored = await database.getAllFromIndex('event', 'state', 'waiting', atMost);
    return stored.map(({ event }) => event);
  }

  /** How many events wait and how many were refused, of one learner or of all. */
  async counts(learnerId?: string): Promise<EventCounts> {
    const database = await this.store.database();
    const count = async (state: EventState) =>
      (await database.getAllFromIndex('event', 'state', state)).filter((one) => !learnerId || one.learnerId === learnerId).length;
    return { waiting: await count('waiting'), held: await count('held'), refused: await count('refused') };
  }

  /** What the server refused of a learner, oldest first. */
  async refused(learnerId: string): Promise<StoredEvent[]> {
    const database = await this.store.database();
    const stored = await database.getAllFromIndex('event', 'state', 'refused');
    return stored.filter((one) => one.learnerId === learnerId);
  }

  /** How many lessons have something that waits, or is held until the card is shown; of one learner or of all. */
  async waitingLessons(learnerId?: string): Promise<number> {
    const database = await this.store.database();
    const [waiting, held] = await Promise.all(UNSENT.map((state) => database.getAllFromIndex('event', 'state', state)));
    const own = [...(waiting ?? []), ...(held ?? [])].filter((one) => !learnerId || one.learnerId === learnerId);
    return new Set(own.map(({ event }) => `${event.learnerId} ${event.courseId} ${event.body.lessonId}`)).size;
  }

  /** Marks exactly the named events as accepted or refused; all others stay as they are. */
  async settle(accepted: readonly string[], refused: readonly RefusedEvent[]): Promise<void> {
    if (accepted.length + refused.length === 0) return;
    await this.store.write(['event'], (transaction) => settle(transaction, accepted, refused));
    this.changed();
  }

  /** Lets events of this phone that the server turned out to lack be sent again; gives how many there are. What was refused stays refused. */
  async fillHoles(missing: readonly MissingSequences[]): Promise<number> {
    if (missing.length === 0) return 0;
    const deviceId = await this.identity.deviceId();
    const again = await this.store.write(['event'], async (transaction) => {
      let waiting = 0;
      for (const { learnerId, from, to } of missing)
        waiting += await sendAgain(
          transaction,
          learnerId,
          (event) => event.deviceId === deviceId && from <= event.sequence && event.sequence <= to,
        );
      return waiting;
    });
    if (again > 0) this.changed();
    return again;
  }

  /** Tells followers that what is known about learning has changed. */
  changed(): void {
    this.revision.update((revision) => revision + 1);
  }
}

/** Appends an event, inside a transaction that may hold more; throws when it is none. What a guest does is held: no server knows them yet. */
export async function append<T extends Table>(
  among: Writing<T | 'event' | 'profile'>,
  happening: AnyHappening,
  deviceId: string,
): Promise<LearningEvent> {
  const transaction = among as unknown as Writing<'event' | 'profile'>;
  const guest = (await transaction.objectStore('profile').get(happening.learnerId))?.guest;
  const sequence = (await lastSequence(transaction, happening.learnerId, deviceId)) + 1;
  const read = readLearningEvent({ ...happening, id: timedId(), deviceId, sequence, occurredAt: new Date().toISOString() });
  if (!read.ok) throw new TypeError(`not a learning event: ${read.findings.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`);
  const { id, learnerId } = read.value;
  await transaction.objectStore('event').add({ id, learnerId, deviceId, sequence, state: guest ? 'held' : 'waiting', event: read.value });
  return read.value;
}

/** Marks exactly the named events, inside a transaction that may hold more. */
export async function settle<T extends Table>(
  among: Writing<T | 'event'>,
  accepted: readonly string[],
  refused: readonly RefusedEvent[],
): Promise<void> {
  const transaction = among as unknown as Writing<'event'>;
  for (const id of accepted) await mark(transaction, id, { state: 'accepted' });
  for (const one of refused) {
    if (!(await renumber(transaction, one))) await mark(transaction, one.id, { state: stateAfter(one.code), code: one.code });
  }
}

/** Who lost the right on this phone gets it back by the card: nothing is wrong with the event itself. */
const stateAfter = (code: RefusedEvent['code']): EventState => (code === 'not-your-learner' ? 'held' : 'refused');

const isTaken = ({ state }: StoredEvent): boolean => state === 'accepted' || state === 'moved';

/** Marks exactly the named events of a learner as moved to somebody else; any other that was moved before has come back. */
export async function moveAway<T extends Table>(among: Writing<T | 'event'>, learnerId: string, moved: readonly string[]): Promise<void> {
  const away = new Set(moved);
  const events = (among as unknown as Writing<'event'>).objectStore('event');
  for (const stored of await events.index('learner').getAll(learnerId)) {
    if (away.has(stored.id)) await events.put({ ...stored, state: 'moved' });
    else if (stored.state === 'moved') await events.put({ ...stored, state: 'accepted' });
  }
}

/** Lets what was held of a learner wait to be sent, now that the card was shown; an older Sala counted it as refused. */
export async function release<T extends Table>(among: Writing<T | 'event'>, learnerId: string): Promise<void> {
  const events = (among as unknown as Writing<'event'>).objectStore('event');
  for (const { code, ...stored } of await events.index('learner').getAll(learnerId))
    if (stored.state === 'held' || (stored.state === 'refused' && code === 'not-your-learner'))
      await events.put({ ...stored, state: 'waiting' });
}

/** Lets accepted events of a learner wait again; gives how many. */
export async function sendAgain<T extends Table>(
  transaction: Writing<T | 'event'>,
  learnerId: string,
  which: (event: StoredEvent) => boolean = () => true,
): Promise<number> {
  const events = (transaction as unknown as Writing<'event'>).objectStore('event');
  const accepted = (await events.index('learner').getAll(learnerId))
    .filter((event) => isTaken(event) && which(event))
    .map(({ heldSince: _, ...event }) => event);
  for (const event of accepted) await events.put({ ...event, state: 'waiting' });
  return accepted.length;
}

/** The highest number that a learner's events have on a device. */
export async function lastSequence<T extends Table>(among: Writing<T | 'event'>, learnerId: string, deviceId: string): Promise<number> {
  const transaction = among as unknown as Writing<'event'>;
  const ofLearner = IDBKeyRange.bound([learnerId, deviceId, 0], [learnerId, deviceId, Number.MAX_SAFE_INTEGER]);
  const last = await transaction.objectStore('event').index('sequence').openCursor(ofLearner, 'prev');
  return last?.value.sequence ?? 0;
}

/** An event under a number that was used already (by a disk that an old image has replaced) takes the next free one and waits again. */
async function renumber(transaction: Writing<'event'>, { id, code, next = 0 }: RefusedEvent): Promise<boolean> {
  const stored = code === 'sequence-reused' ? await transaction.objectStore('event').get(id) : undefined;
  if (!stored || next === 0) return false;
  // Another tab has heard the same and taken a free number already.
  if (isTaken(stored) || next <= stored.sequence) return true;
  const sequence = Math.max(next, (await lastSequence(transaction, stored.learnerId, stored.deviceId)) + 1);
  await transaction.objectStore('event').put({ ...stored, sequence, state: 'waiting', event: { ...stored.event, sequence } });
  return true;
}

async function mark(transaction: Writing<'event'>, id: string, state: Pick<StoredEvent, 'state' | 'code'>): Promise<void> {
  const stored = await transaction.objectStore('event').get(id);
  // What was accepted once stays accepted, whatever a late or doubled reply says.
  if (!stored || isTaken(stored)) return;
  await transaction.objectStore('event').put({ ...stored, ...state });
}
