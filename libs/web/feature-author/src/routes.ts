import type { Routes } from '@angular/router';
import { CoursesPage } from './courses-page.js';

/** The pages where courses are made. */
export const authorRoutes: Routes = [{ path: '', pathMatch: 'full', component: CoursesPage }];
