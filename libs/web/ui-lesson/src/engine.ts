// The views that not every learner meets, in one lazy part: many small ones would each cost the first visit a request for what they share.
export { JobCard } from './cards/job-card.js';
export { PracticeCard } from './cards/practice-card.js';
export { TermSheet } from './cards/term-sheet.js';
export { StoryCard } from './cards/story-card.js';
export { TermCard } from './cards/term-card.js';
export { TickCard } from './cards/tick-card.js';
export { VideoCard } from './cards/video-card.js';
export { JudgeView } from './questions/judge-view.js';
export { MatchView } from './questions/match-view.js';
export { OrderView } from './questions/order-view.js';
export { RecordedView } from './questions/recorded-view.js';
export { SortView } from './questions/sort-view.js';
export { TapPictureView } from './questions/tap-picture-view.js';
export { TrueFalseView } from './questions/true-false-view.js';
export { WrittenView } from './questions/written-view.js';
