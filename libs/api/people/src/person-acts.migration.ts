import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done about people, by whom and when; lists of people that were brought in. */
export class PersonActs1764000000061 implements MigrationInterface {
  name = 'PersonActs1764000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_act (
        id uuid primary key,
        person_id uuid,
        group_id uuid,
        import_id uuid,
        kind text not null,
        detail jsonb not null default '{}',
        done_by uuid,
        done_at timestamptz not null default now()
      );
      create index person_act_person on person_act (person_id, done_at);
      create index person_act_group on person_act (group_id);
      create function person_act_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'what was done about a person is never changed or deleted';
      end $$;
      create trigger person_act_stays before update or delete on person_act for each row execute function person_act_stays();
      create table person_import (
        id uuid primary key,
        place_code text not null,
        people int not null,
        done_by uuid not null,
        done_at timestamptz not null default now(),
        undone_at timestamptz,
        kept int
      );
      create index person_import_place on person_import (place_code text_pattern_ops);
      create table imported_person (
        import_id uuid not null constraint imported_person_import references person_import on delete cascade,
        person_id uuid not null constraint imported_person_person_fk references person on delete cascade,
        line int not null,
        primary key (import_id, person_id)
      );
      create index imported_person_person on imported_person (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table imported_person, person_import, person_act');
    await runner.query('drop function person_act_stays()');
  }
}
