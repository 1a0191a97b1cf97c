import { inject, Injectable } from '@angular/core';
import { DraftFiles } from '../desk/draft-files.js';
import type { PictureIntake } from './picture-intake.js';

/** Takes pictures of screens into the draft: shown at once, sent when there is a line. */
@Injectable()
export class DraftPictures implements PictureIntake {
  private readonly files = inject(DraftFiles);

  /** Takes a picture whose size the browser can tell. */
  async take(file: File): Promise<{ file: string; ratio: number } | undefined> {
    const size = await createImageBitmap(file).catch(() => undefined);
    if (!size || size.height === 0) return undefined;
    const added = await this.files.add('picture', file);
    return 'path' in added ? { file: added.path, ratio: size.width / size.height } : undefined;
  }
}
