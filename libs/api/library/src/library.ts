import { FileStore, LOCKS } from '@sala/api/platform';
import { readCourse, type Course, type Finding } from '@sala/domain/content';
import { looseKey, searchKey } from '@sala/domain/khmer';
import {
  checkForPublishing,
  manifestOf,
  packageFiles,
  sameContent,
  type FileToStore,
  type Manifest,
  type PackageFile,
  type PublishFinding,
} from '@sala/domain/publishing';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { renewCatalogue } from './catalogue.js';

/** What became of publishing: a new version, the same one again, or what stands in the way. */
export type Published =
  { ok: true; courseId: string; version: number; isNew: boolean } | { ok: false; findings: (Finding | PublishFinding)[] };

/** The one door by which a course is published: read, checked, packed, stored by hash, and a new version only when something differs. */
@Injectable()
export class Library {
  constructor(
    private readonly database: DataSource,
    private readonly files: FileStore,
  ) {}

  /** Publishes a course document with its media in the name of a person, or of nobody for what Sala ships. */
  async publish(document: unknown, media: readonly FileToStore[], publisher?: string): Promise<Published> {
    const read = readCourse(document);
    if (!read.ok) return { ok: false, findings: read.findings };
    const course = read.value;
    const findings = checkForPublishing(course, media);
    if (findings.length > 0) return { ok: false, findings };
    const files = await Promise.all(packageFiles(course, media).map((file) => this.store(file)));
    return this.database.transaction((tx) => this.publishFiles(tx, course, files, publisher));
  }

  /** Withdraws a version: it is offered to nobody any more. Who has it on a phone keeps it. */
  async retire(tx: EntityManager, courseId: string, version: number): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      'update course_version set retired_at = now() where course_id = $1 and number = $2 and retired_at is null returning number',
      [courseId, version],
    );
    if (rows.length > 0) await renewCatalogue(tx);
    return rows.length > 0;
  }

  private async store(file: FileToStore): Promise<PackageFile> {
    const sha256 = await this.files.put(file.bytes, file.mediaType);
    return { path: file.path, sha256, bytes: file.bytes.length, mediaType: file.mediaType };
  }

  private async publishFiles(tx: EntityManager, course: Course, files: readonly PackageFile[], publisher?: string): Promise<Published> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.publishing]);
    const [last] = await tx.query<{ manifest: Manifest; retired: boolean }[]>(
      'select manifest, retired_at is not null as retired from course_version where course_id = $1 order by number desc limit 1',
      [course.id],
    );
    const manifest = manifestOf(course, (last?.manifest.version ?? 0) + 1, files);
    if (last && !last.retired && sameContent(last.manifest, manifest)) {
      return { ok: true, courseId: course.id, version: last.manifest.version, isNew: false };
    }
    await tx.query(
      'insert into stored_file (sha256, bytes, media_type) select * from unnest($1::text[], $2::bigint[], $3::text[]) on conflict do nothing',
      [files.map((file) => file.sha256), files.map((file) => file.bytes), files.map((file) => file.mediaType)],
    );
    await this.insertVersion(tx, course, manifest, publisher);
    await renewCatalogue(tx);
    return { ok: true, courseId: course.id, version: manifest.version, isNew: true };
  }

  private async insertVersion(tx: EntityManager, course: Course, manifest: Manifest, publisher?: string): Promise<void> {
    await tx.query('insert into course (id, slug) values ($1, $2) on conflict (id) do update set slug = excluded.slug', [
      course.id,
      course.slug,
    ]);
    const text = searchText(course);
    const reviewed = course.lessons.filter((lesson) => lesson.khmerReview === 'reviewed').length;
    await tx.query(
      `insert into course_version (course_id, number, manifest, reviewed_lessons, search_key, loose_key, published_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [course.id, manifest.version, JSON.stringify(manifest), reviewed, searchKey(text), looseKey(text), publisher ?? null],
    );
  }
}

/** What a course is found by: its own words and those of its lessons' titles and outcomes. */
function searchText(course: Course): string {
  const texts = [course.title, course.summary, ...course.lessons.flatMap((lesson) => [lesson.title, lesson.outcome])];
  return texts.map((text) => `${text.km} ${text.en}`).join(' ');
}
