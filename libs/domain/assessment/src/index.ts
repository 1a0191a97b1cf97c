export { grade, readNumber, type Outcome } from './grade.js';
export { draw, drawnQuestions, quizResult, type QuizResult } from './quiz.js';
