export { Card, Course, COURSE_FORMAT, KhmerReview, Lesson, Picture, type CardKind, type CardOf } from './course.js';
export {
  MultipleChoice,
  Option,
  Question,
  Response,
  SingleChoice,
  type QuestionKind,
  type QuestionOf,
  type ResponseOf,
} from './question.js';
export { questionOf, questionsOf, readAs, readCourse, readLesson, type Finding, type Read } from './read.js';
export { FilePath, LANGUAGES, Slug, Text, type Language } from './text.js';
