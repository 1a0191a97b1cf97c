import type { Routes } from '@angular/router';
import { PeoplePage } from './people-page.js';
import { PricePage } from './price-page.js';

/** The pages about people, places and what data costs there. */
export const peopleRoutes: Routes = [
  { path: 'people', component: PeoplePage },
  { path: 'data-price', component: PricePage },
];
