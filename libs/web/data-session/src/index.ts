export { CARD_DIGITS, digitsOf, isPlausibleCardCode, ONE_TIME_DIGITS } from './card-code.js';
export { learnerOnly } from './guards.js';
export { IDLE_MS, Session, type Adopting } from './session.js';
export { StaffSession } from './staff-session.js';
