export { countCourses, type Counts } from './count.js';
export { curriculum, type CurriculumCourse } from './curriculum.js';
export { lintCourse, type LintFinding, type LintRule } from './lint.js';
