import type { Routes } from '@angular/router';
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
