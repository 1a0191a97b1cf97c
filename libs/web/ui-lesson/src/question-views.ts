import type { Type } from '@angular/core';
import type { QuestionKind } from '@sala/domain/content';

/** Where the view of each kind of question comes from: only the kinds that a learner meets are ever loaded. */
export const QUESTION_VIEWS: Record<QuestionKind, () => Promise<Type<unknown>>> = {
  'single-choice': async () => (await import('./questions/choice-view.js')).ChoiceView,
  'multiple-choice': async () => (await import('./questions/choice-view.js')).ChoiceView,
  'true-false': async () => (await import('./questions/true-false-view.js')).TrueFalseView,
  order: async () => (await import('./questions/order-view.js')).OrderView,
  match: async () => (await import('./questions/match-view.js')).MatchView,
  sort: async () => (await import('./questions/sort-view.js')).SortView,
  'tap-picture': async () => (await import('./questions/tap-picture-view.js')).TapPictureView,
  'fill-word': async () => (await import('./questions/written-view.js')).WrittenView,
  number: async () => (await import('./questions/written-view.js')).WrittenView,
  judge: async () => (await import('./questions/judge-view.js')).JudgeView,
  recorded: async () => (await import('./questions/recorded-view.js')).RecordedView,
};
