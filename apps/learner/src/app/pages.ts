import type { Routes } from '@angular/router';
import { accountRoutes, SETTINGS_PARTS } from '@sala/web/feature-account';
import { learnRoutes, settingsParts } from '@sala/web/feature-learn';

/** The pages of the learner app. */
export const pages: Routes = [
  ...learnRoutes,
  // After the others: for an address without a path it would match with no page at all.
  { path: '', providers: [{ provide: SETTINGS_PARTS, useValue: settingsParts }], children: accountRoutes },
];
