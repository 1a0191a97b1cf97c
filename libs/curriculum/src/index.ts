export { curriculum, type CurriculumCourse } from './curriculum.js';
