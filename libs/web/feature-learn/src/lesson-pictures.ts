import { DestroyRef, inject, Injectable } from '@angular/core';
import { PackageStore } from '@sala/web/data-device';
import { Downloads } from '@sala/web/data-sync';
import type { Pictures } from '@sala/web/ui-lesson';
import { LessonRun } from './lesson-run.js';

/** The pictures of the lesson that is open: from this phone, else fetched while the words already stand there. */
@Injectable()
export class LessonPictures implements Pictures {
  private readonly run = inject(LessonRun);
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly addresses = new Map<string, Promise<string | undefined>>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.release());
  }

  /** The address of a picture in this page, made once. */
  addressOf(file: string): Promise<string | undefined> {
    const known = this.addresses.get(file);
    if (known) return known;
    const address = this.find(file);
    this.addresses.set(file, address);
    // A picture that could not be had is asked for again when its card is shown again.
    void address.then(
      (found) => found ?? this.addresses.delete(file),
      () => this.addresses.delete(file),
    );
    return address;
  }

  private async find(file: string): Promise<string | undefined> {
    const version = this.run.version();
    if (!version) return undefined;
    await this.downloads.file(version, file);
    const picture = await this.packages.picture(version, file);
    return picture && URL.createObjectURL(picture);
  }

  private release(): void {
    for (const address of this.addresses.values())
      void address.then(
        (found) => found && URL.revokeObjectURL(found),
        () => undefined,
      );
  }
}
