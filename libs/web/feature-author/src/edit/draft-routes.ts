import type { Routes } from '@angular/router';
import { ReviewPage } from '../review/review-page.js';
import { VersionsPage } from '../review/versions-page.js';
import { CourseEditPage } from './course-edit-page.js';
import { DraftPage } from './draft-page.js';
import { ItemsPage } from './items-page.js';
import { WordsEditPage } from './words-edit-page.js';

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
      {
        path: 'lessons/:partId',
        data: { list: 'cards' },
        children: [
          { path: '', pathMatch: 'full', component: ItemsPage },
          { path: ':itemId', component: ItemsPage },
        ],
      },
      {
        path: 'tests/:partId',
        data: { list: 'bank' },
        children: [
          { path: '', pathMatch: 'full', component: ItemsPage },
          { path: ':itemId', component: ItemsPage },
        ],
      },
      { path: 'words', component: WordsEditPage },
    ],
  },
];
