import { DestroyRef, inject, Injectable } from '@angular/core';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import type { Pictures } from '@sala/web/ui-lesson';

/** The pictures of a practice that a mentor looks at, from this phone. */
@Injectable()
export class ShownPictures implements Pictures {
  private readonly packages = inject(PackageStore);
  private readonly made: string[] = [];
  /** The version of the course. */
  version?: StoredVersion;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.made.forEach((address) => URL.revokeObjectURL(address)));
  }

  async addressOf(file: string): Promise<string | undefined> {
    const picture = this.version && (await this.packages.picture(this.version, file));
    if (!picture) return undefined;
    const address = URL.createObjectURL(picture);
    this.made.push(address);
    return address;
  }
}
