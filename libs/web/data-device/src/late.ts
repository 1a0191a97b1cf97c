// An entry of its own: the first card does not wait for what keeps the phone tidy.
export { LET_GO, Room } from './room.js';
export { Upkeep } from './upkeep.js';
