export {
  Card,
  Course,
  COURSE_FORMAT,
  Glossary,
  GlossaryEntry,
  KhmerReview,
  Lesson,
  Quiz,
  Source,
  Voice,
  type CardKind,
  type CardOf,
} from './course.js';
export { Picture } from './picture.js';
export { Option, Question, Response, VERDICTS, type QuestionKind, type QuestionOf, type ResponseOf } from './question.js';
export {
  questionsOf,
  readAs,
  readCourse,
  readLesson,
  readQuiz,
  unitOfLesson,
  unitOfQuiz,
  type Finding,
  type Read,
  type Unit,
} from './read.js';
export { spokenWords, textHash, voiceOf, type RecordedVoice } from './voice.js';
export { plainText, readRich, type RichBlock, type Span } from './rich.js';
export { FilePath, LANGUAGES, Slug, Text, type Language } from '@sala/domain/khmer';
