import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the saved states of a draft the old ones may be let go with which nothing was done, unless they are an author's last. */
export class RevisionThinning1764000000091 implements MigrationInterface {
  name = 'RevisionThinning1764000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function draft_revision_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          -- A little less than the day of the rule, which counts in another unit.
          if old.saved_at <= now() - interval '23 hours'
            and exists (
              select 1 from draft_revision r where r.course_id = old.course_id and r.revision > old.revision and r.saved_by = old.saved_by)
            and not exists (select 1 from authoring_act a where a.course_id = old.course_id and a.revision = old.revision)
          then return old; end if;
        end if;
        raise exception 'revisions and the audit trail are only added to';
      end $$;
      drop trigger draft_revision_stays on draft_revision;
      create trigger draft_revision_stays before update or delete on draft_revision for each row execute function draft_revision_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger draft_revision_stays on draft_revision;
      create trigger draft_revision_stays before update or delete on draft_revision for each row execute function authoring_stays();
      drop function draft_revision_stays()`);
  }
}
