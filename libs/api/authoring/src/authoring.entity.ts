import { DRAFT_ACTS, DRAFT_STATES, type DraftAct, type DraftState } from '@sala/domain/publishing';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const oneOf = (column: string, values: readonly string[]): string => `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;

/** A course on its way to learners; what it says stands in its revisions. */
@Entity({ name: 'draft' })
@Check('draft_state', oneOf('state', DRAFT_STATES))
export class Draft {
  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('int')
  revision!: number;

  @Column('text')
  state!: DraftState;

  /** The revision that was published last; those after it have authors who may not approve. */
  @Column('int', { name: 'published_revision', default: 0 })
  publishedRevision!: number;
}

/** A state of a draft as it was saved. None is ever changed, so that each can be seen again. */
@Entity({ name: 'draft_revision' })
export class DraftRevision {
  @PrimaryColumn('uuid', { name: 'course_id' })
  @ForeignKey(() => Draft, { name: 'draft_revision_draft' })
  courseId!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** As text: what the author wrote comes back byte for byte. */
  @Column('json')
  document!: object;

  /** By the place of a text, the hash of the Khmer from which its English was last written. */
  @Column('json')
  translated!: object;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' })
  savedAt!: Date;
}

/** A file that a draft may name. */
@Entity({ name: 'draft_media' })
export class DraftMedia {
  @PrimaryColumn('uuid', { name: 'course_id' })
  @ForeignKey(() => Draft, { name: 'draft_media_draft' })
  courseId!: string;

  @PrimaryColumn('text')
  path!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  bytes!: number;

  @Column('text', { name: 'media_type' })
  mediaType!: string;
}

/** A remark on a card. */
@Entity({ name: 'draft_comment' })
@Index('draft_comment_draft', ['courseId'])
export class DraftCommentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'course_id' })
  @ForeignKey(() => Draft, { name: 'draft_comment_of' })
  courseId!: string;

  @Column('text')
  part!: string;

  @Column('text')
  item!: string;

  @Column('text')
  words!: string;

  @Column('uuid', { name: 'written_by' })
  writtenBy!: string;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;
}

/** What somebody did to a draft: the audit trail, only ever added to. */
@Entity({ name: 'authoring_act' })
@Check('authoring_act_act', oneOf('act', DRAFT_ACTS))
@Index('authoring_act_course', ['courseId', 'id'])
export class AuthoringAct {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('text')
  act!: DraftAct;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'done_at', default: () => 'now()' })
  doneAt!: Date;

  @Column('int')
  revision!: number;

  @Column('int', { nullable: true })
  version!: number | null;
}
