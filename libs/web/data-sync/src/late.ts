// An entry of its own: the first card does not wait for what brings whole courses.
export { CourseDownloads, type CourseDownload } from './course-downloads.js';
export { Line } from './line.js';
