import { inject, Injectable } from '@angular/core';
import { readLesson, readQuiz } from '@sala/domain/content';
import type { Manifest, PackageFile } from '@sala/domain/publishing';
import { downloadPlan } from '@sala/domain/publishing/download';
import {
  canonicalJson,
  courseFileHead,
  fileHead,
  isServersManifest,
  readCourseFile,
  type Bytes,
  type CourseFile,
  type Pieces,
  type SignedManifest,
} from '@sala/domain/sealing';
import { PackageStore, ServerNews, Store, type StoredVersion } from '@sala/web/data-device';
import { CourseDownloads } from '../course-downloads.js';
import { Downloads } from '../downloads.js';
import { canSeal, PhoneKeys } from './phone-keys.js';

/** A course as one file, to be given to another phone. */
export interface MadeCourseFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Why no course file can be made: no course, parts of it missing, no server met yet, or no signature of its server to be had now. */
export type NoCourseFile = 'cannot-seal' | 'not-here' | 'not-whole' | 'no-server' | 'not-signed';

/** Why a course file was not taken; nothing of it was stored. */
export type CourseRefusal = 'cannot-seal' | 'no-server' | 'damaged' | 'foreign' | 'not-whole' | 'older' | 'no-space';

/** What came of a course file. */
export type CourseTaken = { kind: 'taken'; manifest: Manifest } | { kind: CourseRefusal };

/** The manifest as the server sent it, with its signature. */
type Reply = Manifest & { signature?: string };

/** Courses that go from phone to phone as one file, believed only with the server's signature. */
@Injectable({ providedIn: 'root' })
export class CourseFiles {
  private readonly store = inject(Store);
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly courses = inject(CourseDownloads);
  private readonly news = inject(ServerNews);
  private readonly keys = inject(PhoneKeys);

  /** Makes one file of a course on this phone, with all of it that is here. One file at a time is in memory. */
  async make(slug: string): Promise<MadeCourseFile | NoCourseFile> {
    if (!canSeal()) return 'cannot-seal';
    const server = await this.keys.server();
    if (!server) return 'no-server';
    const version = await this.packages.current(slug);
    if (!version) return 'not-here';
    const here = await this.packages.hashes();
    if (downloadPlan(version.manifest, here, 'voice').bytes.text > 0) return 'not-whole';
    const signed = (await this.signed(version, server.signing)) ?? (await this.signedAnew(version, server.signing));
    if (!signed) return 'not-signed';
    const parts = [new Blob([courseFileHead(signed)])];
    for (const file of onceEach(version.manifest.files).filter(({ sha256 }) => here.has(sha256))) parts.push(await this.enclosed(file));
    return { name: `${slug}-${version.version}.sala`, blob: new Blob(parts, { type: 'application/octet-stream' }) };
  }

  /** Takes a course file: checks all of it, then stores it and switches to it by the code of a download. What is refused leaves nothing behind. */
  async take(file: Blob): Promise<CourseTaken> {
    const server = canSeal() ? await this.keys.server() : undefined;
    if (!server) return { kind: canSeal() ? 'no-server' : 'cannot-seal' };
    try {
      return await this.checkAndKeep(piecesOf(file), server.signing);
    } catch (reason) {
      await this.packages.tidy();
      return { kind: (reason as { name?: string } | undefined)?.name === 'QuotaExceededError' ? 'no-space' : 'damaged' };
    }
  }

  private async checkAndKeep(pieces: Pieces, server: Bytes): Promise<CourseTaken> {
    const documents = new Map<string, unknown>();
    const read = await readCourseFile(pieces, server, (one, bytes) => keepDocument(documents, one, bytes));
    if (typeof read === 'string') return { kind: read };
    const refusal = await this.refusalOf(read, documents);
    return refusal ? { kind: refusal } : this.keep(read, pieces);
  }

  private async refusalOf({ manifest, files }: CourseFile, documents: ReadonlyMap<string, unknown>): Promise<CourseRefusal | undefined> {
    const current = await this.packages.current(manifest.slug);
    if (current && current.version > manifest.version) return 'older';
    const here = await this.packages.hashes();
    const fresh = files.filter(({ file }) => !here.has(file.sha256));
    const after = new Set([...here, ...files.map(({ file }) => file.sha256)]);
    if (downloadPlan(manifest, after, 'voice').bytes.text > 0) return 'not-whole';
    if (!areReadable(manifest, documents)) return 'damaged';
    const bytes = fresh.reduce((sum, { file }) => sum + file.bytes, 0);
    return bytes > (await freeSpace()) ? 'no-space' : undefined;
  }

