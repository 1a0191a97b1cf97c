export { LEARNING_EVENT_KINDS, LearningEvent, readLearningEvent, type LearningEventKind, type LearningEventOf } from './event.js';
export {
  dayOf,
  factsOf,
  foldCourse,
  joinCourseFacts,
  joinFacts,
  NO_FACTS,
  type CourseFacts,
  type LessonFacts,
  type QuestionFacts,
} from './facts.js';
export { DAYS_TO_MASTER, dueReviews, isMastered, REVIEW_DAYS, type DueReview, type ReviewDay } from './mastery.js';
export { courseShare, lessonState, nextLesson, questionsRight, resumeAt, type LessonState } from './progress.js';
