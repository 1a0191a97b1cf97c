import { inject, Injectable, signal } from '@angular/core';
import { readLesson, type Lesson } from '@sala/domain/content';
import { readManifest, type Manifest, type PackageFile } from '@sala/domain/publishing';
import { hexOf } from './ids.js';
import { Store, type StoredVersion, type Writing } from './store.js';

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

  /** Keeps a manifest. The first version of a course can be opened at once; a later one waits for `switchTo`. */
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
    await this.store.write(['file'], async (transaction) => {
      for (const { file, bytes } of whole)
        await transaction.objectStore('file').put({ sha256: file.sha256, mediaType: file.mediaType, bytes });
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

  /** Makes a complete version the one that new lessons are opened in, and lets go of versions and files that nobody needs any more. */
  async switchTo({ courseId, version, manifest }: StoredVersion, stillInUse: readonly number[]): Promise<void> {
    await this.store.write(['current', 'version', 'file'], async (transaction) => {
      await transaction.objectStore('current').put({ courseId, slug: manifest.slug, version });
      await dropVersions(transaction, courseId, new Set([version, ...stillInUse]));
      await dropUnusedFiles(transaction);
    });
    this.changed();
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

async function isWhole({ file, bytes }: ReceivedFile): Promise<boolean> {
  if (bytes.byteLength !== file.bytes) return false;
  // Without a secure context there is no hash function; the length and the readers of the domain still stand guard.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  return !subtle || hexOf(new Uint8Array(await subtle.digest('SHA-256', bytes))) === file.sha256;
}

async function dropVersions(
  transaction: Writing<'current' | 'version' | 'file'>,
  courseId: string,
  needed: ReadonlySet<number>,
): Promise<void> {
  const versions = transaction.objectStore('version');
  for (const key of await versions.getAllKeys(IDBKeyRange.bound([courseId, 0], [courseId, Number.MAX_SAFE_INTEGER]))) {
    if (!needed.has(key[1])) await versions.delete(key);
  }
}

async function dropUnusedFiles(transaction: Writing<'current' | 'version' | 'file'>): Promise<void> {
  const versions = await transaction.objectStore('version').getAll();
  const used = new Set(versions.flatMap(({ manifest }) => manifest.files.map((file) => file.sha256)));
  const files = transaction.objectStore('file');
  for (const sha256 of await files.getAllKeys()) if (!used.has(sha256)) await files.delete(sha256);
}