  private async keep({ manifest, signed, files }: CourseFile, pieces: Pieces): Promise<CourseTaken> {
    for (const { file, from } of files) {
      const { buffer } = await pieces.read(from, from + file.bytes);
      if ((await this.packages.keepFiles([{ file, bytes: buffer }])).length > 0) throw new Error('the file changed while it was read');
    }
    const { courseId, version } = manifest;
    const reply = { ...(JSON.parse(signed.text) as Manifest), signature: signed.signature };
    if (!(await this.packages.isReadable({ courseId, version, manifest }))) throw new Error('the course can’t be read');
    await this.packages.switchTo({ courseId, version, manifest }, await this.courses.versionsInUse(courseId), reply);
    await this.tellCatalogue(manifest);
    return { kind: 'taken', manifest };
  }

  /** A course that this phone has not heard of stands in the catalogue until the server tells its own again. */
  private async tellCatalogue({ courseId, version, slug, title, summary, lessons, files }: Manifest): Promise<void> {
    const known = this.news.catalogue();
    const before = known?.courses.find((course) => course.courseId === courseId);
    if (before && before.version >= version) return;
    const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
    const bytes = onceEach(files).reduce((sum, file) => sum + file.bytes, 0);
    const entry = { courseId, version, slug, title, summary, lessons: lessons.length, minutes, bytes };
    const others = (known?.courses ?? []).filter((course) => course !== before);
    const catalogue = { hash: '', courses: [...others, entry], rielPerGigabyte: known?.rielPerGigabyte ?? 0 };
    await this.news.take({ accepted: [], refused: [], news: [], catalogue });
  }

  private async signed({ courseId, version }: StoredVersion, server: Bytes): Promise<SignedManifest | undefined> {
    const stored = await (await this.store.database()).get('version', [courseId, version]);
    const { signature, ...manifest } = (stored?.manifest ?? {}) as Partial<Reply>;
    const signed = { text: canonicalJson(manifest), signature: signature ?? '' };
    return (await isServersManifest(signed, server)) ? signed : undefined;
  }

  /** What an older app kept has no signature: it comes with the manifest, when there is a line. */
  private async signedAnew(version: StoredVersion, server: Bytes): Promise<SignedManifest | undefined> {
    if (await this.downloads.manifest(version)) return undefined;
    return this.signed(version, server);
  }

  private async enclosed(file: PackageFile): Promise<Blob> {
    const stored = await (await this.store.database()).get('file', file.sha256);
    return new Blob([fileHead(file), stored?.bytes ?? new ArrayBuffer(0)]);
  }
}

const isJson = ({ mediaType }: PackageFile): boolean => mediaType === 'application/json';
const onceEach = (files: readonly PackageFile[]): PackageFile[] => [...new Map(files.map((file) => [file.sha256, file])).values()];

function piecesOf(file: Blob): Pieces {
  return { size: file.size, read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()) };
}

function keepDocument(documents: Map<string, unknown>, file: PackageFile, bytes: Bytes): boolean {
  if (!isJson(file)) return true;
  try {
    documents.set(file.sha256, JSON.parse(new TextDecoder().decode(bytes)));
    return true;
  } catch {
    return false;
  }
}

/** Whether this app can read every lesson and quiz that the file brings. */
function areReadable({ lessons, quizzes, files }: Manifest, documents: ReadonlyMap<string, unknown>): boolean {
  const documentAt = (path: string): unknown => documents.get(files.find((file) => file.path === path)?.sha256 ?? '');
  const brought = (path: string): boolean => documentAt(path) !== undefined;
  return (
    lessons.filter(({ file }) => brought(file)).every(({ file }) => readLesson(documentAt(file)).ok) &&
    quizzes.filter(({ file }) => brought(file)).every(({ file }) => readQuiz(documentAt(file)).ok)
  );
}

async function freeSpace(): Promise<number> {
  const storage = navigator.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  return estimate?.quota === undefined ? Infinity : estimate.quota - (estimate.usage ?? 0);
}
