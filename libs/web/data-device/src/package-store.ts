import { inject, Injectable, signal } from '@angular/core';
import { readLesson, readQuiz, type Lesson } from '@sala/domain/content';
import { readManifest, type Manifest, type PackageFile } from '@sala/domain/publishing';
import { hexOf } from './ids.js';
import { dropParts } from './partial-files.js';
import { Store, type StoredCourse, type StoredVersion, type Writing } from './store.js';

/** A file of a package as it came from the server. */
export interface ReceivedFile {
  file: PackageFile;
  bytes: ArrayBuffer;
}

/** The published courses on this phone: manifests, and files by their hash, so that versions share what they have in common. */
@Injectable({ providedIn: 'root' })
export class PackageStore {
  private readonly store = inject(Store);
  /** Grows when a course or file has come, so that pages can follow. */
  readonly revision = signal(0);

  /** The version of a course that new lessons are opened in. */
  async current(slug: string): Promise<StoredVersion | undefined> {
    const database = await this.store.database();
    const current = await database.getFromIndex('current', 'slug', slug);
    return current && inTodaysForm(await database.get('version', [current.courseId, current.version]));
  }

  /** The current version of every course on this phone. */
  async allCurrent(): Promise<StoredVersion[]> {
    const database = await this.store.database();
    const current = await database.getAll('current');
    const versions = await Promise.all(current.map(({ courseId, version }) => database.get('version', [courseId, version])));
    return versions.map(inTodaysForm).filter((version) => version !== undefined);
  }

  /** A version, when this phone has it. */
  async version(courseId: string, version: number): Promise<StoredVersion | undefined> {
    const database = await this.store.database();
    return inTodaysForm(await database.get('version', [courseId, version]));
  }

  /** A course on this phone and what is wanted of it. */
  async course(courseId: string): Promise<StoredCourse | undefined> {
    const database = await this.store.database();
    return database.get('current', courseId);
  }

  /** Keeps what is wanted of a course; nothing said means that it comes quietly. */
  async want(courseId: string, { wish, choice }: Pick<StoredCourse, 'wish' | 'choice'>): Promise<void> {
    await this.store.write(['current'], async (transaction) => {
      const course = await transaction.objectStore('current').get(courseId);
      if (!course) return;
      const { wish: _, ...rest } = course;
      await transaction.objectStore('current').put({ ...rest, ...(wish ? { wish } : {}), ...(choice ? { choice } : {}) });
    });
    this.changed();
  }

  /** Frees the space of a course: its files go, unless another course has the same; what was learnt and its outline stay. */
  async remove(courseId: string): Promise<void> {
    await this.store.write(['current', 'version', 'file', 'part'], async (transaction) => {
      const course = await transaction.objectStore('current').get(courseId);
      if (course) await transaction.objectStore('current').put({ ...course, wish: 'removed' });
      await dropUnusedFiles(transaction);
    });
    this.changed();
  }

  /** Keeps a manifest as the server sent it. The first version of a course can be opened at once; a later one waits for `switchTo`. */
  async keepManifest(manifest: Manifest): Promise<void> {
    await this.store.write(['version', 'current'], async (transaction) => {
      const { courseId, version, slug } = manifest;
      await transaction.objectStore('version').put({ courseId, version, manifest });
      const current = await transaction.objectStore('current').get(courseId);
      if (!current) await transaction.objectStore('current').put({ courseId, slug, version });
    });
    this.changed();
  }

  /** Keeps files whose bytes are what their hash says; says which were not. */
  async keepFiles(received: readonly ReceivedFile[]): Promise<PackageFile[]> {
    const checked = await Promise.all(received.map(async (one) => ({ ...one, whole: await isWhole(one) })));
    const whole = checked.filter((one) => one.whole);
    await this.store.write(['file', 'part'], async (transaction) => {
      for (const { file, bytes } of whole) {
        await transaction.objectStore('file').put({ sha256: file.sha256, mediaType: file.mediaType, bytes });
        await dropParts(transaction, file.sha256);
      }
    });
    if (whole.length > 0) this.changed();
    return checked.filter((one) => !one.whole).map((one) => one.file);
  }

  /** Which of some files are not here yet. */
  async missing(files: readonly PackageFile[]): Promise<PackageFile[]> {
    const database = await this.store.database();
    const counts = await Promise.all(files.map((file) => database.count('file', file.sha256)));
    return files.filter((_, place) => counts[place] === 0);
  }

  /** The hashes of all files that are here. */
  async hashes(): Promise<ReadonlySet<string>> {
    const database = await this.store.database();
    return new Set(await database.getAllKeys('file'));
  }

