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
    to_timestamp(e.occurred / 1000), to_timestamp(e.corrected / 1000), e.server_score
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::int[], $7::text[], $8::jsonb[], $9::float8[], $10::float8[], $11::float8[])
    with ordinality as e (learner_id, id, device_id, sequence, course_id, version, kind, body, occurred, server_score, corrected, n)
  order by e.n
  on conflict do nothing
  returning id, learner_id as "learnerId", position`;

// Looks only at what stands just before an event whose forerunner did not come with it: a hole is told with the event above it, whatever the log's length.
const HOLES = `
  select h."learnerId", h.from::float8 as from, h.to::float8 as to from (
    select a.learner_id as "learnerId", a.sequence - 1 as to, 1 + coalesce((
      select max(e.sequence) from learning_event e where e.learner_id = a.learner_id and e.device_id = $1 and e.sequence < a.sequence
    ), 0) as from
    from unnest($2::uuid[], $3::bigint[]) as a (learner_id, sequence)
  ) h where h.from <= h.to order by h."learnerId", h.from`;

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
    return this.database.transaction(async (tx) => {
      const inserted = await this.insert(tx, good, Date.now() - delivery.clock.getTime());
      const { accepted, reused } = await this.settle(tx, good, inserted);
      const missing = await this.holes(tx, good, delivery.deviceId);
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
      column((event) => within(Date.parse(event.occurredAt) + offset)),
    ]);
  }

  private async holes(tx: EntityManager, good: readonly ReadEvent[], deviceId: string): Promise<MissingSequences[]> {
    const own = good.map(({ event }) => event).filter((event) => event.deviceId === deviceId);
    const here = new Set(own.map(({ learnerId, sequence }) => `${learnerId} ${sequence}`));
    const lonely = own.filter(({ learnerId, sequence }) => sequence > 1 && !here.has(`${learnerId} ${sequence - 1}`));
    if (lonely.length === 0) return [];
    return tx.query<MissingSequences[]>(HOLES, [deviceId, lonely.map((event) => event.learnerId), lonely.map((event) => event.sequence)]);
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

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');
/** Two wrong clocks may add up to a date that no database knows. */
const within = (moment: number): number => Math.min(Math.max(moment, EARLIEST), LATEST);
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
