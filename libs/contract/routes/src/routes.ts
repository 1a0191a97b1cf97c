import type { Act } from '@sala/domain/access';
import { mentorRoutes } from './mentor-routes.js';

/** How a route is called, and the act that its caller must be allowed. Paths are below `/api`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly act: Act;
}

// Plain values, and a merge that is marked as pure: what an app doesn't call is left out of it.

/** The routes that the learner app calls, and those for everybody. */
export const openRoutes = {
  health: { method: 'GET', path: 'health', act: 'app.open' },
  ready: { method: 'GET', path: 'ready', act: 'app.open' },
  openapi: { method: 'GET', path: 'openapi.json', act: 'app.open' },

  showCard: { method: 'POST', path: 'identity/card', act: 'sign-in' },
  openProfile: { method: 'POST', path: 'identity/profile', act: 'sign-in' },
  resetPin: { method: 'POST', path: 'identity/pin', act: 'sign-in' },
  session: { method: 'GET', path: 'identity/session', act: 'app.open' },
  signOut: { method: 'DELETE', path: 'identity/session', act: 'session.keep' },
  leavePhone: { method: 'DELETE', path: 'identity/learners/:personId', act: 'learning.record' },

  keys: { method: 'GET', path: 'keys', act: 'app.open' },
  registerDevice: { method: 'PUT', path: 'identity/device', act: 'learning.record' },

  places: { method: 'GET', path: 'people/places', act: 'place.read' },

  courses: { method: 'GET', path: 'library/courses', act: 'course.read' },
  manifest: { method: 'GET', path: 'library/courses/:courseId/versions/:version', act: 'course.read' },
  file: { method: 'GET', path: 'library/files/:sha256', act: 'course.read' },

  progress: { method: 'GET', path: 'progress/:personId', act: 'progress.read' },
  sync: { method: 'POST', path: 'sync', act: 'learning.record' },
  relay: { method: 'POST', path: 'relay', act: 'packet.carry' },
} as const satisfies Record<string, Route>;

/** The routes that only the studio calls: a learner's phone needn't carry them. */
export const deskRoutes = {
  signInStaff: { method: 'POST', path: 'identity/staff', act: 'sign-in' },

  people: { method: 'GET', path: 'people', act: 'person.list' },
  addPerson: { method: 'POST', path: 'people', act: 'person.add' },
  issueCard: { method: 'POST', path: 'people/:personId/card', act: 'card.issue' },
  revokeCard: { method: 'DELETE', path: 'people/:personId/card', act: 'card.revoke' },
  giveOneTimeCode: { method: 'POST', path: 'people/:personId/one-time-code', act: 'pin.reset' },

  unansweredHelp: { method: 'GET', path: 'mentoring/unanswered', act: 'help.overview' },

  disownedAttempts: { method: 'GET', path: 'progress/disowned', act: 'attempt.move' },
  attemptMoves: { method: 'GET', path: 'progress/:personId/moves', act: 'attempt.move' },
  moveAttempt: { method: 'POST', path: 'progress/:personId/moves', act: 'attempt.move' },

  courseOverview: { method: 'GET', path: 'library/overview', act: 'course.overview' },

  dataPrice: { method: 'GET', path: 'library/data-price', act: 'data-price.set' },
  setDataPrice: { method: 'PUT', path: 'library/data-price', act: 'data-price.set' },

  drafts: { method: 'GET', path: 'authoring/drafts', act: 'draft.read' },
  draft: { method: 'GET', path: 'authoring/drafts/:courseId', act: 'draft.read' },
  saveDraft: { method: 'PUT', path: 'authoring/drafts/:courseId', act: 'draft.write' },
  beginDraft: { method: 'POST', path: 'authoring/drafts/:courseId/begin', act: 'draft.write' },
  draftRevisions: { method: 'GET', path: 'authoring/drafts/:courseId/revisions', act: 'draft.read' },
  draftRevision: { method: 'GET', path: 'authoring/drafts/:courseId/revisions/:revision', act: 'draft.read' },
  draftChecks: { method: 'GET', path: 'authoring/drafts/:courseId/checks', act: 'draft.read' },
  draftHistory: { method: 'GET', path: 'authoring/drafts/:courseId/history', act: 'draft.read' },
  addMedia: { method: 'POST', path: 'authoring/drafts/:courseId/media', act: 'draft.write' },
  draftMedia: { method: 'GET', path: 'authoring/drafts/:courseId/media/:sha256', act: 'draft.read' },
  exportDraft: { method: 'GET', path: 'authoring/drafts/:courseId/file', act: 'draft.read' },
  importCourse: { method: 'POST', path: 'authoring/course-files', act: 'draft.write' },
  commentDraft: { method: 'POST', path: 'authoring/drafts/:courseId/comments', act: 'draft.comment' },
  resolveComment: { method: 'POST', path: 'authoring/drafts/:courseId/comments/:commentId/resolve', act: 'draft.comment' },
  submitDraft: { method: 'POST', path: 'authoring/drafts/:courseId/submit', act: 'draft.write' },
  sendBackDraft: { method: 'POST', path: 'authoring/drafts/:courseId/send-back', act: 'draft.comment' },
  approveDraft: { method: 'POST', path: 'authoring/drafts/:courseId/approve', act: 'draft.approve' },
  publishDraft: { method: 'POST', path: 'authoring/drafts/:courseId/publish', act: 'course.publish' },
  retireCourse: { method: 'POST', path: 'authoring/drafts/:courseId/retire', act: 'course.retire' },
} as const satisfies Record<string, Route>;

function merged<A, B, C>(a: A, b: B, c: C): A & B & C {
  return { ...a, ...b, ...c };
}

/** Every route of the API: the server declares its handlers from this table. */
export const routes = /* @__PURE__ */ merged(openRoutes, mentorRoutes, deskRoutes);

/** The name of a route. */
export type RouteName = keyof typeof routes;
