import { inject, Injectable } from '@angular/core';
import type { CatalogueEntry } from '@sala/contract/dto';
import { filesOf, readManifest, type PackageFile } from '@sala/domain/publishing';
import { Api, type Trouble } from '@sala/web/data-api';
import { EventLog, PackageStore, Profiles, ServerNews, type ReceivedFile, type StoredVersion } from '@sala/web/data-device';
import { foldCourse, lessonState } from '@sala/domain/learning';

/** Brings courses onto the phone: the lesson that is wanted first, the rest quietly after it. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly api = inject(Api);
  private readonly packages = inject(PackageStore);
  private readonly news = inject(ServerNews);
  private readonly log = inject(EventLog);
  private readonly profiles = inject(Profiles);
  private readonly underWay = new Map<string, Promise<unknown>>();

  /** Makes sure that a course can be opened: its manifest is here. Says what stood in the way. */
  async course(entry: CatalogueEntry): Promise<Trouble | undefined> {
    if (await this.packages.version(entry.courseId, entry.version)) return undefined;
    return this.once(`manifest ${entry.courseId} ${entry.version}`, () => this.manifest(entry));
  }

  /** Makes sure that a lesson can be shown: its document is here. Its pictures follow without being waited for. */
  async lesson(version: StoredVersion, lessonId: string): Promise<Trouble | undefined> {
    const outline = version.manifest.lessons.find((lesson) => lesson.id === lessonId);
    const document = version.manifest.files.find((file) => file.path === outline?.file);
    return document ? this.files([document]) : { code: 'not-found' };
  }

  /** Makes sure that one file of a version, such as a picture, is here. */
  async file(version: StoredVersion, path: string): Promise<Trouble | undefined> {
    const file = version.manifest.files.find((one) => one.path === path);
    return file ? this.files([file]) : { code: 'not-found' };
  }

  /** Makes what is next ready: the course's manifest and the document of one lesson. Says what stood in the way. */
  async upcoming(entry: CatalogueEntry, lessonId: string | undefined): Promise<Trouble | undefined> {
    const trouble = await this.course(entry);
    const version = trouble ? undefined : await this.packages.version(entry.courseId, entry.version);
    return version && lessonId ? this.lesson(version, lessonId) : trouble;
  }

  /** Brings the whole course: from a lesson on, then the lessons before it, and switches to a newer version when it is complete. */
  async wholeCourse(slug: string, fromLessonId?: string): Promise<void> {
    const entry = this.news.catalogue()?.courses.find((course) => course.slug === slug);
    if (!entry || (await this.course(entry))) return;
    const version = await this.packages.version(entry.courseId, entry.version);
    if (version) await this.once(`course ${slug} ${entry.version}`, () => this.rest(version, fromLessonId));
  }

  private async manifest({ courseId, version }: CatalogueEntry): Promise<Trouble | undefined> {
    const got = await this.api.call('manifest', { path: { courseId, version: String(version) } });
    if (!got.ok) return got.trouble;
    const read = readManifest(got.value);
    if (!read.ok) return { code: 'server-error' };
    await this.packages.keepManifest(read.value);
    return undefined;
  }

  private async rest(version: StoredVersion, fromLessonId?: string): Promise<void> {
    const { lessons } = version.manifest;
    const from = Math.max(
      0,
      lessons.findIndex((lesson) => lesson.id === fromLessonId),
    );
    for (const outline of [...lessons.slice(from), ...lessons.slice(0, from), ...version.manifest.quizzes]) {
      if (await this.files(filesOf(version.manifest, outline))) return;
    }
    await this.switchWhenNewer(version);
  }

  private async switchWhenNewer(version: StoredVersion): Promise<void> {
    const current = await this.packages.current(version.manifest.slug);
    if (current?.version !== version.version) await this.packages.switchTo(version, await this.versionsInUse(version.courseId));
  }

  /** Versions in which somebody on this phone is in the middle of a lesson. */
  private async versionsInUse(courseId: string): Promise<number[]> {
    const logs = await Promise.all(this.profiles.all().map(({ personId }) => this.log.ofLearner(personId)));
    return logs.flatMap((events) => {
      const own = events.filter((event) => event.courseId === courseId);
      const facts = foldCourse(own);
      return own.filter((event) => lessonState(facts[event.body.lessonId]) === 'started').map((event) => event.version);
    });
  }

  private async files(files: readonly PackageFile[]): Promise<Trouble | undefined> {
    for (const file of await this.packages.missing(files)) {
      const trouble = await this.once(file.sha256, () => this.fetch(file));
      if (trouble) return trouble;
    }
    return undefined;
  }

  private async fetch(file: PackageFile): Promise<Trouble | undefined> {
    const got = await this.api.file(file.sha256);
    if (!got.ok) return got.trouble;
    const received: ReceivedFile = { file, bytes: got.value };
    const broken = await this.packages.keepFiles([received]);
    return broken.length > 0 ? { code: 'offline' } : undefined;
  }

  /** Two pages that want the same thing wait for the same request. */
  private once<T>(name: string, work: () => Promise<T>): Promise<T> {
    const running = this.underWay.get(name) as Promise<T> | undefined;
    if (running) return running;
    const started = work().finally(() => this.underWay.delete(name));
    this.underWay.set(name, started);
    return started;
  }
}
