import type { Routes } from '@angular/router';
import { CoursesPage } from './courses-page.js';

/** The pages where courses are made; what one course is written with is loaded when one is opened. */
export const authorRoutes: Routes = [
  { path: '', pathMatch: 'full', component: CoursesPage },
  { path: 'courses/new', loadComponent: () => import('./start/start-page.js').then(({ StartPage }) => StartPage) },
  { path: 'courses/:courseId', loadChildren: () => import('./edit/draft-routes.js').then(({ draftRoutes }) => draftRoutes) },
];
