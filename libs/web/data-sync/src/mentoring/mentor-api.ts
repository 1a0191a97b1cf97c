import { createEnvironmentInjector, EnvironmentInjector, inject, Injectable } from '@angular/core';
import { mentorRoutes, openRoutes } from '@sala/contract/routes';
import { Api, ROUTES } from '@sala/web/data-api';

/** The API with the routes that nobody's first card waits for. */
@Injectable({ providedIn: 'root' })
export class MentorApi {
  private readonly injector = createEnvironmentInjector(
    [{ provide: ROUTES, useValue: { ...openRoutes, ...mentorRoutes } }, Api],
    inject(EnvironmentInjector),
  );
  /** Calls by the names of the routes. */
  readonly api = this.injector.get(Api);
}
