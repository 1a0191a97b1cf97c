import type { Act } from '@sala/domain/access';
import { mentorRoutes } from './mentor-routes.js';

/** How a route is called, and the act that its caller must be allowed. Paths are below `/api`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly act: Act;
}

// Marked as pure, and merged by something pure: what an app doesn't call is left out of it.
/* @__NO_SIDE_EFFECTS__ */
export function route<const R extends Route>(value: R): R {
  return value;
}
/* @__NO_SIDE_EFFECTS__ */
function merged<A, B, C>(a: A, b: B, c: C): A & B & C {
  return { ...a, ...b, ...c };
}

/** The routes that the learner app calls, and those for everybody. */
export const openRoutes = {
  health: route({ method: 'GET', path: 'health', act: 'app.open' }),
  ready: route({ method: 'GET', path: 'ready', act: 'app.open' }),
  openapi: route({ method: 'GET', path: 'openapi.json', act: 'app.open' }),

  showCard: route({ method: 'POST', path: 'identity/card', act: 'sign-in' }),
  openProfile: route({ method: 'POST', path: 'identity/profile', act: 'sign-in' }),
  resetPin: route({ method: 'POST', path: 'identity/pin', act: 'sign-in' }),
  session: route({ method: 'GET', path: 'identity/session', act: 'app.open' }),
  signOut: route({ method: 'DELETE', path: 'identity/session', act: 'session.keep' }),
  leavePhone: route({ method: 'DELETE', path: 'identity/learners/:personId', act: 'learning.record' }),

  keys: route({ method: 'GET', path: 'keys', act: 'app.open' }),
  registerDevice: route({ method: 'PUT', path: 'identity/device', act: 'learning.record' }),

  places: route({ method: 'GET', path: 'people/places', act: 'place.read' }),

  courses: route({ method: 'GET', path: 'library/courses', act: 'course.read' }),
  manifest: route({ method: 'GET', path: 'library/courses/:courseId/versions/:version', act: 'course.read' }),
  file: route({ method: 'GET', path: 'library/files/:sha256', act: 'course.read' }),

  progress: route({ method: 'GET', path: 'progress/:personId', act: 'progress.read' }),
  sync: route({ method: 'POST', path: 'sync', act: 'phone.meet' }),
  relay: route({ method: 'POST', path: 'relay', act: 'packet.carry' }),
} as const;

