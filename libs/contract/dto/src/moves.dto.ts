import { IsUUID, Matches } from 'class-validator';

/** The place whose people’s disowned attempts are listed. */
export class DisownedQuery {
  @Matches(/^(?:KH|(?:\d{2}){1,4})$/)
  place!: string;
}

/** A learner's word that an attempt was not theirs, which waits for a mentor. */
export class DisownedAttempt {
  /** The id of the event that says so. */
  id!: string;
  learnerId!: string;
  courseId!: string;
  lessonId!: string;
  /** Whose it was, when the learner knew. */
  whose?: string;
  saidAt!: string;
  /** How many events it is about. */
  events!: number;
}

/** Confirms whose a disowned attempt was. */
export class MoveAttemptRequest {
  /** The learner's word that it confirms. */
  @IsUUID()
  disowned!: string;

  /** Whose the attempt was. */
  @IsUUID()
  to!: string;
}

/** A line of the audit trail: which events were moved, from whom to whom, and who confirmed it when. */
export class MovedAttempt {
  id!: string;
  /** For whom the events were recorded. */
  learnerId!: string;
  from!: string;
  to!: string;
  disowned!: string;
  courseId!: string;
  lessonId!: string;
  confirmedBy!: string;
  confirmedAt!: string;
  events!: string[];
}

/** Attempts that were moved from or to a person. */
export class MovesReply {
  moves!: MovedAttempt[];
}
