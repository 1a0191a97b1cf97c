import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mentors did, in the log's own order; as append-only as the events. */
export class MentorDeeds1764000000070 implements MigrationInterface {
  name = 'MentorDeeds1764000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mentor_deed (
        learner_id uuid not null,
        id uuid not null,
        position bigint not null,
        mentor_id uuid not null,
        kind text not null,
        body jsonb not null,
        done_at timestamptz not null,
        received_at timestamptz not null default now(),
        primary key (learner_id, id)
      );
      create index mentor_deed_position on mentor_deed (position);
      create index mentor_deed_news on mentor_deed (learner_id, position);
      create trigger mentor_deed_stays before update or delete on mentor_deed for each row execute function learning_event_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mentor_deed');
  }
}
