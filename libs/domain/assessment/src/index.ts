export { grade, type Outcome } from './grade.js';
