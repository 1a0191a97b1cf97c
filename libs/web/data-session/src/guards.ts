import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from './session.js';

/** Lets a page open only for a learner; others choose who learns first and come back afterwards. */
export const learnerOnly: CanActivateFn = async (_, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.start();
  if (session.learner()) return true;
  const there = session.people().length > 0 ? '/who' : '/card';
  return router.createUrlTree([there], state.url === '/' ? {} : { queryParams: { then: state.url } });
};
