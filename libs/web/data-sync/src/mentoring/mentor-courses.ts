import { inject, Injectable } from '@angular/core';
import type { PersonInRoster } from '@sala/contract/dto';
import type { Lesson } from '@sala/domain/content';
import { PackageStore, ServerNews, type StoredVersion } from '@sala/web/data-device';
import { Downloads } from '../downloads.js';
import { Line } from '../line.js';

/** The courses as a mentor needs them: the words of the lessons that the people learn, so that the very card can be shown without a line. */
@Injectable({ providedIn: 'root' })
export class MentorCourses {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly news = inject(ServerNews);
  private readonly line = inject(Line);

  /** The version of a course on this phone. */
  async version(courseId: string): Promise<StoredVersion | undefined> {
    return (await this.packages.allCurrent()).find((one) => one.courseId === courseId);
  }

  /** A lesson, fetched when it is not here and there is a line. */
  async lesson(courseId: string, lessonId: string): Promise<{ version: StoredVersion; lesson: Lesson } | undefined> {
    const entry = this.news.catalogue()?.courses.find((one) => one.courseId === courseId);
    if (!(await this.version(courseId)) && entry) await this.downloads.course(entry);
    const version = await this.version(courseId);
    if (!version) return undefined;
    const here = await this.packages.lesson(version, lessonId);
    if (!here) await this.downloads.lesson(version, lessonId);
    const lesson = here ?? (await this.packages.lesson(version, lessonId));
    return lesson && { version, lesson };
  }

  /** The document of a practice, fetched when it is not here. */
  async practice(version: StoredVersion, id: string): Promise<unknown> {
    const path = `practices/${id}.json`;
    await this.downloads.file(version, path);
    return this.packages.document(version, path);
  }

  /** Brings what the people may ask about, while there is a line that may be used for it. */
  async prepare(people: readonly PersonInRoster[]): Promise<void> {
    if (!this.line.allows()) return;
    const courses = new Set(people.flatMap(({ lessons, asked }) => [...lessons, ...asked].map(({ courseId }) => courseId)));
    for (const courseId of courses) {
      const entry = this.news.catalogue()?.courses.find((one) => one.courseId === courseId);
      if (entry && (await this.downloads.course(entry))) return;
      const version = await this.version(courseId);
      for (const { id } of version?.manifest.lessons ?? []) if (version && (await this.downloads.lesson(version, id))) return;
    }
    for (const { courseId, practiceId } of people.flatMap(({ asked, tries }) => [...asked, ...tries])) {
      const version = practiceId === undefined ? undefined : await this.version(courseId);
      if (version && practiceId !== undefined) await this.practice(version, practiceId);
    }
  }
}
