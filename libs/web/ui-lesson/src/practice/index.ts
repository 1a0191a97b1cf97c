export { PracticeStage, type PracticeResult } from './practice-stage.js';
