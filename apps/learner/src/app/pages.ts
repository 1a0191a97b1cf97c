import type { Routes } from '@angular/router';
import { accountRoutes, idleReturn } from '@sala/web/feature-account';
import { learnRoutes } from '@sala/web/feature-learn';

/** The pages of the learner app. */
export const pages: Routes = [{ path: '', canActivateChild: [idleReturn], children: [...accountRoutes, ...learnRoutes] }];