/** The routes that only the studio calls: a learner's phone needn't carry them. */
export const deskRoutes = {
  signInStaff: route({ method: 'POST', path: 'identity/staff', act: 'sign-in' }),

  people: route({ method: 'GET', path: 'people', act: 'person.list' }),
  addPerson: route({ method: 'POST', path: 'people', act: 'person.add' }),
  issueCard: route({ method: 'POST', path: 'people/:personId/card', act: 'card.issue' }),
  revokeCard: route({ method: 'DELETE', path: 'people/:personId/card', act: 'card.revoke' }),
  giveOneTimeCode: route({ method: 'POST', path: 'people/:personId/one-time-code', act: 'pin.reset' }),

  findPlaces: route({ method: 'GET', path: 'people/place-search', act: 'place.read' }),
  placePage: route({ method: 'GET', path: 'people/places/:place', act: 'person.read' }),
  person: route({ method: 'GET', path: 'people/:personId', act: 'person.read' }),
  changePerson: route({ method: 'PUT', path: 'people/:personId', act: 'person.change' }),
  giveRole: route({ method: 'POST', path: 'people/:personId/roles', act: 'person.change' }),
  endRole: route({ method: 'POST', path: 'people/:personId/roles/end', act: 'person.change' }),
  movePerson: route({ method: 'POST', path: 'people/:personId/move', act: 'person.change' }),
  leavePerson: route({ method: 'POST', path: 'people/:personId/leave', act: 'person.change' }),
  forgetPerson: route({ method: 'POST', path: 'people/:personId/forget', act: 'person.forget' }),
  issueCards: route({ method: 'POST', path: 'people/cards', act: 'card.issue' }),
  group: route({ method: 'GET', path: 'people/groups/:groupId', act: 'group.read' }),
  addGroup: route({ method: 'POST', path: 'people/groups', act: 'group.manage' }),
  changeGroup: route({ method: 'PUT', path: 'people/groups/:groupId', act: 'group.manage' }),
  removeGroup: route({ method: 'DELETE', path: 'people/groups/:groupId', act: 'group.manage' }),
  checkImport: route({ method: 'POST', path: 'people/imports/check', act: 'person.import' }),
  importPeople: route({ method: 'POST', path: 'people/imports', act: 'person.import' }),
  imports: route({ method: 'GET', path: 'people/imports', act: 'person.import' }),
  undoImport: route({ method: 'POST', path: 'people/imports/:importId/undo', act: 'person.import' }),
  exportPeople: route({ method: 'GET', path: 'people/file', act: 'person.export' }),
  unansweredHelp: route({ method: 'GET', path: 'mentoring/unanswered', act: 'help.overview' }),

  placeReport: route({ method: 'GET', path: 'reports/places/:place', act: 'report.read' }),
  placeReportFile: route({ method: 'GET', path: 'reports/places/:place/file', act: 'report.read' }),

  disownedAttempts: route({ method: 'GET', path: 'progress/disowned', act: 'attempt.move' }),
  attemptMoves: route({ method: 'GET', path: 'progress/:personId/moves', act: 'attempt.move' }),
  moveAttempt: route({ method: 'POST', path: 'progress/:personId/moves', act: 'attempt.move' }),

  courseOverview: route({ method: 'GET', path: 'library/overview', act: 'course.overview' }),

  dataPrice: route({ method: 'GET', path: 'library/data-price', act: 'data-price.set' }),
  setDataPrice: route({ method: 'PUT', path: 'library/data-price', act: 'data-price.set' }),

  drafts: route({ method: 'GET', path: 'authoring/drafts', act: 'draft.read' }),
  draft: route({ method: 'GET', path: 'authoring/drafts/:courseId', act: 'draft.read' }),
  saveDraft: route({ method: 'PUT', path: 'authoring/drafts/:courseId', act: 'draft.write' }),
  beginDraft: route({ method: 'POST', path: 'authoring/drafts/:courseId/begin', act: 'draft.write' }),
  draftRevisions: route({ method: 'GET', path: 'authoring/drafts/:courseId/revisions', act: 'draft.read' }),
  draftRevision: route({ method: 'GET', path: 'authoring/drafts/:courseId/revisions/:revision', act: 'draft.read' }),
  draftChecks: route({ method: 'GET', path: 'authoring/drafts/:courseId/checks', act: 'draft.read' }),
  draftHistory: route({ method: 'GET', path: 'authoring/drafts/:courseId/history', act: 'draft.read' }),
  addMedia: route({ method: 'POST', path: 'authoring/drafts/:courseId/media', act: 'draft.write' }),
  draftMedia: route({ method: 'GET', path: 'authoring/drafts/:courseId/media/:sha256', act: 'draft.read' }),
  exportDraft: route({ method: 'GET', path: 'authoring/drafts/:courseId/file', act: 'draft.read' }),
  importCourse: route({ method: 'POST', path: 'authoring/course-files', act: 'draft.write' }),
  commentDraft: route({ method: 'POST', path: 'authoring/drafts/:courseId/comments', act: 'draft.comment' }),
  resolveComment: route({ method: 'POST', path: 'authoring/drafts/:courseId/comments/:commentId/resolve', act: 'draft.comment' }),
  submitDraft: route({ method: 'POST', path: 'authoring/drafts/:courseId/submit', act: 'draft.write' }),
  sendBackDraft: route({ method: 'POST', path: 'authoring/drafts/:courseId/send-back', act: 'draft.comment' }),
  approveDraft: route({ method: 'POST', path: 'authoring/drafts/:courseId/approve', act: 'draft.approve' }),
  publishDraft: route({ method: 'POST', path: 'authoring/drafts/:courseId/publish', act: 'course.publish' }),
  retireCourse: route({ method: 'POST', path: 'authoring/drafts/:courseId/retire', act: 'course.retire' }),
} as const;

/** Every route of the API: the server declares its handlers from this table. */
export const routes = merged(openRoutes, mentorRoutes, deskRoutes);

/** The name of a route. */
export type RouteName = keyof typeof routes;
