import { LOCKS } from '@sala/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Appending as one statement: lock, insert and commit follow each other in the database, so that the lock is never held while this process is
 * busy with something else. Positions are given under the lock, in the order of the batch, so that they grow with the commits.
 */
export class LearningLogAppend1764000000007 implements MigrationInterface {
  name = 'LearningLogAppend1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function learning_event_append(
        learners uuid[], ids uuid[], devices uuid[], sequences bigint[], courses uuid[], versions int[], kinds text[], bodies jsonb[],
        occurred float8[], corrected float8[], scores float8[]
      ) returns table (of_learner uuid, added int, first_position bigint, last_position bigint) language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${LOCKS.ingest});
        return query with fresh as (
          insert into learning_event as l (learner_id, id, position, device_id, sequence, course_id, version, kind, body, occurred_at, corrected_at, server_score)
          select e.learner_id, e.id, nextval('learning_event_position_seq'), e.device_id, e.sequence, e.course_id, e.version, e.kind, e.body,
            to_timestamp(e.occurred_ms / 1000), to_timestamp(e.corrected_ms / 1000), e.score
          from unnest(learners, ids, devices, sequences, courses, versions, kinds, bodies, occurred, corrected, scores)
            with ordinality as e (learner_id, id, device_id, sequence, course_id, version, kind, body, occurred_ms, corrected_ms, score, n)
          order by e.n
          on conflict do nothing
          returning l.learner_id, l.position
        ) select f.learner_id, count(*)::int, min(f.position), max(f.position) from fresh f group by f.learner_id;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function learning_event_append');
  }
}
