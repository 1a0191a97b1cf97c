import type { Routes } from '@angular/router';

/** The pages of the learner app; each feature is loaded when one of its pages is opened. */
export const routes: Routes = [
  {
    path: '',
    children: [
      { path: '', loadChildren: () => import('@sala/web/feature-account').then((feature) => feature.accountRoutes) },
      { path: '', loadChildren: () => import('@sala/web/feature-learn').then((feature) => feature.learnRoutes) },
      { path: '**', redirectTo: '' },
    ],
  },
];
