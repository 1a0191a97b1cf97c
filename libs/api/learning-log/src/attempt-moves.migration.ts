import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts that were another learner's: only ever added to, beside a log that never changes. */
export class AttemptMoves1764000000041 implements MigrationInterface {
  name = 'AttemptMoves1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempt_move (
        learner_id uuid not null,
        id uuid not null,
        position bigint not null,
        from_learner_id uuid not null,
        to_learner_id uuid not null,
        disowned_id uuid not null,
        course_id uuid not null,
        lesson_id text not null,
        confirmed_by uuid not null,
        confirmed_at timestamptz not null default now(),
        primary key (learner_id, id),
        constraint attempt_move_people check (from_learner_id <> to_learner_id)
      );
      create index attempt_move_position on attempt_move (position);
      create index attempt_move_from on attempt_move (from_learner_id);
      create index attempt_move_to on attempt_move (to_learner_id);
      create index attempt_move_disowned on attempt_move (learner_id, disowned_id);
      create table moved_event (
        learner_id uuid not null,
        event_id uuid not null,
        position bigint not null,
        to_learner_id uuid not null,
        primary key (learner_id, event_id, position)
      );
      create index moved_event_to on moved_event (to_learner_id)`);
    await runner.query(`
      create function attempt_move_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'a moved attempt is never changed or deleted';
      end $$;
      create trigger attempt_move_stays before update or delete on attempt_move for each row execute function attempt_move_stays();
      create trigger moved_event_stays before update or delete on moved_event for each row execute function attempt_move_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table moved_event, attempt_move');
    await runner.query('drop function attempt_move_stays()');
  }
}
