import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only log of what learners did. */
export class LearningLog1764000000005 implements MigrationInterface {
  name = 'LearningLog1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table learning_event (
        learner_id uuid not null,
        id uuid not null,
        position bigint not null,
        device_id uuid not null,
        sequence bigint not null,
        course_id uuid not null,
        version int not null,
        kind text not null,
        body jsonb not null,
        occurred_at timestamptz not null,
        corrected_at timestamptz not null,
        received_at timestamptz not null default now(),
        server_score double precision,
        primary key (learner_id, id),
        constraint learning_event_sequence unique (learner_id, device_id, sequence)
      );
      create index learning_event_position on learning_event (position);
      create sequence learning_event_position_seq`);
    await runner.query(`
      create function learning_event_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'a learning event is never changed or deleted';
      end $$;
      create trigger learning_event_stays before update or delete on learning_event for each row execute function learning_event_stays();
      create trigger learning_event_stays_whole before truncate on learning_event execute function learning_event_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table learning_event');
    await runner.query('drop sequence learning_event_position_seq');
    await runner.query('drop function learning_event_stays()');
  }
}
