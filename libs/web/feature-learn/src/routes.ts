import { provideEnvironmentInitializer } from '@angular/core';
import type { Routes } from '@angular/router';
import { learnerOnly } from '@sala/web/data-session';
import { RARE_VIEWS } from '@sala/web/ui-lesson';
import { CoursePage } from './course-page.js';
import { HomePage } from './home-page.js';
import { giveLateWork, rare } from './late.js';
import { LessonPage } from './lesson-page.js';

/** The pages of learning: home → course → lesson, and beside them progress and search. */
export const learnRoutes: Routes = [
  { path: 'group', providers: [{ provide: RARE_VIEWS, useValue: rare }], loadComponent: async () => (await rare()).GroupPage },
  {
    path: '',
    canActivate: [learnerOnly],
    providers: [{ provide: RARE_VIEWS, useValue: rare }, provideEnvironmentInitializer(giveLateWork)],
    children: [
      { path: '', pathMatch: 'full', component: HomePage },
      { path: 'course/:slug', component: CoursePage },
      { path: 'course/:slug/keep', loadComponent: async () => (await rare()).KeepPage },
      { path: 'course/:slug/test/:quiz', loadComponent: async () => (await rare()).QuizPage },
      { path: 'course/:slug/:lesson/review', component: LessonPage, data: { review: true } },
      { path: 'course/:slug/:lesson/job/:job', loadComponent: async () => (await rare()).JobPage },
      { path: 'course/:slug/:lesson', component: LessonPage },
      { path: 'progress', loadComponent: async () => (await rare()).ProgressPage },
      { path: 'not-me', loadComponent: async () => (await rare()).NotMePage },
      { path: 'search', loadComponent: async () => (await rare()).SearchPage },
      { path: 'sending', loadComponent: async () => (await rare()).SendingPage },
      { path: 'space', loadComponent: async () => (await rare()).SpacePage },
      { path: 'words', loadComponent: async () => (await rare()).WordsPage },
    ],
  },
];
