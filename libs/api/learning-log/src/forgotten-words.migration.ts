import { LOCKS } from '@sala/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAYS = 'create or replace function learning_event_stays() returns trigger language plpgsql as';

const append = (declared: string, first: string, where: string): string => `
  create or replace function learning_event_append(
    learners uuid[], ids uuid[], devices uuid[], sequences bigint[], courses uuid[], versions int[], kinds text[], bodies jsonb[],
    occurred float8[], corrected float8[], scores float8[]
  ) returns table (of_learner uuid, added int, first_position bigint, last_position bigint) language plpgsql as $$
  ${declared}
  begin
    perform pg_advisory_xact_lock(${LOCKS.ingest});
    ${first}
    return query with fresh as (
      insert into learning_event as l (learner_id, id, position, device_id, sequence, course_id, version, kind, body, occurred_at, corrected_at, server_score)
      select e.learner_id, e.id, nextval('learning_event_position_seq'), e.device_id, e.sequence, e.course_id, e.version, e.kind, e.body,
        to_timestamp(e.occurred_ms / 1000), to_timestamp(e.corrected_ms / 1000), e.score
      from unnest(learners, ids, devices, sequences, courses, versions, kinds, bodies, occurred, corrected, scores)
        with ordinality as e (learner_id, id, device_id, sequence, course_id, version, kind, body, occurred_ms, corrected_ms, score, n)
      ${where}
      order by e.n
      on conflict do nothing
      returning l.learner_id, l.position
    ) select f.learner_id, count(*)::int, min(f.position), max(f.position) from fresh f group by f.learner_id;
  end $$`;

/** A line of the log may lose its words when somebody is forgotten, and nothing else; of somebody who is forgotten nothing more is taken. */
export class ForgottenWords1764000000090 implements MigrationInterface {
  name = 'ForgottenWords1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${STAYS} $$
      begin
        if tg_op = 'UPDATE' then
          if to_jsonb(new) - 'body' = to_jsonb(old) - 'body' and exists (
            select 1 from person p where p.forgotten_at is not null and p.id = any(
              array[old.learner_id, (to_jsonb(old)->>'mentor_id')::uuid]
              || array(select v.to_learner_id from moved_event v where v.learner_id = old.learner_id and v.event_id = old.id))
          ) then return new; end if;
        end if;
        raise exception 'a learning event is never changed or deleted';
      end $$`);
    // Whoever was forgotten while a delivery was on its way is known by now, under the lock that forgetting takes as well.
    await runner.query(
      append(
        'declare gone uuid[];',
        'gone := array(select p.id from person p where p.id = any(learners) and p.forgotten_at is not null);',
        'where e.learner_id <> all(gone)',
      ),
    );
    await runner.query('create index mentor_deed_mentor on mentor_deed (mentor_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mentor_deed_mentor');
    await runner.query(append('', '', ''));
    await runner.query(`${STAYS} $$
      begin
        raise exception 'a learning event is never changed or deleted';
      end $$`);
  }
}
