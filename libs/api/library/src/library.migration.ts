import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table course (
    id uuid primary key,
    slug text not null
  );
  create unique index course_slug on course (slug);
  create table course_version (
    course_id uuid not null constraint course_version_course references course,
    number int not null,
    manifest json not null,
    reviewed_lessons int not null,
    search_key text not null,
    loose_key text not null,
    published_by uuid,
    published_at timestamptz not null default now(),
    retired_at timestamptz,
    primary key (course_id, number)
  );
  create index course_version_search_key on course_version using gin (search_key gin_trgm_ops);
  create index course_version_loose_key on course_version using gin (loose_key gin_trgm_ops);
  create table stored_file (
    sha256 text primary key,
    bytes bigint not null,
    media_type text not null
  );
  create table catalogue (
    one_row boolean primary key default true,
    hash text not null,
    courses json not null
  )`;

const IMMUTABLE = `
  create function course_version_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'retired_at' = to_jsonb(old) - 'retired_at' then return new; end if;
    raise exception 'a published version is never changed';
  end $$;
  create trigger course_version_stays before update or delete on course_version for each row execute function course_version_stays();
  create trigger course_version_stays_whole before truncate on course_version execute function course_version_stays()`;

/** Published courses and their files. */
export class Library1764000000004 implements MigrationInterface {
  name = 'Library1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(IMMUTABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue, stored_file, course_version, course');
    await runner.query('drop function course_version_stays()');
  }
}
