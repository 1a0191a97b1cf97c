import type { Routes } from '@angular/router';

/** Every page comes in one lazy part beside the frame: on a bad line one more request costs more than the few kilobytes it would save. */
export const routes: Routes = [
  { path: '', loadChildren: () => import('./pages.js').then(({ pages }) => pages) },
  { path: '**', redirectTo: '' },
];
