import type { Routes } from '@angular/router';
import { ReviewPage } from '../review/review-page.js';
import { VersionsPage } from '../review/versions-page.js';
import { CourseEditPage } from './course-edit-page.js';
import { DraftPage } from './draft-page.js';

/** The pages of one draft; all of them stand on the same desk. */
export const draftRoutes: Routes = [
  {
    path: '',
    component: DraftPage,
    children: [
      { path: '', pathMatch: 'full', component: CourseEditPage },
      {
        path: 'practices/:practiceId',
        loadComponent: () => import('../practice/practice-page.js').then(({ PracticePage }) => PracticePage),
      },
      { path: 'review', component: ReviewPage },
      { path: 'versions', component: VersionsPage },
    ],
  },
];
