import { InjectionToken, type Type } from '@angular/core';

/** What another feature shows among the settings: the app puts it there, because features don't know each other. */
export const SETTINGS_PARTS = new InjectionToken<() => Promise<readonly Type<unknown>[]>>('settings parts', {
  factory: () => () => Promise.resolve([]),
});
