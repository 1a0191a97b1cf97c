import { provideEnvironmentInitializer } from '@angular/core';
import type { Routes } from '@angular/router';
import { learnerOnly } from '@sala/web/data-session';
import { accountRoutes, idleReturn } from '@sala/web/feature-account';
import { learnRoutes } from '@sala/web/feature-learn';
import { relay, runErrands } from './errands.js';

/** The pages of the learner app. */
export const pages: Routes = [
  {
    path: '',
    canActivateChild: [idleReturn],
    providers: [provideEnvironmentInitializer(runErrands)],
    children: [
      ...accountRoutes,
      { path: 'phones', canActivate: [learnerOnly], loadChildren: async () => (await relay()).relayRoutes },
      ...learnRoutes,
    ],
  },
];
