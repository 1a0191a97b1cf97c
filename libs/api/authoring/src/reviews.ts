import { Problem, type Caller } from '@sala/api/platform';
import { Library } from '@sala/api/library';
import type { CommentRequest, DraftComment, DraftStepReply, DraftStepRequest, RetireRequest } from '@sala/contract/dto';
import { moveDraft, type DraftStep } from '@sala/domain/publishing';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { DraftFiles } from './draft-files.js';
import { Drafts, staffOf, type DraftRow } from './drafts.js';

/** The way of a draft to its learners: submitted, talked over, approved by somebody else, published, withdrawn. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly files: DraftFiles,
    private readonly library: Library,
  ) {}

  /** Asks for a review. */
  submit(courseId: string, request: DraftStepRequest, caller: Caller): Promise<DraftStepReply> {
    return this.step(courseId, 'submit', request, caller);
  }

  /** Gives a draft back to be written on, with a word of why. */
  sendBack(courseId: string, request: DraftStepRequest, caller: Caller): Promise<DraftStepReply> {
    return this.step(courseId, 'send-back', request, caller, async (tx, by) => {
      if (request.text) await this.insert(tx, courseId, { part: '', item: '', text: request.text }, by);
    });
  }

  /** Approves what others wrote. */
  approve(courseId: string, request: DraftStepRequest, caller: Caller): Promise<DraftStepReply> {
    return this.step(courseId, 'approve', request, caller);
  }

  /**
   * Publishes an approved draft: the same door as for what Sala ships. The version is whole before the draft says so; a crash in between is mended by
   * publishing again, which makes no second version of the same.
   */
  async publish(courseId: string, request: DraftStepRequest, caller: Caller): Promise<DraftStepReply> {
    const by = staffOf(caller);
    const row = await this.database.transaction((tx) => this.ready(tx, courseId, request));
    const move = moveDraft(row.state, 'publish', by, []);
    if (!move.ok) throw new Problem(move.why);
    const { document, media } = await this.files.whole(courseId, request.revision);
    const published = await this.library.publish(document, media, by);
    if (!published.ok) {
      const errors = published.findings
        .slice(0, 100)
        .map((one) => ('rule' in one ? { path: one.where, rule: one.rule } : { path: one.path, rule: 'not-filled-in' }));
      throw new Problem('not-publishable', { errors });
    }
    const { version } = published;
    return this.step(
      courseId,
      'publish',
      request,
      caller,
      async (tx) => {
        await tx.query('update draft set published_revision = revision where course_id = $1', [courseId]);
      },
      version,
    );
  }

  /** Withdraws a published version. */
  async retire(courseId: string, { version }: RetireRequest, caller: Caller): Promise<DraftStepReply> {
    const by = staffOf(caller);
    return this.database.transaction(async (tx) => {
      const row = await this.drafts.locked(tx, courseId);
      if (!(await this.library.retire(tx, courseId, version))) throw new Problem('not-found');
      await this.drafts.note(tx, { courseId, act: 'retire', by, revision: row?.revision ?? 0, version });
      return { state: row?.state ?? 'published', revision: row?.revision ?? 0, version };
    });
  }

  /** Leaves a remark on a card. */
  async comment(courseId: string, request: CommentRequest, caller: Caller): Promise<DraftComment> {
    const by = staffOf(caller);
    return this.database.transaction(async (tx) => {
      const row = await this.drafts.locked(tx, courseId);
      if (!row) throw new Problem('not-found');
      const id = await this.insert(tx, courseId, request, by);
      await this.drafts.note(tx, { courseId, act: 'comment', by, revision: row.revision });
      const [comment] = await tx.query<DraftComment[]>(
        `select c.id, c.part, c.item, c.words as text, p.family_name || ' ' || p.given_name as by, c.written_at as at
         from draft_comment c join person p on p.id = c.written_by where c.id = $1`,
        [id],
      );
      if (!comment) throw new Problem('not-found');
      return comment;
    });
  }

  /** Marks a remark as done. */
  async resolve(courseId: string, commentId: string, caller: Caller): Promise<void> {
    const by = staffOf(caller);
    await this.database.transaction(async (tx) => {
      const row = await this.drafts.locked(tx, courseId);
      const [rows] = await tx.query<[object[], number]>(
        'update draft_comment set resolved_at = coalesce(resolved_at, now()) where id = $1 and course_id = $2 returning id',
        [commentId, courseId],
      );
      if (!row || rows.length === 0) throw new Problem('not-found');
      await this.drafts.note(tx, { courseId, act: 'resolve', by, revision: row.revision });
    });
  }

  private async step(
    courseId: string,
    step: DraftStep,
    request: DraftStepRequest,
    caller: Caller,
    more: (tx: EntityManager, by: string) => Promise<void> = () => Promise.resolve(),
    version?: number,
  ): Promise<DraftStepReply> {
    const by = staffOf(caller);
    return this.database.transaction(async (tx) => {
      const row = await this.ready(tx, courseId, request);
      const move = moveDraft(row.state, step, by, await this.authors(tx, row));
      if (!move.ok) throw new Problem(move.why);
      await tx.query('update draft set state = $2 where course_id = $1', [courseId, move.state]);
      await more(tx, by);
      await this.drafts.note(tx, { courseId, act: step, by, revision: row.revision, ...(version !== undefined && { version }) });
      return { state: move.state, revision: row.revision, ...(version !== undefined && { version }) };
    });
  }

  /** The draft, as long as it is still at the revision that the caller saw. */
  private async ready(tx: EntityManager, courseId: string, { revision }: DraftStepRequest): Promise<DraftRow> {
    const row = await this.drafts.locked(tx, courseId);
    if (!row) throw new Problem('not-found');
    if (row.revision !== revision) throw new Problem('moved-on');
    return row;
  }

  private async authors(tx: EntityManager, { courseId, publishedRevision }: DraftRow): Promise<string[]> {
    const rows = await tx.query<{ by: string }[]>(
      'select distinct saved_by as by from draft_revision where course_id = $1 and revision > $2',
      [courseId, publishedRevision],
    );
    return rows.map((row) => row.by);
  }

  private async insert(tx: EntityManager, courseId: string, { part, item, text }: CommentRequest, by: string): Promise<string> {
    const id = randomUUID();
    await tx.query('insert into draft_comment (id, course_id, part, item, words, written_by) values ($1, $2, $3, $4, $5, $6)', [
      id,
      courseId,
      part,
      item,
      text,
      by,
    ]);
    return id;
  }
}
