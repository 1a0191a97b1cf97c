export { ACT_RULES, can, mayGrant, type Act, type ActingPerson, type Actor, type Subject } from './can.js';
export { isEasyPin } from './pin.js';
export { isPlaceCode, isWithin, levelOf, NATION, parentOf, PLACE_LEVELS, type PlaceLevel } from './places.js';
export { ROLES, type Role, type RoleAtPlace } from './roles.js';
