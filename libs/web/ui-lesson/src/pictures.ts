import { InjectionToken } from '@angular/core';

/** Where a lesson's pictures come from: the address of a file of the package, or undefined while this phone doesn't have it. */
export interface Pictures {
  addressOf(file: string): Promise<string | undefined>;
}

/** The pictures of the lesson that is shown; its page provides them. */
export const PICTURES = new InjectionToken<Pictures>('sala.pictures');
