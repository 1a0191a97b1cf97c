export { Confirming } from './confirming.js';
export { Progress1764000000006 } from './progress.migration.js';
export { ProgressModule } from './progress.module.js';
export { Progress, type NewsRequest } from './progress.js';
export { ProgressProjection, type Compared } from './progress-projection.js';
