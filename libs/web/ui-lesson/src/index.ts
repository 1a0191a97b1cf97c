export { Answering } from './answering.js';
export { CardView } from './card-view.js';
export { DEEDS, RECORDINGS, type LessonDeeds, type Recordings } from './deeds.js';
export { Feedback } from './feedback.js';
export { messages as lessonMessages } from './messages.js';
export { PICTURES, type Pictures } from './pictures.js';
export { ProgressDots } from './progress-dots.js';
export { QuestionView } from './question-view.js';
export { rightAnswer } from './right-answer.js';
