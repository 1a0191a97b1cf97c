import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { Session } from '@sala/web/data-session';
import { Display } from '@sala/web/ui';
import { Arrival } from './arrival.js';
import { CardPage } from './card-page.js';
import { PinPage } from './pin-page.js';
import { WelcomePage } from './welcome-page.js';
import { WhoPage } from './who-page.js';

/** Loads the pages that the first card does not wait for. */
const rare = () => import('./rare.js');

/** The first start asks for the language and the text size before anything else; a scanned card is taken up again afterwards. */
const afterWelcome: CanActivateFn = (_, state) => {
  if (inject(Display).chosen() === 'yes') return true;
  inject(Arrival).address = state.url;
  return inject(Router).createUrlTree(['/welcome']);
};

const withPeople: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.start();
  return session.people().length > 0 || router.createUrlTree(['/card']);
};

/** The pages of arriving, opening a profile, settings and help. */
export const accountRoutes: Routes = [
  { path: 'welcome', component: WelcomePage },
  { path: 'who', component: WhoPage, canActivate: [withPeople] },
  { path: 'card', component: CardPage, canActivate: [afterWelcome] },
  { path: 'pin/:personId', component: PinPage },
  { path: 'settings', loadComponent: async () => (await rare()).SettingsPage },
  { path: 'help', loadComponent: async () => (await rare()).HelpPage },
];
