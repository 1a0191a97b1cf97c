import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import { mentorRoutes, SHOWN_CARD } from '@sala/web/feature-mentor';

/** The pages of a mentor, with what shows them a card: given to them, because whatever they shared with the first pages would split those. */
export function mentorPages(shownCard: () => Promise<Type<unknown>>): Routes {
  return [{ path: '', providers: [{ provide: SHOWN_CARD, useValue: shownCard }], children: mentorRoutes }];
}
