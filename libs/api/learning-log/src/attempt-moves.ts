import { LOCKS, Problem } from '@sala/api/platform';
import type { DisownedAttempt, MovedAttempt } from '@sala/contract/dto';
import type { LearningEvent } from '@sala/domain/learning';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { EVENT } from './learning-log.js';

/** A learner's lesson, as far as a position of the log. */
export interface LessonUntil {
  readonly learnerId: string;
  readonly courseId: string;
  readonly lessonId: string;
  readonly position: number;
}

/** A mentor's word: whose an attempt was that its learner disowned. */
export interface Confirmation {
  readonly learnerId: string;
  /** The learner's word that it confirms. */
  readonly disowned: string;
  /** Whose it counted as until now. */
  readonly from: string;
  readonly to: string;
  readonly confirmedBy: string;
}

// Whose an event is at a position: the last move before it tells, else it is still that of the learner for whom it was recorded.
const OWNER = `left join lateral (
    select v.to_learner_id from moved_event v where v.learner_id = e.learner_id and v.event_id = e.id and v.position <= $4 order by v.position desc limit 1
  ) o on true`;

const OWNED = `
  select ${EVENT} from learning_event e ${OWNER}
  where e.course_id = $2 and e.body->>'lessonId' = $3 and e.position <= $4 and e.kind <> 'attempt.disowned'
    and (e.learner_id = $1 or (e.learner_id, e.id) in (select v.learner_id, v.event_id from moved_event v where v.to_learner_id = $1))
    and coalesce(o.to_learner_id, e.learner_id) = $1
  order by e.position`;

// The stretch that an event of the kind "attempt.disowned" speaks of: the same rule as `isInStretch` of the domain.
const STRETCH = `
  e.learner_id = d.learner_id and e.course_id = d.course_id and e.kind <> 'attempt.disowned' and e.body->>'lessonId' = d.body->>'lessonId'
  and e.device_id = (d.body->>'deviceId')::uuid and e.sequence between (d.body->>'from')::bigint and (d.body->>'to')::bigint`;

const open = (which: string): string => `
  select d.id, d.learner_id as "learnerId", d.course_id as "courseId", d.body->>'lessonId' as "lessonId", d.body->>'whose' as whose,
    d.corrected_at as "saidAt", (select count(*)::int from learning_event e where ${STRETCH}) as events
  from learning_event d
  where d.kind = 'attempt.disowned' and not exists (select 1 from attempt_move m where m.learner_id = d.learner_id and m.disowned_id = d.id)
    and not exists (select 1 from mentor_deed x where x.learner_id = d.learner_id and x.kind = 'attempt.declined' and x.body->>'disowned' = d.id::text)
    and ${which}
  order by d.position desc limit 200`;

const OPEN = open(`exists (select 1 from role_held h where h.person_id = d.learner_id and ($1 = 'KH' or h.place_code like $1 || '%')
      and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now()))`);
const OPEN_OF = open('d.learner_id = any($1)');

const MOVES = `
  select m.id, m.learner_id as "learnerId", m.from_learner_id as "from", m.to_learner_id as "to", m.disowned_id as disowned, m.course_id as "courseId", m.lesson_id as "lessonId",
    m.confirmed_by as "confirmedBy", m.confirmed_at as "confirmedAt",
    (select json_agg(v.event_id order by v.event_id) from moved_event v where v.learner_id = m.learner_id and v.position = m.position) as events
  from attempt_move m where $1 in (m.learner_id, m.from_learner_id, m.to_learner_id) order by m.position`;

/** Attempts that were another learner's: what learners said, what mentors confirmed, and whose each event is since. */
@Injectable()
export class AttemptMoves {
  constructor(private readonly database: DataSource) {}

  /** What learners of a place said was not theirs, and no mentor has confirmed yet; the latest first. */
  async open(place: string): Promise<DisownedAttempt[]> {
    return this.openBy(OPEN, place);
  }

  /** What some learners said was not theirs, and no mentor has settled yet; the latest first. */
  async openOf(learnerIds: readonly string[]): Promise<DisownedAttempt[]> {
    return this.openBy(OPEN_OF, learnerIds);
  }

  /** The moves from or to a person, in their order. */
  async of(personId: string): Promise<MovedAttempt[]> {
    const rows = await this.database.query<(Omit<MovedAttempt, 'confirmedAt'> & { confirmedAt: Date })[]>(MOVES, [personId]);
    return rows.map((row) => ({ ...row, confirmedAt: row.confirmedAt.toISOString() }));
  }

  /** Whose what a learner disowned counts as now; undefined when they never said so. */
  async ownerOf(learnerId: string, disowned: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ owner: string }[]>(
      `select coalesce((
         select m.to_learner_id from attempt_move m where m.learner_id = d.learner_id and m.disowned_id = d.id order by m.position desc limit 1
       ), d.learner_id) as owner
       from learning_event d where d.learner_id = $1 and d.id = $2 and d.kind = 'attempt.disowned'`,
      [learnerId, disowned],
    );
    return row?.owner;
  }

  /** Moves what a learner disowned to the one whose it was; under the lock of the log, so that it has its place among the events. */
  async move(confirmation: Confirmation): Promise<MovedAttempt> {
    const id = randomUUID();
    await this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.ingest]);
      await this.append(tx, id, confirmation);
    });
    const move = (await this.of(confirmation.learnerId)).find((one) => one.id === id);
    if (!move) throw new Problem('not-found');
    return move;
  }

  /** The events that count for a learner in a lesson, with all moves up to the position. */
  owned(tx: EntityManager, { learnerId, courseId, lessonId, position }: LessonUntil): Promise<LearningEvent[]> {
    return tx.query<LearningEvent[]>(OWNED, [learnerId, courseId, lessonId, position]);
  }

  private async openBy(sql: string, which: string | readonly string[]): Promise<DisownedAttempt[]> {
    const rows = await this.database.query<(Omit<DisownedAttempt, 'saidAt' | 'whose'> & { whose: string | null; saidAt: Date })[]>(sql, [
      which,
    ]);
    return rows.map(({ whose, saidAt, ...row }) => ({ ...row, ...(whose === null ? {} : { whose }), saidAt: saidAt.toISOString() }));
  }

  private async append(tx: EntityManager, id: string, { learnerId, disowned, from, to, confirmedBy }: Confirmation): Promise<void> {
    const [{ position } = { position: 0 }] = await tx.query<{ position: number }[]>(
      `select nextval('learning_event_position_seq')::float8 as position`,
    );
    const moved = await tx.query<object[]>(
      `insert into moved_event (learner_id, event_id, position, to_learner_id)
       select e.learner_id, e.id, $4::bigint, $3::uuid from learning_event d join learning_event e on ${STRETCH} ${OWNER}
       where d.learner_id = $1 and d.id = $2 and coalesce(o.to_learner_id, e.learner_id) = $5 returning event_id`,
      [learnerId, disowned, to, position, from],
    );
    // Another mentor was faster, or another word of the learner was about the same.
    if (moved.length === 0) throw new Problem('wrong-state');
    await tx.query(
      `insert into attempt_move (learner_id, id, position, from_learner_id, to_learner_id, disowned_id, course_id, lesson_id, confirmed_by)
       select $1::uuid, $6::uuid, $4::bigint, $5::uuid, $3::uuid, d.id, d.course_id, d.body->>'lessonId', $7::uuid
       from learning_event d where d.learner_id = $1 and d.id = $2`,
      [learnerId, disowned, to, position, from, id, confirmedBy],
    );
  }
}
