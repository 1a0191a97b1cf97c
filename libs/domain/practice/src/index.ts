export { act, begin, hintFor, isDone, replay, type Attempt, type PracticeMode, type Recorded, type TaskEvidence } from './attempt.js';
export { check, labelsOf, SCREEN_WIDTH, STATE_LIMIT, type PracticeFault, type PracticeFinding } from './check.js';
export { advance, after, beginning, explore, inputOf, inputsFrom, shortestWay, type Standing } from './explore.js';
export { Happening, Overlay, Practice, Step, Task } from './practice.js';
export {
  holds,
  run,
  shownOverlays,
  shownWidgets,
  startOf,
  targetsNow,
  targetsOfWidget,
  type Input,
  type PhoneState,
  type Ran,
} from './run.js';
export { Condition, Effect, Target, Value } from './schema.js';
export { watchScript, type Frame } from './watch.js';
export { AppStamp, Area, Screen, Widget, type WidgetKind } from './widgets.js';
