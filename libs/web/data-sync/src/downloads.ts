import { inject, Injectable } from '@angular/core';
import type { CatalogueEntry } from '@sala/contract/dto';
import { readManifest } from '@sala/domain/publishing';
import { Api, type Trouble } from '@sala/web/data-api';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import { FileDownloads } from './file-downloads.js';

/** Brings onto the phone what is wanted now: a course's manifest, one lesson, one picture. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly api = inject(Api);
  private readonly packages = inject(PackageStore);
  private readonly files = inject(FileDownloads);

  /** Makes sure that a course can be opened: its manifest is here. Says what stood in the way. */
  async course(entry: CatalogueEntry): Promise<Trouble | undefined> {
    if (await this.packages.version(entry.courseId, entry.version)) return undefined;
    return this.files.once(`manifest ${entry.courseId} ${entry.version}`, () => this.manifest(entry));
  }

  /** Makes sure that a lesson can be shown: its document is here. Its pictures follow without being waited for. */
  async lesson(version: StoredVersion, lessonId: string): Promise<Trouble | undefined> {
    const outline = version.manifest.lessons.find((lesson) => lesson.id === lessonId);
    return outline ? this.file(version, outline.file) : { code: 'not-found' };
  }

  /** Makes sure that one file of a version, such as a picture, is here. */
  async file(version: StoredVersion, path: string): Promise<Trouble | undefined> {
    const file = version.manifest.files.find((one) => one.path === path);
    return file ? this.files.bring([file]) : { code: 'not-found' };
  }

  /** Makes what is next ready: the course's manifest and, unless the course was taken off this phone, the document of one lesson. */
  async upcoming(entry: CatalogueEntry, lessonId: string | undefined): Promise<Trouble | undefined> {
    if ((await this.packages.course(entry.courseId))?.wish === 'removed') return undefined;
    const trouble = await this.course(entry);
    const version = trouble ? undefined : await this.packages.version(entry.courseId, entry.version);
    return version && lessonId ? this.lesson(version, lessonId) : trouble;
  }

  /** Fetches the manifest of a version, with the server's signature. */
  async manifest({ courseId, version }: Pick<CatalogueEntry, 'courseId' | 'version'>): Promise<Trouble | undefined> {
    const got = await this.api.call('manifest', { path: { courseId, version: String(version) } });
    if (!got.ok) return got.trouble;
    const read = readManifest(got.value);
    if (!read.ok) return { code: 'server-error' };
    // As it came: what a newer server adds, and its signature, go with the course when it is given to another phone.
    await this.packages.keepManifest(got.value);
    return undefined;
  }
}
