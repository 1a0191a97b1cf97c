import { InjectionToken } from '@angular/core';

/** Takes a picture file for the draft: the path under which the course holds it, and width through height. Undefined when it was refused, which was then said. */
export interface PictureIntake {
  take(file: File): Promise<{ file: string; ratio: number } | undefined>;
}

/** Where a practice's pictures go; the page that edits the course provides it. */
export const PICTURE_INTAKE = new InjectionToken<PictureIntake>('sala.picture-intake');
