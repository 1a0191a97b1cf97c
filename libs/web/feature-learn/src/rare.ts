// One lazy part for the pages and views that not everybody opens at once: many small ones would each cost the first visit a request for what they share.
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
export { Belongings, Room, Upkeep } from '@sala/web/data-device/late';
export { CourseDownloads } from '@sala/web/data-sync/late';
export { AskMentor } from './ask-mentor.js';
export { AnswerAtCard, FromMentor } from './from-mentor.js';
export { GroupPage } from './group-page.js';
export { JobPage } from './job-page.js';
export { KeepPage } from './keep-page.js';
export { NoOffline } from './no-offline.js';
export { NotMePage } from './not-me-page.js';
export { ProgressPage } from './progress-page.js';
export { QuizPage } from './quiz-page.js';
export { SearchPage } from './search-page.js';
export { SendingPage } from './sending-page.js';
export { ShownCard } from './shown-card.js';
export { SpaceLine } from './space-line.js';
export { SpacePage } from './space-page.js';
export { StateLine } from './state-line.js';
export { StateMore, whenSent } from './state-more.js';
export { playTone } from './tone.js';
export { WordsPage } from './words-page.js';
