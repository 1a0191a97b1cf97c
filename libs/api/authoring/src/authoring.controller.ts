import { MEDIA_LIMITS } from '@sala/api/library';
import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import {
  AddMediaQuery,
  BeginDraftRequest,
  DraftActInHistory,
  DraftChecksReply,
  DraftInList,
  DraftMediaPath,
  DraftPath,
  DraftReply,
  DraftRevisionInList,
  DraftRevisionReply,
  ImportCourseReply,
  MediaOfDraft,
  RevisionPath,
  SavedReply,
  SaveDraftRequest,
} from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { DRAFT_BYTES } from '@sala/domain/publishing';
import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { COURSE_FILE_BYTES } from './course-file.js';
import { DraftFiles } from './draft-files.js';
import { Drafts } from './drafts.js';

// In UTF-8 a Khmer letter takes three bytes, in JavaScript one unit.
const WHOLE_DRAFT = DRAFT_BYTES * 3;
const NO_RIGHTS = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Drafts and their files. */
@Controller()
export class AuthoringController {
  constructor(
    private readonly draftsOf: Drafts,
    private readonly files: DraftFiles,
  ) {}

  /** All drafts. */
  @Handle(routes.drafts)
  drafts(): Promise<DraftInList[]> {
    return this.draftsOf.list();
  }

  /** A draft with its files and remarks. */
  @Handle(routes.draft)
  draft(@Param() path: DraftPath, @CallerOf() caller: Caller): Promise<DraftReply> {
    return this.draftsOf.read(path.courseId, caller);
  }

  /** Saves a draft; refused when somebody else has saved since. */
  @Handle(routes.saveDraft, { bodyLimit: WHOLE_DRAFT })
  saveDraft(@Param() path: DraftPath, @Body() body: SaveDraftRequest, @CallerOf() caller: Caller): Promise<SavedReply> {
    return this.draftsOf.save(path.courseId, body, caller);
  }

  /** Begins a draft from a published course. */
  @Handle(routes.beginDraft)
  beginDraft(@Param() path: DraftPath, @Body() body: BeginDraftRequest, @CallerOf() caller: Caller): Promise<SavedReply> {
    return this.files.begin(path.courseId, body.fromCourseId, caller);
  }

  /** The saved states of a draft. */
  @Handle(routes.draftRevisions)
  draftRevisions(@Param() path: DraftPath): Promise<DraftRevisionInList[]> {
    return this.draftsOf.revisions(path.courseId);
  }

  /** One saved state of a draft. */
  @Handle(routes.draftRevision)
  draftRevision(@Param() path: RevisionPath): Promise<DraftRevisionReply> {
    return this.draftsOf.revision(path.courseId, path.revision);
  }

  /** What stands in the way of publishing. */
  @Handle(routes.draftChecks)
  draftChecks(@Param() path: DraftPath): Promise<DraftChecksReply> {
    return this.files.checks(path.courseId);
  }

  /** The audit trail of a draft. */
  @Handle(routes.draftHistory)
  draftHistory(@Param() path: DraftPath): Promise<DraftActInHistory[]> {
    return this.draftsOf.history(path.courseId);
  }

  /** Takes a picture, voice, clip or captions: the body is the file. */
  @Handle(routes.addMedia, { bodyLimit: MEDIA_LIMITS.picture, isFile: true })
  addMedia(@Param() path: DraftPath, @Query() query: AddMediaQuery, @Req() request: FastifyRequest): Promise<MediaOfDraft> {
    return this.files.add(path.courseId, query.use, request.body);
  }

  /** A file of a draft. */
  @Handle(routes.draftMedia)
  async draftMedia(@Param() path: DraftMediaPath, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { bytes, mediaType } = await this.files.open(path.courseId, path.sha256);
    reply.headers({ 'content-type': mediaType, 'cache-control': 'private, max-age=86400', 'content-security-policy': NO_RIGHTS });
    return bytes;
  }

  /** The course file of a draft. */
  @Handle(routes.exportDraft, { asIs: true })
  async exportDraft(@Param() path: DraftPath, @Res({ passthrough: true }) reply: FastifyReply): Promise<Readable> {
    reply.headers({ 'content-type': 'application/zip', 'content-disposition': `attachment; filename="sala-${path.courseId}.zip"` });
    return this.files.export(path.courseId);
  }

  /** Takes a course file as a draft: the body is the file. */
  @Handle(routes.importCourse, { bodyLimit: COURSE_FILE_BYTES, isFile: true })
  importCourse(@Req() request: FastifyRequest, @CallerOf() caller: Caller): Promise<ImportCourseReply> {
    return this.files.import(request.body, caller);
  }
}
