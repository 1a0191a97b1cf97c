import type { QuestionKind } from '@sala/domain/content';
import { ChoiceView } from './questions/choice-view.js';
import type { ViewSource } from './rare-views.js';

/** Where the view of each kind of question comes from. */
export const QUESTION_VIEWS: Record<QuestionKind, ViewSource> = {
  'single-choice': { here: ChoiceView },
  'multiple-choice': { here: ChoiceView },
  'true-false': 'TrueFalseView',
  order: 'OrderView',
  match: 'MatchView',
  sort: 'SortView',
  'tap-picture': 'TapPictureView',
  'fill-word': 'WrittenView',
  number: 'WrittenView',
  judge: 'JudgeView',
  recorded: 'RecordedView',
};
