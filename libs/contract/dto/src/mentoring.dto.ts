import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { DEEDS_A_REQUEST, GONE_A_REQUEST, RECORDING_BYTES, type DeedRefusal } from '@sala/contract/routes';
import type { Aid } from '@sala/domain/learning';
import type { LessonStanding, Tries } from '@sala/domain/mentoring';
import { PersonName, PlaceName } from './identity.dto.js';
import { DisownedAttempt } from './moves.dto.js';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SOME_IDS = new RegExp(`^${ID}(?:,${ID}){0,${GONE_A_REQUEST - 1}}$`);

/** What of the roster the phone knows. */
export class RosterQuery {
  /** The hash of the roster that the phone has. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  known?: string;

  /** Whom the phone holds something about although they are none of the mentor's people any more; with commas between. */
  @IsOptional()
  @Matches(SOME_IDS)
  gone?: string;
}

/** A request for help, with the card and the step at which it was asked. */
export class AskedHelp {
  id!: string;
  courseId!: string;
  version!: number;
  lessonId!: string;
  cardId?: string;
  practiceId?: string;
  step?: string;
  words?: string;
  /** The id of the recorded voice. */
  voice?: string;
  /** Whether the voice has come. */
  isHeard?: boolean;
  askedAt!: string;
}

/** An answer that a person has to look at. */
export class AnswerToMark {
  id!: string;
  courseId!: string;
  version!: number;
  lessonId!: string;
  questionId!: string;
  aid!: Aid;
  medium!: 'voice' | 'photo' | 'written';
  /** The id of the voice or photo. */
  recording?: string;
  /** Whether it has come. */
  isHere?: boolean;
  /** What was written. */
  written?: string;
  answeredAt!: string;
}

/** A visit that a mentor noted. */
export class NotedVisit {
  at!: string;
  by!: PersonName;
  way!: 'met' | 'called' | 'not-reached';
  next!: string;
  words?: string;
}

/** How somebody stands in a lesson or quiz. */
export class LessonInRoster {
  courseId!: string;
  lessonId!: string;
  standing!: LessonStanding;
}

/** One of a mentor's people. */
export class PersonInRoster {
  person!: PersonName;
  /** The telephone number. */
  phone?: string;
  place!: PlaceName;
  /** Since when they are a learner here. */
  since!: string;
  /** When they last did something in Sala, or were brought onto a phone. */
  lastSeen?: string;
  /** When a phone of theirs last met the server. */
  lastContact?: string;
  /** Since when their phone says that it is full. */
  fullSince?: string;
  /** The last visits, the newest first. */
  visits!: NotedVisit[];
  lessons!: LessonInRoster[];
  /** Where they were wrong often and never right. */
  tries!: Tries[];
  asked!: AskedHelp[];
  toMark!: AnswerToMark[];
  disowned!: DisownedAttempt[];
  /** Courses that a mentor assigned. */
  assigned!: string[];
  /** Opens the profile on a phone that has no line, once. */
  code!: string;
}

/** A mentor's people, or that they are as the phone knows them. */
export class RosterReply {
  hash!: string;
  epoch!: string;
  people?: PersonInRoster[];
  /** Whom of those that are gone the server has forgotten: everything about them leaves the phone. */
  forgotten?: string[];
}

/** What a mentor did, each read by the domain's schema. */
export class MentorDeedsRequest {
  static readonly readByDomain = ['deeds'] as const;

  @IsArray()
  @ArrayMaxSize(DEEDS_A_REQUEST)
  @IsObject({ each: true })
  deeds!: object[];
}

/** A deed that was refused. */
export class RefusedDeed {
  id!: string;
  code!: DeedRefusal;
}

/** What of a mentor's deeds is in the log, and what was refused. */
export class MentorDeedsReply {
  accepted!: string[];
  refused!: RefusedDeed[];
  /** With another epoch the server was restored from a backup: what it once took may be gone. */
  epoch!: string;
}

/** A voice or photo of somebody. */
export class RecordingPath {
  @IsUUID()
  personId!: string;

  @IsUUID()
  recordingId!: string;
}

/** A piece of a voice or photo. */
export class RecordingPiece {
  /** The hash of the whole. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;

  /** The size of the whole. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(RECORDING_BYTES)
  bytes!: number;

  /** Where in the whole the piece begins. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  from!: number;
}

/** How much of a voice or photo is here. */
export class RecordingReply {
  received!: number;
  whole!: boolean;
}

/** What a phone tells of its code for a reset without a line. */
export class OfflineCodeRequest {
  /** The number of the code that was used up. */
  @IsOptional()
  @IsInt()
  @Min(1)
  used?: number;

  /** The PIN that was chosen by it, sealed to the server. */
  @IsOptional()
  @Matches(/^[\w-]{1,400}$/)
  sealedPin?: string;
}

/** What proves the next code for a reset without a line. */
export class OfflineCodeReply {
  number!: number;
  /** As base64url. */
  salt!: string;
  iterations!: number;
  hash!: string;
}

/** The place whose unanswered requests are listed. */
export class UnansweredQuery {
  @Matches(/^(?:KH|(?:\d{2}){1,4})$/)
  place!: string;
}

/** A request for help that no mentor answered in time. */
export class UnansweredHelp {
  help!: AskedHelp;
  person!: PersonName;
  phone?: string;
  place!: PlaceName;
  /** For how many days it has waited. */
  days!: number;
}
