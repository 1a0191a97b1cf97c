import { inject, Injectable, resource, signal } from '@angular/core';
import type { CatalogueEntry } from '@sala/contract/dto';
import { PackageStore } from '@sala/web/data-device';
import { LET_GO } from '@sala/web/data-device/late';
import { CourseDownloads } from '@sala/web/data-sync/late';
import { PhoneSpace } from './course-on-phone.js';
import { Shelf } from './shelf.js';

/** Under so many free bytes the learner is told what would go first. */
const LOW_BYTES = 20_000_000;

/** A course with what it takes on this phone, and what of it is missing although it was to be kept. */
export interface CourseSpace {
  entry: CatalogueEntry;
  kept: number;
  missing: number;
  /** Whether it is to come by itself. */
  wanted: boolean;
}

/** The space that Sala takes on this phone; undefined where the browser doesn't tell. */
export interface StorageFigures {
  used: number;
  free: number;
  persisted: boolean | undefined;
}

/** How the phone's space stands, for the pages that tell of it. */
@Injectable({ providedIn: 'root' })
export class PhoneStorage {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(CourseDownloads);
  private readonly space = inject(PhoneSpace);
  private readonly shelf = inject(Shelf);
  private readonly asked = signal(0);
  /** Files that went when the phone was full, since somebody last looked. */
  readonly letGo = signal(Number(noted()));
  /** What is used and free. */
  readonly figures = resource({ params: () => [this.packages.revision(), this.asked()], loader: () => figures() });
  /** Every course of which something is here. */
  readonly courses = resource({
    params: () => (this.shelf.ready() ? { courses: this.shelf.courses(), revision: this.packages.revision() } : undefined),
    loader: async ({ params }): Promise<CourseSpace[]> => {
      const all = await Promise.all(params.courses.map(({ entry }) => this.courseSpace(entry)));
      return all.filter(({ kept, missing }) => kept + missing > 0);
    },
  });

  /** The free bytes when they are few. */
  low(): { free: number } | undefined {
    const free = this.figures.hasValue() ? this.figures.value()?.free : undefined;
    return free !== undefined && free < LOW_BYTES ? { free } : undefined;
  }

  /** The first course of which something is missing and not on its way. */
  incomplete(): CourseSpace | undefined {
    const courses = this.courses.hasValue() ? this.courses.value() : [];
    return courses.find(
      ({ entry, missing, wanted }) =>
        missing > 0 && (wanted || this.letGo() > 0) && this.downloads.of(entry.courseId)?.state !== 'under-way',
    );
  }

  /** Asks the phone not to throw away what Sala keeps; says whether it agreed. */
  async ask(): Promise<boolean> {
    const storage = navigator.storage as StorageManager | undefined;
    const agreed = (await storage?.persist?.().catch(() => false)) ?? false;
    this.asked.update((times) => times + 1);
    return agreed;
  }

  /** The learner has seen what went. */
  seen(): void {
    this.letGo.set(0);
    try {
      localStorage.removeItem(LET_GO);
    } catch {
      return;
    }
  }

  private async courseSpace(entry: CatalogueEntry): Promise<CourseSpace> {
    const current = await this.packages.current(entry.slug);
    const here = current && (await this.space.look({ ...entry, version: current.version }));
    const left = here?.choices.find(({ choice }) => choice === (here.choice ?? 'pictures'))?.left ?? 0;
    return {
      entry,
      kept: here?.kept ?? 0,
      missing: here?.wish === 'kept' || here?.wish === 'paused' ? left : 0,
      wanted: here?.wish === 'kept',
    };
  }
}

async function figures(): Promise<StorageFigures | undefined> {
  const storage = navigator.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined) return undefined;
  const [used, persisted] = [estimate.usage ?? 0, await storage?.persisted?.().catch(() => undefined)];
  return { used, free: Math.max(0, estimate.quota - used), persisted };
}

function noted(): string | null {
  try {
    return localStorage.getItem(LET_GO);
  } catch {
    return null;
  }
}
