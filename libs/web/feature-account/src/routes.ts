import { inject, Injector } from '@angular/core';
import { Router, type CanActivateChildFn, type CanActivateFn, type Routes } from '@angular/router';
import { Session } from '@sala/web/data-session';
import { Display } from '@sala/web/ui';
import { Arrival } from './arrival.js';
import { CardPage } from './card-page.js';
import { rare } from './late.js';
import { WelcomePage } from './welcome-page.js';

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

/** Until then the first visit has the line for itself; nobody is away for long so early. */
const WATCH_AFTER_MS = 30_000;
let watched = false;

/** Begins to watch for a phone that was laid down, once the part that does is here. */
export const idleReturn: CanActivateChildFn = () => {
  if (watched) return true;
  watched = true;
  const [injector, since] = [inject(Injector), Date.now()];
  const watch = (): void =>
    void rare().then(
      ({ IdleReturn }) => injector.get(IdleReturn).start(since),
      () => (watched = false),
    );
  setTimeout(watch, WATCH_AFTER_MS);
  return true;
};

/** The pages of arriving, opening a profile, settings and help. */
export const accountRoutes: Routes = [
  { path: 'welcome', component: WelcomePage },
  { path: 'who', loadComponent: async () => (await rare()).WhoPage, canActivate: [withPeople] },
  { path: 'card', component: CardPage, canActivate: [afterWelcome] },
  { path: 'guest', loadComponent: async () => (await rare()).GuestPage, canActivate: [afterWelcome] },
  { path: 'pin/:personId', loadComponent: async () => (await rare()).PinPage },
  { path: 'settings', loadComponent: async () => (await rare()).SettingsPage },
  { path: 'help', loadComponent: async () => (await rare()).HelpPage },
];
