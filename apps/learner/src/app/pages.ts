import { provideEnvironmentInitializer } from '@angular/core';
import type { Routes } from '@angular/router';
import { learnerOnly } from '@sala/web/data-session';
import { accountRoutes } from '@sala/web/feature-account';
import { learnRoutes } from '@sala/web/feature-learn';
import { relay, runErrands } from './errands.js';

/** The pages of the learner app. */
export const pages: Routes = [
  {
    path: '',
    providers: [provideEnvironmentInitializer(runErrands)],
    children: [
      ...accountRoutes,
      { path: 'phones', canActivate: [learnerOnly], loadChildren: async () => (await relay()).relayRoutes },
      ...learnRoutes,
    ],
  },
];
