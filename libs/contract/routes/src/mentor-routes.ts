import type { Route } from './routes.js';

/** Deeds that one request may bring. */
export const DEEDS_A_REQUEST = 100;
/** People of whom a mentor's phone may ask at once whether they are forgotten. */
export const GONE_A_REQUEST = 50;
/** The largest voice or photo in bytes. */
export const RECORDING_BYTES = 2_000_000;
/** The largest piece of one in bytes: small enough for a bad line. */
export const RECORDING_PIECE_BYTES = 65_536;

/** The routes that the learner app calls late: what mentors do, and what goes between them and their learners. */
export const mentorRoutes = {
  roster: { method: 'GET', path: 'mentoring/people/:personId/roster', act: 'mentor.work' },
  mentorDeeds: { method: 'POST', path: 'mentoring/people/:personId/deeds', act: 'mentor.work' },
  recording: { method: 'GET', path: 'mentoring/people/:personId/recordings/:recordingId', act: 'recording.read' },
  addRecording: { method: 'PUT', path: 'mentoring/people/:personId/recordings/:recordingId', act: 'recording.add' },
  offlineCode: { method: 'POST', path: 'identity/learners/:personId/offline-code', act: 'learning.record' },
} as const satisfies Record<string, Route>;
