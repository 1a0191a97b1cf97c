// An entry of its own: the first card does not wait for what people leave behind or bring along, nor for what a group keeps.
export { Belongings, PERSON_TABLES, PHONE_TABLES, type Unsent } from './belongings.js';
export { GROUP_PLACE, GroupSessions } from './group-sessions.js';
