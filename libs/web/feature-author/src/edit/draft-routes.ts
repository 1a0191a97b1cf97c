import type { Routes } from '@angular/router';
import { CourseEditPage } from './course-edit-page.js';
import { DraftPage } from './draft-page.js';

/** The pages of one draft; all of them stand on the same desk. */
export const draftRoutes: Routes = [
  { path: '', component: DraftPage, children: [{ path: '', pathMatch: 'full', component: CourseEditPage }] },
];
