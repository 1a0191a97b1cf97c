import { InjectionToken, type Type } from '@angular/core';

/** What another feature shows among the settings: the app puts it there, because features don't know each other. */
export const SETTINGS_PARTS = new InjectionToken<() => Promise<readonly Type<unknown>[]>>('settings parts', {
  factory: () => () => Promise.resolve([]),
});

/** What another feature shows at the head of the help page, for what was asked about. */
export const HELP_PARTS = new InjectionToken<() => Promise<readonly Type<unknown>[]>>('help parts', {
  factory: () => () => Promise.resolve([]),
});
