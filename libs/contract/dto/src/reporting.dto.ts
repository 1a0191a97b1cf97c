import type { PlaceName } from './identity.dto.js';
import { PlaceReply } from './identity.dto.js';
import type { BothLanguages } from './learning.dto.js';

/** How many people of a group: each figure counts people, and nobody twice. */
export class PlaceTally {
  people!: number;
  withCard!: number;
  /** Were ever brought onto a phone. */
  connected!: number;
  /** Opened a lesson. */
  began!: number;
  /** Completed a lesson. */
  completed!: number;
  /** Completed a whole course. */
  finished!: number;
  /** Completed a lesson alone. */
  alone!: number;
  /** Passed a lesson alone on two days. */
  mastered!: number;
  /** Completed a lesson with help only. */
  helped!: number;
  /** Completed a lesson in a group only. */
  inGroup!: number;
  /** Had a task at work signed off by a mentor. */
  signedOff!: number;
}

/** A part of a place in its report; without a tally it is too small to be shown, or hidden so that a small one can't be worked out. */
export class PlaceInReport {
  place!: PlaceReply;
  /** Whether it is the place itself: people whose role is held just there. */
  isItself!: boolean;
  tally?: PlaceTally;
}

/** A course in a place's report; people without figures are too few to be shown. */
export class CourseInReport {
  courseId!: string;
  title!: BothLanguages;
  lessons!: number;
  /** Of those people who began it. */
  tally?: CourseTally;
}

/** How many people of a place, of those who began a course. */
export class CourseTally {
  began!: number;
  finished!: number;
  alone!: number;
  mastered!: number;
  helped!: number;
  inGroup!: number;
  signedOff!: number;
  /** Lessons completed by all of them together. */
  lessonsDone!: number;
}

/** A question or a step of a practice at which people are stuck. */
export class StuckInReport {
  courseId!: string;
  course!: BothLanguages;
  lesson!: BothLanguages;
  /** The question, or what the step asks. */
  what!: BothLanguages;
  isPractice!: boolean;
  people!: number;
}

/** The report of a place at a moment. */
export class PlaceReportReply {
  place!: PlaceReply;
  /** Above it, the highest first. */
  path!: PlaceName[];
  at!: string;
  /** Of the whole place; missing when it has too few people. */
  tally?: PlaceTally;
  below!: PlaceInReport[];
  courses!: CourseInReport[];
  stuck!: StuckInReport[];
  /** Questions and steps where too few people are stuck to be shown. */
  stuckHidden!: number;
}
