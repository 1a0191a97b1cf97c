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

/** How many events of this phone are where. */
export interface EventCounts {
  waiting: number;
  refused: number;
}

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
    const event = await this.store.write(['event'], async (transaction) => {
      const sequence = (await lastSequence(transaction, happening.learnerId, deviceId)) + 1;
      const read = readLearningEvent({ ...happening, id: timedId(), deviceId, sequence, occurredAt: new Date().toISOString() });
      if (!read.ok) throw new TypeError(`not a learning event: ${read.findings.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`);
      const { id, learnerId } = read.value;
      await transaction.objectStore('event').add({ id, learnerId, deviceId, sequence, state: 'waiting', event: read.value });
      return read.value;
    });
    this.changed();
    return event;
  }

  /** A learner's events on this phone. */
  async ofLearner(learnerId: string): Promise<LearningEvent[]> {
    const database = await this.store.database();
    const stored = await database.getAllFromIndex('event', 'learner', learnerId);
    return stored.map(({ event }) => event);
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
    return { waiting: await count('waiting'), refused: await count('refused') };
  }

  /** What the server refused of a learner, oldest first. */
  async refused(learnerId: string): Promise<StoredEvent[]> {
    const database = await this.store.database();
    const stored = await database.getAllFromIndex('event', 'state', 'refused');
    return stored.filter((one) => one.learnerId === learnerId);
  }

  /** How many lessons have something that waits. */
  async waitingLessons(): Promise<number> {
    const database = await this.store.database();
    const stored = await database.getAllFromIndex('event', 'state', 'waiting');
    return new Set(stored.map(({ event }) => `${event.learnerId} ${event.courseId} ${event.body.lessonId}`)).size;
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

/** Marks exactly the named events, inside a transaction that may hold more. */
export async function settle<T extends Table>(
  among: Writing<T | 'event'>,
  accepted: readonly string[],
  refused: readonly RefusedEvent[],
): Promise<void> {
  const transaction = among as unknown as Writing<'event'>;
  for (const id of accepted) await mark(transaction, id, { state: 'accepted' });
  for (const one of refused) {
    if (!(await renumber(transaction, one))) await mark(transaction, one.id, { state: 'refused', code: one.code });
  }
}

/** Lets accepted events of a learner wait again; gives how many. */
export async function sendAgain<T extends Table>(
  transaction: Writing<T | 'event'>,
  learnerId: string,
  which: (event: StoredEvent) => boolean = () => true,
): Promise<number> {
  const events = (transaction as unknown as Writing<'event'>).objectStore('event');
  const accepted = (await events.index('learner').getAll(learnerId))
    .filter((event) => event.state === 'accepted' && which(event))
    .map(({ heldSince: _, ...event }) => event);
  for (const event of accepted) await events.put({ ...event, state: 'waiting' });
  return accepted.length;
}

async function lastSequence(transaction: Writing<'event'>, learnerId: string, deviceId: string): Promise<number> {
  const ofLearner = IDBKeyRange.bound([learnerId, deviceId, 0], [learnerId, deviceId, Number.MAX_SAFE_INTEGER]);
  const last = await transaction.objectStore('event').index('sequence').openCursor(ofLearner, 'prev');
  return last?.value.sequence ?? 0;
}

/** An event under a number that was used already (by a disk that an old image has replaced) takes the next free one and waits again. */
async function renumber(transaction: Writing<'event'>, { id, code, next = 0 }: RefusedEvent): Promise<boolean> {
  const stored = code === 'sequence-reused' ? await transaction.objectStore('event').get(id) : undefined;
  if (!stored || next === 0) return false;
  // Another tab has heard the same and taken a free number already.
  if (stored.state === 'accepted' || next <= stored.sequence) return true;
  const sequence = Math.max(next, (await lastSequence(transaction, stored.learnerId, stored.deviceId)) + 1);
  await transaction.objectStore('event').put({ ...stored, sequence, state: 'waiting', event: { ...stored.event, sequence } });
  return true;
}

async function mark(transaction: Writing<'event'>, id: string, state: Pick<StoredEvent, 'state' | 'code'>): Promise<void> {
  const stored = await transaction.objectStore('event').get(id);
  // What was accepted once stays accepted, whatever a late or doubled reply says.
  if (!stored || stored.state === 'accepted') return;
  await transaction.objectStore('event').put({ ...stored, ...state });
}
