import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { routes } from '@sala/contract/routes';
import { ROUTES } from '@sala/web/data-api';
import { Studio } from './app/studio.js';

bootstrapApplication(Studio, {
  providers: [
    provideZonelessChangeDetection(),
    { provide: ROUTES, useValue: routes },
    provideRouter(
      [{ path: '', loadChildren: () => import('@sala/web/feature-author').then(({ authorRoutes }) => authorRoutes) }],
      withComponentInputBinding(),
    ),
  ],
}).catch((reason: unknown) => reportError(reason));
