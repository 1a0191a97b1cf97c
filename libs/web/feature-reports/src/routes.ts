import type { Routes } from '@angular/router';
import { ReportPage } from './report-page.js';

/** The reports of places. */
export const reportRoutes: Routes = [
  { path: 'reports', component: ReportPage, pathMatch: 'full' },
  { path: 'reports/:code', component: ReportPage },
];
