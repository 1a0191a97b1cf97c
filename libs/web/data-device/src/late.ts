// An entry of its own: what only a group session keeps is not in the first load.
export { GROUP_PLACE, GroupSessions } from './group-sessions.js';
