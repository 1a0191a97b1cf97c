export { DeviceIdentity } from './device-identity.js';
export { EventLog, release, type AnyHappening, type EventCounts, type Happening } from './event-log.js';
export { PackageStore, type ReceivedFile } from './package-store.js';
export { joined, PartialFiles, PART_BYTES } from './partial-files.js';
export { canVerifyPins, PIN_TRIES } from './pin.js';
export { FACES, Profiles, type Adoption, type PinOutcome } from './profiles.js';
export { Rehearsals } from './rehearsals.js';
export { ServerNews } from './server-news.js';
export {
  Store,
  type CarriedWork,
  type OfflineProof,
  type CourseWish,
  type StoredAttempt,
  type StoredCatalogue,
  type StoredCourse,
  type StoredEvent,
  type StoredProfile,
  type StoredRecording,
  type StoredVersion,
} from './store.js';
export type { StoredDeed, StoredRoster, StoredWord } from './stored-mentoring.js';
