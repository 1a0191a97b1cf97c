import { STUCK_AFTER } from '@sala/domain/mentoring';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reports of places count, projected from the log. */
export class Reporting1764000000080 implements MigrationInterface {
  name = 'Reporting1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table learner_course (
        learner_id uuid not null,
        course_id uuid not null,
        version int not null,
        done int not null,
        alone int not null,
        helped int not null,
        in_group int not null,
        mastered int not null,
        signed_off int not null,
        is_finished boolean not null,
        primary key (learner_id, course_id)
      );
      create index learner_course_version on learner_course (course_id, version);
      create table learner_try (
        learner_id uuid not null,
        course_id uuid not null,
        lesson_id text not null,
        item text not null,
        step text not null,
        wrong int not null,
        is_right boolean not null,
        primary key (learner_id, course_id, lesson_id, item, step)
      );
      create index learner_try_stuck on learner_try (learner_id) where not is_right and wrong >= ${STUCK_AFTER};
      insert into projection (name) values ('report')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table learner_course, learner_try; delete from projection where name = 'report'`);
  }
}
