// The views that come when the first of them is met, as on a learner's phone.
export {
  JobCard,
  JudgeView,
  MatchView,
  OrderView,
  PracticeCard,
  RecordedView,
  SortView,
  StoryCard,
  TapPictureView,
  TermCard,
  TermSheet,
  TickCard,
  TrueFalseView,
  VideoCard,
  WrittenView,
} from '@sala/web/ui-lesson/rare';
