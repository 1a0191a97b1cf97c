import type { Type } from '@angular/core';
import type { QuestionKind } from '@sala/domain/content';
import { ChoiceView } from './questions/choice-view.js';

/** A view that is here, or how to load it. */
export type ViewSource = { here: Type<unknown> } | (() => Promise<Type<unknown>>);

/** The views that are loaded when the first of them is met. */
export const engine = () => import('./engine.js');

/** Where the view of each kind of question comes from. */
export const QUESTION_VIEWS: Record<QuestionKind, ViewSource> = {
  'single-choice': { here: ChoiceView },
  'multiple-choice': { here: ChoiceView },
  'true-false': async () => (await engine()).TrueFalseView,
  order: async () => (await engine()).OrderView,
  match: async () => (await engine()).MatchView,
  sort: async () => (await engine()).SortView,
  'tap-picture': async () => (await engine()).TapPictureView,
  'fill-word': async () => (await engine()).WrittenView,
  number: async () => (await engine()).WrittenView,
  judge: async () => (await engine()).JudgeView,
  recorded: async () => (await engine()).RecordedView,
};
