import { provideEnvironmentInitializer } from '@angular/core';
import type { Routes } from '@angular/router';
import { AssignPage } from './assign-page.js';
import { CodePage } from './code-page.js';
import { MarkPage } from './mark-page.js';
import { mentorStyles } from './mentor-styles.js';
import { MessagePage } from './message-page.js';
import { NotTheirsPage } from './not-theirs-page.js';
import { OrderPage } from './order-page.js';
import { MentoredPeoplePage } from './people-page.js';
import { MentoredPersonPage } from './person-page.js';
import { RequestPage } from './request-page.js';
import { SignPage } from './sign-page.js';
import { VisitPage } from './visit-page.js';

/** The pages of a mentor. */
export const mentorRoutes: Routes = [
  {
    path: '',
    providers: [provideEnvironmentInitializer(mentorStyles)],
    children: [
      { path: '', pathMatch: 'full', component: MentoredPeoplePage },
      { path: 'order', component: OrderPage },
      { path: ':personId', component: MentoredPersonPage },
      { path: ':personId/help/:askedId', component: RequestPage },
      { path: ':personId/visit', component: VisitPage },
      { path: ':personId/sign', component: SignPage },
      { path: ':personId/mark/:answerId', component: MarkPage },
      { path: ':personId/not-theirs/:disownedId', component: NotTheirsPage },
      { path: ':personId/message', component: MessagePage },
      { path: ':personId/code', component: CodePage },
      { path: ':personId/assign', component: AssignPage },
    ],
  },
];
