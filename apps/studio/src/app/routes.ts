import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { StaffSession } from '@sala/web/data-session';
import { SignInPage } from './sign-in-page.js';

const staffOnly: CanActivateFn = async (_route, { url }) => {
  const session = inject(StaffSession);
  const router = inject(Router);
  await session.start();
  return session.staff() !== undefined || router.createUrlTree(['/sign-in'], url === '/' ? {} : { queryParams: { to: url } });
};

/** The pages of the studio; each part is loaded when it is opened. */
export const studioRoutes: Routes = [
  { path: 'sign-in', component: SignInPage },
  {
    path: '',
    canActivate: [staffOnly],
    children: [
      { path: '', loadChildren: () => import('@sala/web/feature-author').then(({ authorRoutes }) => authorRoutes) },
      { path: '', loadChildren: () => import('@sala/web/feature-reports').then(({ reportRoutes }) => reportRoutes) },
      { path: '', loadChildren: () => import('@sala/web/feature-people').then(({ peopleRoutes }) => peopleRoutes) },
    ],
  },
  { path: '**', redirectTo: '' },
];
