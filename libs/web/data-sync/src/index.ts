export { CourseDownloads, type CourseDownload } from './course-downloads.js';
export { Downloads } from './downloads.js';
export { Line } from './line.js';
export { Progress } from './progress.js';
export { Uplink, type UplinkState } from './uplink.js';
