import { checkMedia, takeMedia, Versions, type MediaUse } from '@sala/api/library';
import { FileStore, Problem, type Caller } from '@sala/api/platform';
import type { DraftChecksReply, ImportCourseReply, MediaOfDraft, SavedReply } from '@sala/contract/dto';
import { readCourse } from '@sala/domain/content';
import {
  checkForPublishing,
  draftFinding,
  readDraft,
  type CourseFolder,
  type DraftFinding,
  type FileToStore,
  type PackageMediaType,
} from '@sala/domain/publishing';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import { readCourseFile, writeCourseFile } from './course-file.js';
import { documentOf, Drafts, staffOf } from './drafts.js';

/** A stored file of a draft with its type. */
export interface OpenedMedia {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The files of drafts, and drafts as files: pictures, voices and clips, the checks over all of it, and the course file that goes from hand to hand. */
@Injectable()
export class DraftFiles {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly store: FileStore,
    private readonly versions: Versions,
  ) {}

  /** Takes a file that an author brings; what it became can be named by the draft. */
  async add(courseId: string, use: MediaUse, bytes: unknown): Promise<MediaOfDraft> {
    if (!Buffer.isBuffer(bytes)) throw new Problem('file-refused', { errors: [{ path: 'file', rule: 'empty' }] });
    const [row] = await this.database.query<object[]>('select 1 from draft where course_id = $1', [courseId]);
    if (!row) throw new Problem('not-found');
    const file = await takeMedia(bytes, use);
    const [kept] = await this.keep([file]);
    if (!kept) throw new Problem('server-error');
    await this.database.transaction((tx) => this.name(tx, courseId, [kept]));
    return kept;
  }

  /** A file of a draft, for those who work on it. */
  async open(courseId: string, sha256: string): Promise<OpenedMedia> {
    const [row] = await this.database.query<{ mediaType: string }[]>(
      'select media_type as "mediaType" from draft_media where course_id = $1 and sha256 = $2',
      [courseId, sha256],
    );
    if (!row) throw new Problem('not-found');
    return { mediaType: row.mediaType, bytes: await this.store.read(sha256) };
  }

  /** What stands in the way of publishing a draft as it was saved last. */
  async checks(courseId: string): Promise<DraftChecksReply> {
    const { document, media } = await this.whole(courseId);
    return { findings: findingsOf(document, media) };
  }

  /** A saved state of a draft with its files; the last one when none is named. */
  async whole(courseId: string, revision?: number): Promise<{ document: object; media: FileToStore[] }> {
    const [row] = await this.database.query<{ document: object }[]>(
      `select r.document from draft d join draft_revision r on r.course_id = d.course_id and r.revision = coalesce($2, d.revision) where d.course_id = $1`,
      [courseId, revision ?? null],
    );
    if (!row) throw new Problem('not-found');
    const media = await Promise.all(
      (await this.drafts.media(courseId)).map(async ({ path, sha256, mediaType }) => ({
        path,
        mediaType: mediaType as PackageMediaType,
        bytes: await this.store.read(sha256),
      })),
    );
    return { document: row.document, media };
  }

  /** The course file of a draft. */
  async export(courseId: string): Promise<Readable> {
    const { document, media } = await this.whole(courseId);
    const named = JSON.stringify(document);
    return writeCourseFile({ course: document, media: media.filter(({ path }) => named.includes(JSON.stringify(path))) });
  }

  /** Takes a course file as a draft of its course: a new one, or the next revision of the one that is here. */
  async import(bytes: unknown, caller: Caller): Promise<ImportCourseReply> {
    if (!Buffer.isBuffer(bytes)) throw new Problem('file-refused', { errors: [{ path: 'file', rule: 'empty' }] });
    const folder = await readCourseFile(bytes);
    for (const file of folder.media) await checkMedia(file);
    const saved = await this.take(folder, caller, 'import');
    return { ...saved, findings: findingsOf(folder.course, folder.media) };
  }

  /** Begins a draft from a published course: a correction of the same, or a new course with its content. */
  async begin(courseId: string, fromCourseId: string, caller: Caller): Promise<SavedReply> {
    const folder = await this.versions.courseOf(fromCourseId, await this.versions.latest(fromCourseId));
    if (fromCourseId.toLowerCase() === courseId.toLowerCase()) return this.take(folder, caller, 'begin');
    const { slug } = folder.course as { slug: string };
    return this.take(
      { ...folder, course: { ...(folder.course as object), id: courseId, slug: `${slug.slice(0, 50)}-${courseId.slice(0, 8)}` } },
      caller,
      'begin',
    );
  }

  private async take({ course, media }: CourseFolder, caller: Caller, act: 'begin' | 'import'): Promise<SavedReply & { courseId: string }> {
    const read = readDraft(course);
    if (!read.ok)
      throw new Problem('file-refused', { errors: read.findings.slice(0, 20).map(({ path, reason }) => ({ path, rule: reason })) });
    const courseId = read.value.id.toLowerCase();
    const document = documentOf(courseId, course);
    const by = staffOf(caller);
    const kept = await this.keep(media);
    return this.database.transaction(async (tx) => {
      const before = await this.drafts.locked(tx, courseId);
      if (before && act === 'begin' && before.state !== 'published') throw new Problem('already-there');
      const saved = await this.drafts.append(tx, before ?? (await this.drafts.begin(tx, courseId, by, act)), {
        document,
        translated: {},
        by,
      });
      if (before && act === 'import') await this.drafts.note(tx, { courseId, act, by, revision: saved.revision });
      await this.name(tx, courseId, kept);
      return { ...saved, courseId };
    });
  }

  private async keep(files: readonly FileToStore[]): Promise<MediaOfDraft[]> {
    return Promise.all(
      files.map(async ({ path, mediaType, bytes }) => ({
        path,
        mediaType,
        bytes: bytes.length,
        sha256: await this.store.put(bytes, mediaType),
      })),
    );
  }

  private async name(tx: EntityManager, courseId: string, files: readonly MediaOfDraft[]): Promise<void> {
    await tx.query(
      `insert into draft_media (course_id, path, sha256, bytes, media_type) select $1, * from unnest($2::text[], $3::text[], $4::int[], $5::text[])
       on conflict (course_id, path) do update set sha256 = excluded.sha256, bytes = excluded.bytes, media_type = excluded.media_type`,
      [
        courseId,
        files.map((file) => file.path),
        files.map((file) => file.sha256),
        files.map((file) => file.bytes),
        files.map((file) => file.mediaType),
      ],
    );
  }
}

function findingsOf(document: unknown, media: readonly FileToStore[]): DraftFinding[] {
  const read = readCourse(document);
  const findings = read.ok ? checkForPublishing(read.value, media) : read.findings;
  return findings.slice(0, 300).map((finding) => draftFinding(document, finding));
}
