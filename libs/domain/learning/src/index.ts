export { LEARNING_EVENT_KINDS, LearningEvent, readLearningEvent, type LearningEventKind, type LearningEventOf } from './event.js';
export {
  factsOf,
  foldCourse,
  joinCourseFacts,
  joinFacts,
  NO_FACTS,
  type CourseFacts,
  type LessonFacts,
  type QuestionFacts,
} from './facts.js';
export { courseShare, lessonState, nextLesson, questionsRight, resumeAt, type LessonState } from './progress.js';
