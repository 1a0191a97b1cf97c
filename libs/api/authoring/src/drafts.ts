import { invalid, Problem, type Caller } from '@sala/api/platform';
import type {
  DraftActInHistory,
  DraftComment,
  DraftInList,
  DraftReply,
  DraftRevisionInList,
  DraftRevisionReply,
  MediaOfDraft,
  SavedReply,
  SaveDraftRequest,
} from '@sala/contract/dto';
import { moveDraft, readDraft, type DraftAct, type DraftDocument, type DraftState } from '@sala/domain/publishing';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

/** The row of a draft. */
export interface DraftRow {
  courseId: string;
  revision: number;
  state: DraftState;
  publishedRevision: number;
}

const NAME_OF = (column: string): string => `(select p.family_name || ' ' || p.given_name from person p where p.id = ${column})`;
const PUBLISHED = `(select max(v.number) from course_version v where v.course_id = d.course_id and v.retired_at is null)`;
const ROW = `select course_id as "courseId", revision, state, published_revision as "publishedRevision" from draft where course_id = $1`;

const LIST = `
  select d.course_id as "courseId", r.document->'title' as title, d.state, d.revision, r.saved_at as "savedAt",
    coalesce(${NAME_OF('r.saved_by')}, '') as "savedBy", ${PUBLISHED} as published,
    (select count(*)::int from draft_comment c where c.course_id = d.course_id and c.resolved_at is null) as "openComments"
  from draft d join draft_revision r on r.course_id = d.course_id and r.revision = d.revision
  order by r.saved_at desc, d.course_id`;

const WHOLE = `
  select d.course_id as "courseId", d.revision, d.state, r.document, r.translated, r.saved_at as "savedAt", coalesce(${NAME_OF('r.saved_by')}, '') as "savedBy",
    ${PUBLISHED} as published,
    exists (select 1 from draft_revision a where a.course_id = d.course_id and a.revision > d.published_revision and a.saved_by = $2) as "isOwn"
  from draft d join draft_revision r on r.course_id = d.course_id and r.revision = d.revision where d.course_id = $1`;

const COMMENTS = `
  select c.id, c.part, c.item, c.words as text, coalesce(${NAME_OF('c.written_by')}, '') as by, c.written_at as at, c.resolved_at as "resolvedAt"
  from draft_comment c where c.course_id = $1 order by c.written_at, c.id`;

/** The person in whose name staff act. */
export function staffOf(caller: Caller): string {
  if (!caller.staff) throw caller.refusal();
  return caller.staff.persons[0].id;
}

/** A row without the columns that hold nothing. */
const filled = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

/** Courses on their way to learners: every saved state is kept, and nobody writes over what they haven't seen. */
@Injectable()
export class Drafts {
  constructor(private readonly database: DataSource) {}

  /** All drafts, the last saved first. */
  async list(): Promise<DraftInList[]> {
    const rows = await this.database.query<DraftInList[]>(LIST);
    return rows.map(filled);
  }

  /** A draft with all that the editor shows. */
  async read(courseId: string, caller: Caller): Promise<DraftReply> {
    const [row] = await this.database.query<Omit<DraftReply, 'media' | 'comments'>[]>(WHOLE, [courseId, staffOf(caller)]);
    if (!row) throw new Problem('not-found');
    const [media, comments] = await Promise.all([this.media(courseId), this.database.query<DraftComment[]>(COMMENTS, [courseId])]);
    return { ...filled(row), media, comments: comments.map(filled) };
  }

  /** Saves a draft on top of the revision that it was made from. Sending the same again, because a reply was lost, changes nothing. */
  async save(courseId: string, request: SaveDraftRequest, caller: Caller): Promise<SavedReply> {
    const document = documentOf(courseId, request.document);
    const by = staffOf(caller);
    return this.database.transaction(async (tx) => {
      const row = await this.locked(tx, courseId);
      const revision = row?.revision ?? 0;
      if (revision === request.baseRevision + 1) {
        const again = await this.sameAgain(tx, courseId, revision, by, document);
        if (again) return again;
      }
      if (revision !== request.baseRevision) throw new Problem('moved-on');
      return this.append(tx, row ?? (await this.begin(tx, courseId, by)), { document, translated: request.translated, by });
    });
  }

  /** The row of a draft, held until the transaction ends; undefined when there is none. */
  async locked(tx: EntityManager, courseId: string): Promise<DraftRow | undefined> {
    // The draft may not be there yet, and then there is no row to hold.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [courseId]);
    const [row] = await tx.query<DraftRow[]>(ROW, [courseId]);
    return row;
  }

