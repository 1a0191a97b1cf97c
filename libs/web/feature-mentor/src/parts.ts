import { InjectionToken, type Type } from '@angular/core';

/** Shows a place in a lesson; its one input is `place`. The app puts it there, because features don't know each other. */
export const SHOWN_CARD = new InjectionToken<() => Promise<Type<unknown>>>('shown card');
