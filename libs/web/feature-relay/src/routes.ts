import type { Routes } from '@angular/router';
import { CarryPage } from './carry-page.js';
import { GiveCoursePage } from './give-course-page.js';
import { PhonesPage } from './phones-page.js';
import { SendPage } from './send-page.js';
import { TakeCoursePage } from './take-course-page.js';

/** The pages of what goes from phone to phone. */
export const relayRoutes: Routes = [
  { path: '', component: PhonesPage },
  { path: 'send', component: SendPage },
  { path: 'carry', component: CarryPage },
  { path: 'give/:slug', component: GiveCoursePage },
  { path: 'take', component: TakeCoursePage },
];