  /** Whether this app can read every document of a version. */
  async isReadable(version: StoredVersion): Promise<boolean> {
    const { lessons, quizzes, files } = version.manifest;
    try {
      const read = await Promise.all([
        ...lessons.map(async ({ id }) => (await this.lesson(version, id)) !== undefined),
        ...quizzes.map(async ({ file }) => readQuiz(await this.document(version, file)).ok),
        ...files.filter(isJson).map(async ({ path }) => (await this.document(version, path)) !== undefined),
      ]);
      return read.every(Boolean);
    } catch {
      return false;
    }
  }

  /** A lesson of a version, when its file is here and can be read. */
  async lesson({ manifest }: StoredVersion, lessonId: string): Promise<Lesson | undefined> {
    const outline = manifest.lessons.find((lesson) => lesson.id === lessonId);
    const stored = outline && (await this.fileAt(manifest, outline.file));
    if (!stored) return undefined;
    const read = readLesson(JSON.parse(new TextDecoder().decode(stored.bytes)));
    return read.ok ? read.value : undefined;
  }

  /** A JSON document of a version, when its file is here; whoever asks reads it by its schema. */
  async document({ manifest }: StoredVersion, path: string): Promise<unknown> {
    const stored = await this.fileAt(manifest, path);
    return stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as unknown);
  }

  /** A picture of a version, when it is here. */
  async picture({ manifest }: StoredVersion, path: string): Promise<Blob | undefined> {
    const stored = await this.fileAt(manifest, path);
    return stored && new Blob([stored.bytes], { type: stored.mediaType });
  }

  /**
   * Makes a complete version the one that new lessons are opened in, and lets go of versions and files that nobody needs any more. A version that another
   * phone brought is kept in the same transaction, with its manifest as the server signed it.
   */
  async switchTo({ courseId, version, manifest }: StoredVersion, stillInUse: readonly number[], brought?: Manifest): Promise<void> {
    await this.store.write(['current', 'version', 'file', 'part'], async (transaction) => {
      const before = await transaction.objectStore('current').get(courseId);
      if (brought) await transaction.objectStore('version').put({ courseId, version, manifest: brought });
      if (brought && before?.wish === 'removed') delete before.wish;
      await transaction.objectStore('current').put({ ...before, courseId, slug: manifest.slug, version });
      await dropVersions(transaction, courseId, new Set([version, ...stillInUse]));
      await dropUnusedFiles(transaction);
    });
    this.changed();
  }

  /** Lets go of files that belong to no version, such as those of a course that could not be taken whole. */
  tidy(): Promise<void> {
    return this.store.write(['current', 'version', 'file', 'part'], dropUnusedFiles);
  }

  private async fileAt(manifest: Manifest, path: string) {
    const file = manifest.files.find((one) => one.path === path);
    const database = await this.store.database();
    return file && database.get('file', file.sha256);
  }

  private changed(): void {
    this.revision.update((revision) => revision + 1);
  }
}

/** A manifest that an older Sala kept, with what has been added since; one that can't be read counts as not here. */
function inTodaysForm(stored: StoredVersion | undefined): StoredVersion | undefined {
  const read = stored && readManifest(stored.manifest);
  return stored && read?.ok ? { ...stored, manifest: read.value } : undefined;
}

const isJson = ({ mediaType }: PackageFile): boolean => mediaType === 'application/json';

async function isWhole({ file, bytes }: ReceivedFile): Promise<boolean> {
  if (bytes.byteLength !== file.bytes) return false;
  // Without a secure context there is no hash function; the length and the readers of the domain still stand guard.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  return !subtle || hexOf(new Uint8Array(await subtle.digest('SHA-256', bytes))) === file.sha256;
}

async function dropVersions(
  transaction: Writing<'current' | 'version' | 'file' | 'part'>,
  courseId: string,
  needed: ReadonlySet<number>,
): Promise<void> {
  const versions = transaction.objectStore('version');
  for (const key of await versions.getAllKeys(IDBKeyRange.bound([courseId, 0], [courseId, Number.MAX_SAFE_INTEGER]))) {
    if (!needed.has(key[1])) await versions.delete(key);
  }
}

/** Lets go of files that no version of a course on this phone uses; a removed course uses none. */
async function dropUnusedFiles(transaction: Writing<'current' | 'version' | 'file' | 'part'>): Promise<void> {
  const courses = await transaction.objectStore('current').getAll();
  const removed = new Set(courses.flatMap(({ courseId, wish }) => (wish === 'removed' ? [courseId] : [])));
  const versions = (await transaction.objectStore('version').getAll()).filter(({ courseId }) => !removed.has(courseId));
  const used = new Set(versions.flatMap(({ manifest }) => manifest.files.map((file) => file.sha256)));
  const files = transaction.objectStore('file');
  for (const sha256 of await files.getAllKeys()) if (!used.has(sha256)) await files.delete(sha256);
  for (const [sha256] of await transaction.objectStore('part').getAllKeys()) if (!used.has(sha256)) await dropParts(transaction, sha256);
}
