export { PhoneView, type PhoneInput } from './phone-view.js';
export { PracticeStage, type PracticeResult } from './practice-stage.js';
export { practiceStyles } from './styles.js';
