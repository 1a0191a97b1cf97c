import { LOCKS } from '@sala/api/platform';
import type { MissingSequences, RefusedEvent } from '@sala/contract/dto';
import type { LearningEvent } from '@sala/domain/learning';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Reading, type FindLessons, type ReadEvent } from './reading.js';

/** What a device delivers. */
export interface Delivery {
  readonly deviceId: string;
  /** For whom the device may speak. */
  readonly learnerIds: readonly string[];
  /** The device's clock at sending. */
  readonly clock: Date;
  readonly events: readonly unknown[];
}

/** What the log took of a delivery. */
export interface Ingested {
  /** Ids that are in the log for good. */
  readonly accepted: string[];
  readonly refused: RefusedEvent[];
  readonly missing: MissingSequences[];
  /** First and last new position of each learner. */
  readonly positions: ReadonlyMap<string, { first: number; last: number }>;
}

/** An event as a projection reads it. */
export interface LoggedEvent {
  readonly position: number;
  readonly event: LearningEvent;
}

interface Inserted {
  id: string;
  learnerId: string;
  position: string;
}

// Positions are given under the lock of the log, in the order of the batch, so that they grow with the commits.
const INSERT = `
  insert into learning_event (learner_id, id, position, device_id, sequence, course_id, version, kind, body, occurred_at, corrected_at, server_score)
  select e.learner_id, e.id, nextval('learning_event_position_seq'), e.device_id, e.sequence, e.course_id, e.version, e.kind, e.body,
    to_timestamp(e.occurred / 1000), to_timestamp((e.occurred + $11::float8) / 1000), e.server_score
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::int[], $7::text[], $8::jsonb[], $9::float8[], $10::float8[])
    with ordinality as e (learner_id, id, device_id, sequence, course_id, version, kind, body, occurred, server_score, n)
  order by e.n
  on conflict do nothing
  returning id, learner_id as "learnerId", position`;

const HOLES = `
  select learner_id as "learnerId", (before + 1)::float8 as from, (sequence - 1)::float8 as to from (
    select learner_id, sequence, lag(sequence, 1, 0::bigint) over (partition by learner_id order by sequence) as before
    from learning_event where device_id = $1 and learner_id = any($2)
  ) s where sequence > before + 1 limit 200`;

const AFTER = `
  select position::float8 as position, learner_id as "learnerId", id, device_id as "deviceId", sequence::float8 as sequence, course_id as "courseId", version, kind,
    case when server_score is null then body else body || jsonb_build_object('score', server_score) end as body, occurred_at::text as "occurredAt"
  from learning_event where position > $1 order by position limit $2`;

/** The append-only log: takes each event once, gives it a position, and lets projections read from any position. */
@Injectable()
export class LearningLog {
  constructor(private readonly database: DataSource) {}

  /** Takes a delivery into the log. When this returns, the accepted events are on the disk. */
  async ingest(delivery: Delivery, find: FindLessons): Promise<Ingested> {
    const reading = new Reading(new Set(delivery.learnerIds), find);
    await reading.readAll(delivery.events);
    const { good, refused } = reading;
    if (good.length === 0) return { accepted: [], refused, missing: [], positions: new Map() };
    const learners = [...new Set(good.map(({ event }) => event.learnerId))];
    return this.database.transaction(async (tx) => {
      const inserted = await this.insert(tx, good, Date.now() - delivery.clock.getTime());
      const { accepted, reused } = await this.settle(tx, good, inserted);
      const missing = await tx.query<MissingSequences[]>(HOLES, [delivery.deviceId, learners]);
      return { accepted, refused: [...refused, ...reused], missing, positions: spans(inserted) };
    });
  }

  /** Events after a position, in order; a question's score is that of our own grading. */
  async after(tx: EntityManager, position: number, limit: number): Promise<LoggedEvent[]> {
    const rows = await tx.query<(LearningEvent & { position: number })[]>(AFTER, [position, limit]);
    return rows.map(({ position: at, ...event }) => ({ position: at, event }));
  }

  private async insert(tx: EntityManager, good: readonly ReadEvent[], offset: number): Promise<Inserted[]> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.ingest]);
    const column = <T>(value: (event: LearningEvent) => T): T[] => good.map(({ event }) => value(event));
    return tx.query<Inserted[]>(INSERT, [
      column((event) => event.learnerId),
      column((event) => event.id),
      column((event) => event.deviceId),
      column((event) => event.sequence),
      column((event) => event.courseId),
      column((event) => event.version),
      column((event) => event.kind),
      column((event) => JSON.stringify(event.body)),
      column((event) => Date.parse(event.occurredAt)),
      good.map(({ serverScore }) => serverScore),
      offset,
    ]);
  }

  /** What was not inserted is either the same event sent again, which is good, or another event under a used id or sequence. */
  private async settle(
    tx: EntityManager,
    good: readonly ReadEvent[],
    inserted: readonly Inserted[],
  ): Promise<{ accepted: string[]; reused: RefusedEvent[] }> {
    const accepted = new Set(inserted.map((row) => row.id));
    if (accepted.size === good.length) return { accepted: [...accepted], reused: [] };
    const known = await this.known(tx, good);
    const isSame = ({ event }: ReadEvent): boolean => known.has(placeOf(event.learnerId, event.id, event.deviceId, event.sequence));
    const all = new Set(good.filter(isSame).map(({ event }) => event.id));
    const reused = good.filter((one) => !isSame(one)).map(({ event }): RefusedEvent => ({ id: event.id, code: 'sequence-reused' }));
    return { accepted: [...all], reused };
  }

  private async known(tx: EntityManager, events: readonly ReadEvent[]): Promise<Set<string>> {
    const rows = await tx.query<{ learnerId: string; id: string; deviceId: string; sequence: string }[]>(
      `select e.learner_id as "learnerId", e.id, e.device_id as "deviceId", e.sequence from learning_event e
       join unnest($1::uuid[], $2::uuid[]) as k (learner_id, id) on e.learner_id = k.learner_id and e.id = k.id`,
      [events.map(({ event }) => event.learnerId), events.map(({ event }) => event.id)],
    );
    return new Set(rows.map((row) => placeOf(row.learnerId, row.id, row.deviceId, Number(row.sequence))));
  }
}

const placeOf = (learnerId: string, id: string, deviceId: string, sequence: number): string => `${learnerId} ${id} ${deviceId} ${sequence}`;

function spans(inserted: readonly Inserted[]): Map<string, { first: number; last: number }> {
  const found = new Map<string, { first: number; last: number }>();
  for (const { learnerId, position } of inserted) {
    const at = Number(position);
    const span = found.get(learnerId) ?? { first: at, last: at };
    found.set(learnerId, { first: Math.min(span.first, at), last: Math.max(span.last, at) });
  }
  return found;
}
