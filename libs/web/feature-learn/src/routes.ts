import type { Routes } from '@angular/router';
import { learnerOnly } from '@sala/web/data-session';
import { CoursePage } from './course-page.js';
import { HomePage } from './home-page.js';
import { LessonPage } from './lesson-page.js';

/** The pages of learning: home → course → lesson, and beside them progress and search. */
export const learnRoutes: Routes = [
  {
    path: '',
    canActivate: [learnerOnly],
    children: [
      { path: '', pathMatch: 'full', component: HomePage },
      { path: 'course/:slug', component: CoursePage },
      { path: 'course/:slug/test/:quiz', loadComponent: async () => (await import('./quiz-page.js')).QuizPage },
      { path: 'course/:slug/:lesson/review', component: LessonPage, data: { review: true } },
      { path: 'course/:slug/:lesson/job/:job', loadComponent: async () => (await import('./job-page.js')).JobPage },
      { path: 'course/:slug/:lesson', component: LessonPage },
      { path: 'progress', loadComponent: async () => (await import('./progress-page.js')).ProgressPage },
      { path: 'search', loadComponent: async () => (await import('./search-page.js')).SearchPage },
      { path: 'words', loadComponent: async () => (await import('./words-page.js')).WordsPage },
    ],
  },
];
