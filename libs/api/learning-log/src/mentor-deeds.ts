import { LOCKS } from '@sala/api/platform';
import type { MentorDeed } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LoggedDeed } from './learning-log.js';
import type { LessonUntil } from './attempt-moves.js';

/** The deeds of a mentor, each read and allowed. */
export interface DoneBy {
  readonly mentorId: string;
  readonly deeds: readonly MentorDeed[];
}

const APPEND = `
  insert into mentor_deed (learner_id, id, position, mentor_id, kind, body, done_at)
  select u.learner_id, u.id, nextval('learning_event_position_seq'), $1, u.kind, u.body, u.done_at
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::timestamptz[]) with ordinality as u (learner_id, id, kind, body, done_at, n)
  where not exists (select 1 from person p where p.id in (u.learner_id, $1) and p.forgotten_at is not null)
  order by u.n on conflict do nothing`;

/** What mentors did: appended to the log once, whatever is sent twice. */
@Injectable()
export class MentorDeeds {
  constructor(private readonly database: DataSource) {}

  /** Appends deeds in their order. When this returns they are on the disk; but for those of and about people who were forgotten meanwhile. */
  async append({ mentorId, deeds }: DoneBy): Promise<void> {
    if (deeds.length === 0) return;
    const column = <T>(value: (deed: MentorDeed) => T): T[] => deeds.map(value);
    await this.database.transaction(async (tx) => {
      // The lock of the log: no reader may meet a later position before an earlier one.
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.ingest]);
      await tx.query(APPEND, [
        mentorId,
        column((deed) => deed.learnerId.toLowerCase()),
        column((deed) => deed.id.toLowerCase()),
        column((deed) => deed.kind),
        column((deed) => JSON.stringify(deed.body)),
        column((deed) => deed.doneAt),
      ]);
    });
  }

  /** What mentors did about a learner's lesson, up to a position of the log. */
  ofLesson(tx: EntityManager, { learnerId, courseId, lessonId, position }: LessonUntil): Promise<LoggedDeed[]> {
    return tx.query<LoggedDeed[]>(
      `select d.learner_id as "learnerId", d.kind, d.body from mentor_deed d
       where d.learner_id = $1 and d.body->>'courseId' = $2 and d.body->>'lessonId' = $3 and d.position <= $4`,
      [learnerId, courseId, lessonId, position],
    );
  }
}
