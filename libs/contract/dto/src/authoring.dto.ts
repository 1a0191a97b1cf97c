import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { DraftAct, DraftFinding, DraftState } from '@sala/domain/publishing';
import type { BothLanguages } from './learning.dto.js';

/** A draft by the course that it will be. */
export class DraftPath {
  @IsUUID()
  courseId!: string;
}

/** An earlier state of a draft. */
export class RevisionPath extends DraftPath {
  @Matches(/^[1-9]\d{0,8}$/)
  revision!: string;
}

/** A remark on a draft. */
export class CommentPath extends DraftPath {
  @IsUUID()
  commentId!: string;
}

/** A file of a draft. */
export class DraftMediaPath extends DraftPath {
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

/** A draft in the studio's list. */
export class DraftInList {
  courseId!: string;
  title!: BothLanguages;
  state!: DraftState;
  revision!: number;
  savedAt!: string;
  /** Who saved last. */
  savedBy!: string;
  openComments!: number;
  /** The newest published version, when there is one. */
  published?: number;
}

/** A file that a draft holds. */
export class MediaOfDraft {
  path!: string;
  sha256!: string;
  bytes!: number;
  mediaType!: string;
}

/** A remark on a card of a draft. */
export class DraftComment {
  id!: string;
  /** The lesson, practice or quiz; empty for the course. */
  part!: string;
  /** The card or question; empty for the part as a whole. */
  item!: string;
  text!: string;
  by!: string;
  at!: string;
  resolvedAt?: string;
}

/** A draft with everything that the editor shows. */
export class DraftReply {
  courseId!: string;
  /** 0 when nothing has been saved yet. */
  revision!: number;
  state!: DraftState;
  /** The course document, as far as it is written. */
  document!: object;
  /** By the place of a text, the hashes of its Khmer and English when they last said the same; a text that is not named says the same in both. */
  translated!: Record<string, string>;
  media!: MediaOfDraft[];
  comments!: DraftComment[];
  savedAt!: string;
  savedBy!: string;
  /** Whether the caller wrote some of what is under review. */
  isOwn!: boolean;
  published?: number;
}

/** A draft as it stands in the editor, and the revision that it was made from. */
export class SaveDraftRequest {
  /** Read by the domain's schema. */
  static readonly readByDomain = ['document', 'translated'] as const;

  /** 0 for a course that the server has never seen. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  baseRevision!: number;

  @IsObject()
  document!: object;

  @IsObject()
  translated!: object;
}

/** The revision under which a draft was saved. */
export class SavedReply {
  revision!: number;
  state!: DraftState;
  savedAt!: string;
}

/** Begins a draft from a published course: of the same course a correction, of another a new course with its content. */
export class BeginDraftRequest {
  @IsUUID()
  fromCourseId!: string;
}

/** An earlier state of a draft in the list. */
export class DraftRevisionInList {
  revision!: number;
  savedAt!: string;
  savedBy!: string;
}

/** An earlier state of a draft. */
export class DraftRevisionReply extends DraftRevisionInList {
  document!: object;
}

/** What stands in the way of publishing; empty when nothing does. */
export class DraftChecksReply {
  findings!: DraftFinding[];
}

/** What somebody did to a draft or course. */
export class DraftActInHistory {
  act!: DraftAct;
  by!: string;
  at!: string;
  revision!: number;
  /** The version that was published or withdrawn. */
  version?: number;
}

/** What a file is meant for; the body is the file itself. */
export class AddMediaQuery {
  @IsIn(['picture', 'sound', 'video', 'captions'])
  use!: 'picture' | 'sound' | 'video' | 'captions';
}

/** A remark on a card. */
export class CommentRequest {
  @IsString()
  @MaxLength(64)
  part!: string;

  @IsString()
  @MaxLength(64)
  item!: string;

  @IsString()
  @Length(1, 2_000)
  text!: string;
}

/** The revision that a step is meant for, so that nobody approves or publishes what they haven't seen. */
export class DraftStepRequest {
  @IsInt()
  @Min(1)
  revision!: number;

  /** With what it is sent back. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  text?: string;
}

/** What became of a step. */
export class DraftStepReply {
  state!: DraftState;
  revision!: number;
  /** The version that went out. */
  version?: number;
}

/** Which version is withdrawn. */
export class RetireRequest {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version!: number;
}

/** The draft that a course file became. */
export class ImportCourseReply {
  courseId!: string;
  revision!: number;
  findings!: DraftFinding[];
}
