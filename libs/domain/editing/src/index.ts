export { changesBetween, type Change, type ChangedWords } from './changes.js';
export { applied, type Edit, type Writing } from './edit.js';
export { edited, opened, paused, rebased, redone, renamedFile, stepped, undone, UNDO_STEPS, type History } from './history.js';
export { grafted, merged, mergedAt, same, type Clash, type Merged } from './merge.js';
export { at, changeAt, idOf, isPart, listAt, pathName, type Path } from './path.js';
export { isText, olderLanguage, textsUnder, type Translated } from './translation.js';
export { behind, copyOf, disputesOf, settled, type Dispute, type Side } from './resolve.js';
export {
  blankArea,
  blankCard,
  blankLesson,
  blankQuestion,
  blankQuiz,
  blankWord,
  NO_FILE,
  wholeCard,
  wholeCards,
  wholeQuestion,
  type NewId,
} from './blank.js';
export {
  newCourse,
  recipeLesson,
  starterPractice,
  type ChoiceWords,
  type PracticeWords,
  type RecipeWords,
  type StoryWords,
} from './start.js';
