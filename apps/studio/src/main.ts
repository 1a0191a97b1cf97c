import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { routes } from '@sala/contract/routes';
import { ROUTES } from '@sala/web/data-api';
import { studioRoutes } from './app/routes.js';
import { StudioFrame } from './app/studio-frame.js';

bootstrapApplication(StudioFrame, {
  providers: [
    provideZonelessChangeDetection(),
    { provide: ROUTES, useValue: routes },
    provideRouter(studioRoutes, withComponentInputBinding()),
  ],
}).catch((reason: unknown) => reportError(reason));
