import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups of learners with their mentors, and the telephone numbers by which mentors call. */
export class Groups1764000000060 implements MigrationInterface {
  name = 'Groups1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add phone text;
      create table learner_group (
        id uuid primary key,
        name text not null,
        place_code text not null,
        created_at timestamptz not null default now()
      );
      create index learner_group_place on learner_group (place_code text_pattern_ops);
      create table group_member (
        group_id uuid not null constraint group_member_group references learner_group on delete cascade,
        person_id uuid not null constraint group_member_person_fk references person on delete cascade,
        primary key (group_id, person_id)
      );
      create index group_member_person on group_member (person_id);
      create table group_mentor (
        group_id uuid not null constraint group_mentor_group references learner_group on delete cascade,
        person_id uuid not null constraint group_mentor_person_fk references person on delete cascade,
        primary key (group_id, person_id)
      );
      create index group_mentor_person on group_mentor (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table group_mentor, group_member, learner_group');
    await runner.query('alter table person drop phone');
  }
}
