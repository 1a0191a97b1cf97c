import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { PacketFaultCode, Refusal } from '@sala/contract/routes';
import type { LessonFacts } from '@sala/domain/learning';
import type { MentorDeedOf, TOLD_DEEDS } from '@sala/domain/mentoring';
import { PersonName } from './identity.dto.js';

/** A deed of which the learner is told. */
export type ToldDeed = MentorDeedOf<(typeof TOLD_DEEDS)[number]>;

/** Events that one push may carry; a phone with more sends again. */
export const EVENTS_A_PUSH = 500;

/** A learner of this phone, and how far the phone has read the server's news of them. */
export class LearnerCursor {
  @IsUUID()
  learnerId!: string;

  /** The cursor of the last reply, or empty. */
  @IsString()
  @MaxLength(40)
  cursor!: string;
}

/** What a phone exchanges with the server in one round trip: its waiting events out, the news in. */
export class SyncRequest {
  /** Read by the domain's schemas; the check of the form looks only whether each is an object. */
  static readonly readByDomain = ['events'] as const;

  @IsUUID()
  deviceId!: string;

  /** The phone's clock at sending, so that wrong dates can be corrected. */
  @IsISO8601({ strict: true })
  clock!: string;

  /** The hash of the catalogue that the phone knows, or empty. */
  @IsString()
  @MaxLength(64)
  catalogue!: string;

  /** Said only by a phone that is full: it had to let go of media. */
  @IsOptional()
  @Equals(true)
  full?: true;

  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => LearnerCursor)
  learners!: LearnerCursor[];

  /** Learning events, each read by the domain's schema, so that a bad one never holds up the good. */
  @IsArray()
  @ArrayMaxSize(EVENTS_A_PUSH)
  @IsObject({ each: true })
  events!: object[];
}

/** An event that the log refused. */
export class RefusedEvent {
  id!: string;
  code!: Refusal;
  /** For `sequence-reused`: the first number that is free for this learner on this phone. */
  next?: number;
}

/** A hole in what the server has of a learner on a device: sequences between those it holds. */
export class MissingSequences {
  learnerId!: string;
  from!: number;
  to!: number;
}

/** What the server knows of a learner and a lesson. */
export class LessonProgress {
  courseId!: string;
  lessonId!: string;
  facts!: LessonFacts;
}

/** The server's news of one learner. */
export class LearnerNews {
  learnerId!: string;
  cursor!: string;
  progress!: LessonProgress[];
  /** There when attempts of this learner were moved since: what was kept of the server's news goes, and this is all there is. */
  startOver?: StartOver;
  /** What mentors did for the learner since. */
  words?: MentorWord[];
}

/** What a mentor did for a learner, as the learner is told it. */
export class MentorWord {
  id!: string;
  kind!: ToldDeed['kind'];
  at!: string;
  mentor!: PersonName;
  body!: ToldDeed['body'];
}

/** What a phone must know when attempts were moved. */
export class StartOver {
  /** Ids of events that were recorded for this learner and count for somebody else now. */
  moved!: string[];
}

/** A text in both languages. */
export class BothLanguages {
  km!: string;
  en!: string;
}

/** A published course in the catalogue, in dictionary order. */
export class CatalogueEntry {
  courseId!: string;
  version!: number;
  slug!: string;
  title!: BothLanguages;
  summary!: BothLanguages;
  lessons!: number;
  minutes!: number;
  bytes!: number;
}

/** The catalogue, and the hash by which a phone asks whether it has changed. */
export class Catalogue {
  hash!: string;
  courses!: CatalogueEntry[];
  /** What a gigabyte of mobile data costs in riel, as an officer or the operator set it; 0 when no price is told. */
  rielPerGigabyte!: number;
}

/** What a gigabyte of mobile data costs, as somebody sets it. */
export class DataPriceRequest {
  /** In riel; 0 tells phones no price. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  rielPerGigabyte!: number;
}

/** The price of mobile data that phones are told. */
export class DataPriceReply {
  rielPerGigabyte!: number;
  /** Nobody has set one: it is the operator's. */
  isDefault!: boolean;
}

/** What the server took, what it refused, and the news. Only an id in `accepted` may be forgotten by the phone. */
export class SyncReply {
  accepted!: string[];
  refused!: RefusedEvent[];
  missing!: MissingSequences[];
  /** Only learners with news. */
  news!: LearnerNews[];
  /** Only when it differs from the one the phone knows. */
  catalogue?: Catalogue;
  /** Who on this phone holds the role of a mentor now; only when somebody does. */
  mentors?: string[];
  /** Whom of those that the phone asked about the server has forgotten: everything of theirs leaves the phone. */
  forgotten?: string[];
}

/** Packets that one request may bring. */
export const PACKETS_A_RELAY = 10;

/** Sealed packets of other phones. */
export class RelayRequest {
  /** Each as base64url. */
  @IsArray()
  @ArrayMaxSize(PACKETS_A_RELAY)
  @Matches(/^[\w-]{1,349526}$/, { each: true })
  packets!: string[];
}

/** What became of a packet: the server's receipt for the phone that made it, or why it was not taken. */
export class RelayedPacket {
  /** As base64url. */
  receipt?: string;
  fault?: PacketFaultCode;
}

/** What became of each packet, in the order in which they came. */
export class RelayReply {
  packets!: RelayedPacket[];
}

/** What to look for in the catalogue: Khmer without spaces, in any encoding, or Latin. */
export class CoursesQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

/** A course in the studio's list. */
export class CourseInOverview {
  courseId!: string;
  slug!: string;
  title!: BothLanguages;
  version!: number;
  publishedAt!: string;
  lessons!: number;
  /** Lessons whose Khmer a native reader has signed. */
  reviewedLessons!: number;
  learners!: number;
}

/** A published version of a course. */
export class VersionPath {
  @IsUUID()
  courseId!: string;

  /** A version number, or `latest`. */
  @Matches(/^(?:latest|[1-9]\d{0,6})$/)
  version!: string;
}

/** A stored file by its name. */
export class FilePathParams {
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

/** A person's progress in all courses. */
export class ProgressReply {
  progress!: LessonProgress[];
}