  /** Makes the row of a new draft. */
  async begin(tx: EntityManager, courseId: string, by: string, act: DraftAct = 'begin'): Promise<DraftRow> {
    await tx.query(`insert into draft (course_id, revision, state) values ($1, 0, 'draft')`, [courseId]);
    await this.note(tx, { courseId, act, by, revision: 0 });
    return { courseId, revision: 0, state: 'draft', publishedRevision: 0 };
  }

  /** Appends a revision to a draft that may be written in. */
  async append(
    tx: EntityManager,
    { courseId, revision: before, state }: DraftRow,
    { document, translated, by }: { document: DraftDocument; translated: object; by: string },
  ): Promise<SavedReply> {
    const move = moveDraft(state, 'edit', by, []);
    if (!move.ok) throw new Problem(move.why);
    const revision = before + 1;
    const [saved] = await tx.query<{ savedAt: string }[]>(
      `insert into draft_revision (course_id, revision, document, translated, saved_by) values ($1, $2, $3, $4, $5) returning saved_at as "savedAt"`,
      [courseId, revision, JSON.stringify(document), JSON.stringify(translated), by],
    );
    await tx.query('update draft set revision = $2, state = $3 where course_id = $1', [courseId, revision, move.state]);
    if (state !== move.state) await this.note(tx, { courseId, act: 'edit', by, revision });
    return { revision, state: move.state, savedAt: saved?.savedAt ?? '' };
  }

  /** Adds a line to the audit trail. */
  async note(
    tx: EntityManager,
    { courseId, act, by, revision, version }: { courseId: string; act: DraftAct; by: string; revision: number; version?: number },
  ): Promise<void> {
    await tx.query('insert into authoring_act (id, course_id, act, person_id, revision, version) values ($1, $2, $3, $4, $5, $6)', [
      randomUUID(),
      courseId,
      act,
      by,
      revision,
      version ?? null,
    ]);
  }

  /** The saved states of a draft, the newest first. */
  revisions(courseId: string): Promise<DraftRevisionInList[]> {
    return this.database.query<DraftRevisionInList[]>(
      `select r.revision, r.saved_at as "savedAt", coalesce(${NAME_OF('r.saved_by')}, '') as "savedBy"
       from draft_revision r where r.course_id = $1 order by r.revision desc limit 1000`,
      [courseId],
    );
  }

  /** One saved state of a draft. */
  async revision(courseId: string, revision: string): Promise<DraftRevisionReply> {
    const [row] = await this.database.query<DraftRevisionReply[]>(
      `select r.revision, r.document, r.saved_at as "savedAt", coalesce(${NAME_OF('r.saved_by')}, '') as "savedBy"
       from draft_revision r where r.course_id = $1 and r.revision = $2`,
      [courseId, Number(revision)],
    );
    if (!row) throw new Problem('not-found');
    return row;
  }

  /** Who did what to a draft, the newest first. */
  async history(courseId: string): Promise<DraftActInHistory[]> {
    const rows = await this.database.query<DraftActInHistory[]>(
      `select a.act, coalesce(${NAME_OF('a.person_id')}, '') as by, a.done_at as at, a.revision, a.version
       from authoring_act a where a.course_id = $1 order by a.done_at desc, a.revision desc limit 500`,
      [courseId],
    );
    return rows.map(filled);
  }

  /** The files that a draft holds. */
  media(courseId: string): Promise<MediaOfDraft[]> {
    return this.database.query<MediaOfDraft[]>(
      'select path, sha256, bytes, media_type as "mediaType" from draft_media where course_id = $1 order by path',
      [courseId],
    );
  }

  private async sameAgain(
    tx: EntityManager,
    courseId: string,
    revision: number,
    by: string,
    document: DraftDocument,
  ): Promise<SavedReply | undefined> {
    const [row] = await tx.query<(SavedReply & { document: string; savedBy: string })[]>(
      `select r.revision, d.state, r.saved_at as "savedAt", r.document::text as document, r.saved_by as "savedBy"
       from draft_revision r join draft d using (course_id) where r.course_id = $1 and r.revision = $2`,
      [courseId, revision],
    );
    if (!row || row.savedBy !== by || row.document !== JSON.stringify(document)) return undefined;
    return { revision: row.revision, state: row.state, savedAt: row.savedAt };
  }
}

/** A draft's document that belongs to its address. */
export function documentOf(courseId: string, value: unknown): DraftDocument {
  const read = readDraft(value);
  if (!read.ok)
    throw new Problem('invalid-request', { errors: read.findings.map(({ path, reason }) => ({ path: `document.${path}`, rule: reason })) });
  if (read.value.id.toLowerCase() !== courseId.toLowerCase()) throw invalid('document.id', 'same-as-address');
  return read.value;
}
