export { LearningLogAppend1764000000007 } from './append.migration.js';
export { LearningLog1764000000005 } from './learning-log.migration.js';
export { LearningLogModule } from './learning-log.module.js';
export { LearningLog, type Delivery, type Ingested, type LoggedEvent } from './learning-log.js';
export type { FindUnits } from './reading.js';
