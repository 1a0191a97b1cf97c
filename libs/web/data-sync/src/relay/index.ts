// An entry of its own: nobody's first card waits for what travels from phone to phone.
export { Courier, CARRIED_PHONES, type Taken } from './courier.js';
export { CourseFiles, type CourseRefusal, type CourseTaken, type NoCourseFile } from './course-files.js';
export { Errands } from './errands.js';
export { OwnWork, type NoPacket, type OwnPacket, type ReceiptOutcome } from './own-work.js';
export { canSeal, PhoneKeys } from './phone-keys.js';
