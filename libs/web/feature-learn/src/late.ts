import { inject, Injector } from '@angular/core';
import type { CourseDownloads } from '@sala/web/data-sync/late';

/** Loads the part with the pages, views and work that the first card does not wait for. */
export const rare = () => import('./rare.js');

/** Gives what brings whole courses, once that part is here: the first card needs none of it. */
export function lateDownloads(): () => Promise<CourseDownloads> {
  const injector = inject(Injector);
  return async () => injector.get((await rare()).CourseDownloads);
}
