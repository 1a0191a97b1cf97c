export { hiddenParts, isShown, LEAST_SHOWN } from './hiding.js';
export { courseStanding, type CourseStanding, type CourseToReport } from './standing.js';
export { joinTrying, tryingOf, type Trying } from './trying.js';
