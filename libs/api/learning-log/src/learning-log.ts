import { Prepared } from '@sala/api/platform';
import type { MissingSequences, RefusedEvent } from '@sala/contract/dto';
import type { LearningEvent } from '@sala/domain/learning';
import type { MentorDeed } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Reading, type FindUnits, type ReadEvent } from './reading.js';

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

/** A line of the log as a projection reads it: an event, that some events of a lesson were moved to another learner, or what a mentor did. */
export type LogLine =
  | { readonly position: number; readonly event: LearningEvent }
  | { readonly position: number; readonly move: LoggedMove }
  | { readonly position: number; readonly deed: LoggedDeed };

/** A mentor's deed, as far as a projection must know it. */
export type LoggedDeed = Pick<MentorDeed, 'learnerId' | 'kind' | 'body'>;

/** A move, as far as a projection must know it. */
export interface LoggedMove {
  readonly from: string;
  readonly to: string;
  readonly courseId: string;
  readonly lessonId: string;
}

/** What was new of a learner's events. */
interface Appended {
  learnerId: string;
  added: number;
  first: number;
  last: number;
}

const APPEND = `
  select of_learner as "learnerId", added, first_position::float8 as first, last_position::float8 as last
  from learning_event_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

// Looks only at what stands just before an event whose forerunner did not come with it: a hole is told with the event above it, whatever the log's length.
const HOLES = `
  select h."learnerId", h.from::float8 as from, h.to::float8 as to from (
    select a.learner_id as "learnerId", a.sequence - 1 as to, 1 + coalesce((
      select max(e.sequence) from learning_event e where e.learner_id = a.learner_id and e.device_id = $1 and e.sequence < a.sequence
    ), 0) as from
    from unnest($2::uuid[], $3::bigint[]) as a (learner_id, sequence)
  ) h where h.from <= h.to order by h."learnerId", h.from`;

const HIGHEST = `
  select a.learner_id as "learnerId", a.device_id as "deviceId", coalesce((
    select max(e.sequence) from learning_event e where e.learner_id = a.learner_id and e.device_id = a.device_id
  ), 0)::float8 as highest
  from (select distinct * from unnest($1::uuid[], $2::uuid[]) as u (learner_id, device_id)) a`;

/** The columns of an event as the domain reads it; a question's score is that of our own grading. */
export const EVENT = `
  e.position::float8 as position, e.learner_id as "learnerId", e.id, e.device_id as "deviceId", e.sequence::float8 as sequence, e.course_id as "courseId",
  e.version, e.kind, case when e.server_score is null then e.body else e.body || jsonb_build_object('score', e.server_score) end as body,
  e.occurred_at::text as "occurredAt"`;

// One statement sees one state of the log: no line can come in between two that are read.
const AFTER = `
  (select ${EVENT}, null::jsonb as move, null::jsonb as deed from learning_event e where e.position > $1 order by e.position limit $2)
  union all
  (select m.position::float8, m.from_learner_id, m.id, null, null, m.course_id, null, null, null, null,
    jsonb_build_object('from', m.from_learner_id, 'to', m.to_learner_id, 'courseId', m.course_id, 'lessonId', m.lesson_id), null
   from attempt_move m where m.position > $1 order by m.position limit $2)
  union all
  (select d.position::float8, d.learner_id, d.id, null, null, null, null, null, null, null, null,
    jsonb_build_object('learnerId', d.learner_id, 'kind', d.kind, 'body', d.body)
   from mentor_deed d where d.position > $1 order by d.position limit $2)
  order by position limit $2`;

/** The append-only log: takes each event once, gives it a position, and lets projections read from any position. */
@Injectable()
export class LearningLog {
  constructor(private readonly prepared: Prepared) {}

  /** Takes a delivery into the log. When this returns, the accepted events are on the disk. */
  async ingest(delivery: Delivery, find: FindUnits): Promise<Ingested> {
    const reading = new Reading(new Set(delivery.learnerIds), find);
    await reading.readAll(delivery.events);
    const { good, refused } = reading;
    if (good.length === 0) return { accepted: [], refused, missing: [], positions: new Map() };
    const appended = await this.append(good, Date.now() - delivery.clock.getTime());
    const { accepted, reused } = await this.settle(good, appended);
    const missing = await this.holes(good, delivery.deviceId);
    return {
      accepted,
      refused: [...refused, ...reused],
      missing,
      positions: new Map(appended.map(({ learnerId, first, last }) => [learnerId, { first, last }])),
    };
  }

  /** Events and moves after a position, in order. */
  async after(tx: EntityManager, position: number, limit: number): Promise<LogLine[]> {
    const rows = await tx.query<(LearningEvent & { position: number; move: LoggedMove | null; deed: LoggedDeed | null })[]>(AFTER, [
      position,
      limit,
    ]);
    return rows.map(({ position: at, move, deed, ...event }) => {
      if (deed) return { position: at, deed };
      return move ? { position: at, move } : { position: at, event };
    });
  }

  /** How many events there are of each of some learners; those without any are not told. */
  async eventsOf(tx: EntityManager, learnerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: string; events: number }[]>(
      'select learner_id as id, count(*)::int as events from learning_event where learner_id = any($1) group by learner_id',
      [learnerIds],
    );
    return new Map(rows.map((row) => [row.id, row.events]));
  }

  private append(good: readonly ReadEvent[], offset: number): Promise<Appended[]> {
    const column = <T>(value: (event: LearningEvent) => T): T[] => good.map(({ event }) => value(event));
    const occurred = column((event) => Date.parse(event.occurredAt));
    return this.prepared.query<Appended>('append', APPEND, [
      column((event) => event.learnerId),
      column((event) => event.id),
      column((event) => event.deviceId),
      column((event) => event.sequence),
      column((event) => event.courseId),
      column((event) => event.version),
      column((event) => event.kind),
      column((event) => JSON.stringify(event.body)),
      occurred,
      occurred.map((moment) => within(moment + offset)),
      good.map(({ serverScore }) => serverScore),
    ]);
  }

  private async holes(good: readonly ReadEvent[], deviceId: string): Promise<MissingSequences[]> {
    const own = good.map(({ event }) => event).filter((event) => event.deviceId === deviceId);
    const here = new Set(own.map(({ learnerId, sequence }) => `${learnerId} ${sequence}`));
    const lonely = own.filter(({ learnerId, sequence }) => sequence > 1 && !here.has(`${learnerId} ${sequence - 1}`));
    if (lonely.length === 0) return [];
    return this.prepared.query<MissingSequences>('holes', HOLES, [
      deviceId,
      lonely.map((event) => event.learnerId),
      lonely.map((event) => event.sequence),
    ]);
  }

  /**
   * What was not inserted is either the same event sent again, which is good, or another one under a used number. An event that took a new number
   * since (a disk was put back to an old image) is still the same.
   */
  private async settle(good: readonly ReadEvent[], appended: readonly Appended[]): Promise<{ accepted: string[]; reused: RefusedEvent[] }> {
    const added = appended.reduce((sum, one) => sum + one.added, 0);
    if (added === good.length) return { accepted: good.map(({ event }) => event.id), reused: [] };
    const known = await this.known(good);
    const isSame = ({ event }: ReadEvent): boolean => known.has(nameOf(event.learnerId, event.id, event.deviceId));
    const all = new Set(good.filter(isSame).map(({ event }) => event.id));
    const reused = good.filter((one) => !isSame(one)).map(({ event }) => event);
    return { accepted: [...all], reused: await this.withNext(reused) };
  }

  /** A phone whose disk was put back to an old image counts again from where it was; it is told which numbers are free. */
  private async withNext(reused: readonly LearningEvent[]): Promise<RefusedEvent[]> {
    if (reused.length === 0) return [];
    const rows = await this.prepared.query<{ learnerId: string; deviceId: string; highest: number }>('highest', HIGHEST, [
      reused.map((event) => event.learnerId),
      reused.map((event) => event.deviceId),
    ]);
    return reused.map(({ id, learnerId, deviceId }) => {
      const row = rows.find((one) => one.learnerId === learnerId && one.deviceId === deviceId);
      return { id, code: 'sequence-reused', next: (row?.highest ?? 0) + 1 };
    });
  }

  private async known(events: readonly ReadEvent[]): Promise<Set<string>> {
    const rows = await this.prepared.query<{ learnerId: string; id: string; deviceId: string }>(
      'known',
      `select e.learner_id as "learnerId", e.id, e.device_id as "deviceId" from learning_event e
       join unnest($1::uuid[], $2::uuid[]) as k (learner_id, id) on e.learner_id = k.learner_id and e.id = k.id`,
      [events.map(({ event }) => event.learnerId), events.map(({ event }) => event.id)],
    );
    return new Set(rows.map((row) => nameOf(row.learnerId, row.id, row.deviceId)));
  }
}

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');
/** Two wrong clocks may add up to a date that no database knows. */
const within = (moment: number): number => Math.min(Math.max(moment, EARLIEST), LATEST);
const nameOf = (learnerId: string, id: string, deviceId: string): string => `${learnerId} ${id} ${deviceId}`;
