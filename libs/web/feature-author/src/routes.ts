import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { StaffSession } from '@sala/web/data-session';
import { CoursesPage } from './courses-page.js';
import { PeoplePage } from './people-page.js';
import { PricePage } from './price-page.js';
import { SignInPage } from './sign-in-page.js';

const staffOnly: CanActivateFn = async () => {
  const session = inject(StaffSession);
  const router = inject(Router);
  await session.start();
  return session.staff() !== undefined || router.createUrlTree(['/sign-in']);
};

/** The pages of the studio. */
export const authorRoutes: Routes = [
  { path: 'sign-in', component: SignInPage },
  { path: '', pathMatch: 'full', component: CoursesPage, canActivate: [staffOnly] },
  { path: 'people', component: PeoplePage, canActivate: [staffOnly] },
  { path: 'data-price', component: PricePage, canActivate: [staffOnly] },
  { path: '**', redirectTo: '' },
];
