// An entry of its own: what goes between learners and mentors is no part of anybody's first card.
export { MentorCourses } from './mentor-courses.js';
export { isMentor, MentorDesk } from './mentor-desk.js';
export { MentorWords, type AskedHere } from './mentor-words.js';
export { MentoringErrands } from './mentoring-errands.js';
export { VoiceBox } from './recordings.js';
export { seenOf, withDeeds } from './with-deeds.js';
