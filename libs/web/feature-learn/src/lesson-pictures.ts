import { DestroyRef, inject, Injectable, InjectionToken, type Signal } from '@angular/core';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import { Downloads } from '@sala/web/data-sync';
import type { Pictures } from '@sala/web/ui-lesson';

/** The version of the course that a page has open. */
export const OPEN_VERSION = new InjectionToken<Signal<StoredVersion | undefined>>('sala.open-version');

/** The pictures of what is open: from this phone, else fetched while the words already stand there. */
@Injectable()
export class LessonPictures implements Pictures {
  private readonly version = inject(OPEN_VERSION);
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
    const version = this.version();
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
