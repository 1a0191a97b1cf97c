import type { Act } from '@sala/domain/access';

/** How a route is called, and the act that its caller must be allowed. Paths are below `/api`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly act: Act;
}

const route = <const R extends Route>(value: R): R => value;

/** Every route of the API: the server declares its handlers from this table and the apps call it. */
export const routes = {
  health: route({ method: 'GET', path: 'health', act: 'app.open' }),
  ready: route({ method: 'GET', path: 'ready', act: 'app.open' }),
  openapi: route({ method: 'GET', path: 'openapi.json', act: 'app.open' }),

  showCard: route({ method: 'POST', path: 'identity/card', act: 'sign-in' }),
  openProfile: route({ method: 'POST', path: 'identity/profile', act: 'sign-in' }),
  resetPin: route({ method: 'POST', path: 'identity/pin', act: 'sign-in' }),
  signInStaff: route({ method: 'POST', path: 'identity/staff', act: 'sign-in' }),
  session: route({ method: 'GET', path: 'identity/session', act: 'app.open' }),
  signOut: route({ method: 'DELETE', path: 'identity/session', act: 'session.keep' }),
  leavePhone: route({ method: 'DELETE', path: 'identity/learners/:personId', act: 'learning.record' }),

  places: route({ method: 'GET', path: 'people/places', act: 'place.read' }),
  people: route({ method: 'GET', path: 'people', act: 'person.list' }),
  addPerson: route({ method: 'POST', path: 'people', act: 'person.add' }),
  issueCard: route({ method: 'POST', path: 'people/:personId/card', act: 'card.issue' }),
  revokeCard: route({ method: 'DELETE', path: 'people/:personId/card', act: 'card.revoke' }),
  giveOneTimeCode: route({ method: 'POST', path: 'people/:personId/one-time-code', act: 'pin.reset' }),

  courses: route({ method: 'GET', path: 'library/courses', act: 'course.read' }),
  courseOverview: route({ method: 'GET', path: 'library/overview', act: 'course.overview' }),
  manifest: route({ method: 'GET', path: 'library/courses/:courseId/versions/:version', act: 'course.read' }),
  file: route({ method: 'GET', path: 'library/files/:sha256', act: 'course.read' }),

  progress: route({ method: 'GET', path: 'progress/:personId', act: 'progress.read' }),
  sync: route({ method: 'POST', path: 'sync', act: 'learning.record' }),
} as const;

/** The name of a route. */
export type RouteName = keyof typeof routes;
