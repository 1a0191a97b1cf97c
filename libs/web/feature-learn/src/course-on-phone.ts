import { inject, Injectable } from '@angular/core';
import type { CatalogueEntry } from '@sala/contract/dto';
import { filesOf, type DownloadChoice, type LessonOutline } from '@sala/domain/publishing';
import { DOWNLOAD_CHOICES, downloadPlan } from '@sala/domain/publishing/download';
import { PackageStore, PartialFiles, type CourseWish } from '@sala/web/data-device';

/** What a choice would still bring. */
export interface Left {
  choice: DownloadChoice;
  /** Bytes still to come. */
  left: number;
  /** Bytes in all. */
  of: number;
}

/** What of a course is on this phone, and what would still come. */
export interface CourseOnPhone {
  wish?: CourseWish | undefined;
  choice?: DownloadChoice | undefined;
  choices: Left[];
  /** Bytes that its files take here. */
  kept: number;
  lessons: { outline: LessonOutline; isKept: boolean }[];
  /** Bytes that are still free, where the browser tells. */
  free?: number | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Looks at what of a course is on this phone. */
@Injectable({ providedIn: 'root' })
export class PhoneSpace {
  private readonly packages = inject(PackageStore);
  private readonly parts = inject(PartialFiles);

  /** What is here of the catalogue's version, or of the one on this phone while no other can be had. */
  async look({ courseId, version, slug }: CatalogueEntry): Promise<CourseOnPhone | undefined> {
    const stored = (await this.packages.version(courseId, version)) ?? (await this.packages.current(slug));
    if (!stored) return undefined;
    const { manifest } = stored;
    const [has, course, free] = await Promise.all([this.packages.hashes(), this.packages.course(courseId), freeSpace()]);
    const choices = await Promise.all(
      DOWNLOAD_CHOICES.map(async (choice) => {
        const plan = downloadPlan(manifest, has, choice);
        // A file all of whose bytes came, but which could not be kept whole, is not here yet.
        const begun = await Promise.all(
          plan.parts
            .flatMap((part) => part.files)
            .map(async ({ sha256, bytes }) => Math.max(0, Math.min(await this.parts.received(sha256), bytes - 1))),
        );
        return { choice, left: begun.reduce((left, bytes) => left - bytes, plan.total), of: downloadPlan(manifest, NOTHING, choice).total };
      }),
    );
    const missing = new Set(
      downloadPlan(manifest, has, course?.choice ?? 'pictures')
        .parts.flatMap((part) => part.files)
        .map(hashOf),
    );
    const everything = downloadPlan(manifest, NOTHING, 'everything').total;
    return {
      wish: course?.wish,
      choice: course?.choice,
      choices,
      kept: everything - downloadPlan(manifest, has, 'everything').total,
      lessons: manifest.lessons.map((outline) => ({
        outline,
        isKept: !filesOf(manifest, outline).some((file) => missing.has(hashOf(file))),
      })),
      free,
    };
  }
}

const hashOf = ({ sha256 }: { sha256: string }): string => sha256;

async function freeSpace(): Promise<number | undefined> {
  const storage = navigator.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  return estimate?.quota === undefined ? undefined : Math.max(0, estimate.quota - (estimate.usage ?? 0));
}
