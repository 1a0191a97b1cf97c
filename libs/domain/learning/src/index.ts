export { clockFault, type ClockFault } from './clock.js';
export { LEARNING_EVENT_KINDS, LearningEvent, readLearningEvent, type Aid, type LearningEventKind, type LearningEventOf } from './event.js';
export {
  dayOf,
  factsOf,
  foldCourse,
  joinCourseFacts,
  joinFacts,
  NO_FACTS,
  REVIEW_PASS,
  type CourseFacts,
  type LessonFacts,
  type QuestionFacts,
} from './facts.js';
export type { GroupSession } from './group.js';
export { DAYS_KEPT, letGo, type HeldEvent, type LettingGo } from './letting-go.js';
export {
  DAYS_TO_MASTER,
  dueReviews,
  masteryOf,
  REVIEW_DAYS,
  reviewCards,
  type DueReview,
  type Mastery,
  type ReviewDay,
} from './mastery.js';
export { isInStretch, sittingsOf, withMoves, type AttemptMove, type Disowned, type Sitting } from './moves.js';
export { isAllAlone, isSettled, lessonState, nextLesson, questionsRight, resumeAt, skippedLessons, type LessonState } from './progress.js';
export { withoutWords, type Told, type Wordless } from './words.js';
