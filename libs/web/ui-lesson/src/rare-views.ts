import { inject, InjectionToken, resource, type ResourceRef, type Type } from '@angular/core';

/** The views that not every learner meets, by the names under which `engine.ts` exports them. */
export type RareViews = typeof import('./engine.js');

/** Loads the rare views when the first of them is met. The app provides it, so that they come in one part with its own rare pages. */
export const RARE_VIEWS = new InjectionToken<() => Promise<RareViews>>('sala.rare-views');

/** A view that is here, or the name of a rare one. */
export type ViewSource = { here: Type<unknown> } | keyof RareViews;

/** The view of a source as soon as it is here. Call it while a component is being made. */
export function viewOf(source: () => ViewSource | undefined): ResourceRef<Type<unknown> | undefined> {
  const load = inject(RARE_VIEWS);
  return resource({
    params: () => source(),
    loader: async ({ params }) => (typeof params === 'string' ? (await load())[params] : params.here),
  });
}
