import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { Studio } from './app/studio.js';

bootstrapApplication(Studio, {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter(
      [{ path: '', loadChildren: () => import('@sala/web/feature-author').then(({ authorRoutes }) => authorRoutes) }],
      withComponentInputBinding(),
    ),
  ],
}).catch((reason: unknown) => reportError(reason));
