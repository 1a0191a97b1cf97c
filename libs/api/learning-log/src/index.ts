export { AttemptMoves1764000000041 } from './attempt-moves.migration.js';
export { AttemptMoves, type Confirmation, type LessonUntil } from './attempt-moves.js';
export { LearningLogAppend1764000000007 } from './append.migration.js';
export { LearningLog1764000000005 } from './learning-log.migration.js';
export { LearningLogModule } from './learning-log.module.js';
export { LearningLog, type Delivery, type Ingested, type LoggedDeed, type LoggedMove, type LogLine } from './learning-log.js';
export { MentorDeeds1764000000070 } from './mentor-deeds.migration.js';
export { MentorDeeds, type DoneBy } from './mentor-deeds.js';
export type { FindUnits } from './reading.js';
