import { provideEnvironmentInitializer } from '@angular/core';
import type { Routes } from '@angular/router';
import { learnerOnly } from '@sala/web/data-session';
import { accountRoutes, HELP_PARTS, idleReturn, SETTINGS_PARTS } from '@sala/web/feature-account';
import { helpParts, learnRoutes, settingsParts, shownCard } from '@sala/web/feature-learn';
import { relay, runErrands } from './errands.js';

/** The pages of the learner app. */
export const pages: Routes = [
  {
    path: '',
    canActivateChild: [idleReturn],
    providers: [provideEnvironmentInitializer(runErrands)],
    children: [
      { path: 'phones', canActivate: [learnerOnly], loadChildren: async () => (await relay()).relayRoutes },
      { path: 'mentor', canActivate: [learnerOnly], loadChildren: async () => (await import('./mentor.js')).mentorPages(shownCard) },
      ...learnRoutes,
      // After the others: for an address without a path it would match with no page at all.
      {
        path: '',
        providers: [
          { provide: SETTINGS_PARTS, useValue: settingsParts },
          { provide: HELP_PARTS, useValue: helpParts },
        ],
        children: accountRoutes,
      },
    ],
  },
];
