export { Mentoring1764000000072 } from './mentoring.migration.js';
export { MentoringModule } from './mentoring.module.js';
