import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Progress by lesson, projected from the log. */
export class Progress1764000000006 implements MigrationInterface {
  name = 'Progress1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lesson_progress (
        learner_id uuid not null,
        course_id uuid not null,
        lesson_id text not null,
        facts jsonb not null,
        position bigint not null,
        primary key (learner_id, course_id, lesson_id)
      );
      create table projection (
        name text primary key,
        position bigint not null default 0
      );
      insert into projection (name) values ('progress')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lesson_progress, projection');
  }
}
