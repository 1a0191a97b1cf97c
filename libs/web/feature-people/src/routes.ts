import type { Routes } from '@angular/router';
import { AddPage } from './add-page.js';
import { CardsPage } from './cards-page.js';
import { GroupPage } from './group-page.js';
import { HelpPage } from './help-page.js';
import { ImportPage } from './import-page.js';
import { ImportsPage } from './imports-page.js';
import { PeoplePage } from './people-page.js';
import { PersonPage } from './person-page.js';
import { BelowPage, GroupsPage, RightsPage } from './place-parts.js';
import { PricePage } from './price-page.js';

/** The pages about people, places and what data costs there. */
export const peopleRoutes: Routes = [
  { path: 'people', component: PeoplePage, pathMatch: 'full' },
  { path: 'people/add', component: AddPage },
  { path: 'people/import', component: ImportPage },
  { path: 'people/imports', component: ImportsPage },
  { path: 'people/cards', component: CardsPage },
  { path: 'people/person/:id', component: PersonPage },
  { path: 'people/group/:id', component: GroupPage },
  { path: 'people/at/:code', component: PeoplePage },
  { path: 'people/at/:code/groups', component: GroupsPage },
  { path: 'people/at/:code/below', component: BelowPage },
  { path: 'people/at/:code/help', component: HelpPage },
  { path: 'people/at/:code/rights', component: RightsPage },
  { path: 'data-price', component: PricePage },
];
