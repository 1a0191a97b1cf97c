// An entry of its own: only the studio loads it.
export { deskMessages, roleNames } from './desk-messages.js';
