// An entry of its own: the first card does not wait for what people leave behind or bring along, what a group keeps, or what keeps the phone tidy.
export { Belongings, PERSON_TABLES, PHONE_TABLES, type Unsent } from './belongings.js';
export { GROUP_PLACE, GroupSessions } from './group-sessions.js';
export { LET_GO, Room } from './room.js';
export { Upkeep } from './upkeep.js';
export { OfflineReset } from './offline-reset.js';
export { hexOf, randomId, timedId } from './ids.js';
