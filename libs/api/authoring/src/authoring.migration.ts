import { DRAFT_ACTS, DRAFT_STATES } from '@sala/domain/publishing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = `
  create table draft (
    course_id uuid primary key,
    revision int not null,
    state text not null constraint draft_state check (state in (${oneOf(DRAFT_STATES)})),
    published_revision int not null default 0
  );
  create table draft_revision (
    course_id uuid not null constraint draft_revision_draft references draft,
    revision int not null,
    document json not null,
    translated json not null,
    saved_by uuid not null,
    saved_at timestamptz not null default now(),
    primary key (course_id, revision)
  );
  create table draft_media (
    course_id uuid not null constraint draft_media_draft references draft,
    path text not null,
    sha256 text not null,
    bytes int not null,
    media_type text not null,
    primary key (course_id, path)
  );
  create table draft_comment (
    id uuid primary key,
    course_id uuid not null constraint draft_comment_of references draft,
    part text not null,
    item text not null,
    words text not null,
    written_by uuid not null,
    written_at timestamptz not null default now(),
    resolved_at timestamptz
  );
  create index draft_comment_draft on draft_comment (course_id);
  create table authoring_act (
    id uuid primary key,
    course_id uuid not null,
    act text not null constraint authoring_act_act check (act in (${oneOf(DRAFT_ACTS)})),
    person_id uuid not null,
    done_at timestamptz not null default now(),
    revision int not null,
    version int
  );
  create index authoring_act_course on authoring_act (course_id, id)`;

const KEPT = `
  create function authoring_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'revisions and the audit trail are only added to';
  end $$;
  create trigger draft_revision_stays before update or delete on draft_revision for each row execute function authoring_stays();
  create trigger authoring_act_stays before update or delete on authoring_act for each row execute function authoring_stays()`;

/** Drafts with their revisions, files and remarks, and the audit trail. */
export class Authoring1764000000020 implements MigrationInterface {
  name = 'Authoring1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(KEPT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table authoring_act, draft_comment, draft_media, draft_revision, draft');
    await runner.query('drop function authoring_stays()');
  }
}
