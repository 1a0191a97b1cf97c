import type { Routes } from '@angular/router';
import { learnerOnly } from '@sala/web/data-session';
import { CoursePage } from './course-page.js';
import { HomePage } from './home-page.js';
import { LessonPage } from './lesson-page.js';
import { ProgressPage } from './progress-page.js';
import { QuizPage } from './quiz-page.js';
import { SearchPage } from './search-page.js';

/** The pages of learning: home → course → lesson, and beside them progress and search. */
export const learnRoutes: Routes = [
  {
    path: '',
    canActivate: [learnerOnly],
    children: [
      { path: '', pathMatch: 'full', component: HomePage },
      { path: 'course/:slug', component: CoursePage },
      { path: 'course/:slug/test/:quiz', component: QuizPage },
      { path: 'course/:slug/:lesson', component: LessonPage },
      { path: 'progress', component: ProgressPage },
      { path: 'search', component: SearchPage },
    ],
  },
];
