import { Directory, NAME, OfflineCodes, PlaceNames } from '@sala/api/identity';
import { AttemptMoves } from '@sala/api/learning-log';
import { Mentored, type MentoredLearner } from '@sala/api/people';
import { ProgressProjection } from '@sala/api/progress';
import type {
  AnswerToMark,
  AskedHelp,
  DisownedAttempt,
  NotedVisit,
  PersonInRoster,
  PersonName,
  RosterQuery,
  RosterReply,
} from '@sala/contract/dto';
import type { Aid, LessonFacts, LearningEventOf } from '@sala/domain/learning';
import { markedOf, standingOf, type MentorDeedOf } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ASKED, ASSIGNED, CONTACTS, LESSONS, stuckAt, TO_MARK, TRIES, VISITS, type TriesRow } from './roster-queries.js';

type Of<T> = T & { personId: string };
interface ContactRow {
  personId: string;
  lastSeen: Date | null;
  lastContact: Date | null;
  fullSince: Date | null;
  since: Date;
}
/** A request for help as the log has it. */
export interface AskedRow {
  id: string;
  courseId: string;
  version: number;
  body: LearningEventOf<'help.asked'>['body'];
  askedAt: Date;
  isHeard: boolean;
}
interface ToMarkRow {
  id: string;
  courseId: string;
  version: number;
  body: LearningEventOf<'question.answered'>['body'];
  answeredAt: Date;
  isHere: boolean;
}
interface VisitRow {
  at: Date;
  body: MentorDeedOf<'visit.noted'>['body'];
  mentorId: string;
}

const EPOCH = 'select epoch from server_epoch order by began_at desc limit 1';

/** Everything that the roster holds of people, by person; so many queries however many people there are. */
interface Known {
  contacts: ContactRow[];
  lessons: Of<{ courseId: string; lessonId: string; facts: LessonFacts }>[];
  tries: TriesRow[];
  asked: Of<AskedRow>[];
  toMark: Of<ToMarkRow>[];
  visits: Of<VisitRow>[];
  assigned: Of<{ courseId: string }>[];
  disowned: DisownedAttempt[];
  codes: ReadonlyMap<string, string>;
  mentors: ReadonlyMap<string, PersonName>;
}

/** A mentor's people with all that a phone needs to help them where there is no line. */
@Injectable()
export class Roster {
  constructor(
    private readonly database: DataSource,
    private readonly mentored: Mentored,
    private readonly directory: Directory,
    private readonly places: PlaceNames,
    private readonly moves: AttemptMoves,
    private readonly codes: OfflineCodes,
    private readonly projection: ProgressProjection,
  ) {}

  /** The people of a mentor, or only that they are the same when the phone has them so; and who is forgotten of those that are gone. */
  async of(mentorId: string, { known, gone }: RosterQuery): Promise<RosterReply> {
    await this.projection.catchUp();
    const learners = await this.mentored.learnersOf(mentorId);
    const people = await this.told(learners);
    const hash = createHash('sha256').update(JSON.stringify(people)).digest('hex');
    const forgotten = await this.directory.forgottenOf(gone?.split(',') ?? []);
    const head = { hash, epoch: await this.epoch(), ...(forgotten.length > 0 && { forgotten }) };
    return hash === known ? head : { ...head, people };
  }

  /** The epoch of the server. */
  async epoch(): Promise<string> {
    const [row] = await this.database.query<{ epoch: string }[]>(EPOCH);
    return row?.epoch ?? '';
  }

  private async told(learners: readonly MentoredLearner[]): Promise<PersonInRoster[]> {
    const known = await this.known(learners.map(({ person }) => person.id));
    const places = await this.places.named([...new Set(learners.map(({ place }) => place))]);
    return learners.map(({ person, phone, place }) => ({
      person,
      ...(phone !== undefined && { phone }),
      place: places.get(place) ?? { code: place, khmer: '', latin: '' },
      ...personOf(person.id, known),
    }));
  }

  private async known(ids: readonly string[]): Promise<Known> {
    const read = <T>(sql: string): Promise<T[]> => this.database.query<T[]>(sql, [ids]);
    const visits = await read<Of<VisitRow>>(VISITS);
    const [contacts, lessons, tries, asked, toMark, assigned, disowned, codes, mentors] = await Promise.all([
      read<ContactRow>(CONTACTS),
      read<Known['lessons'][number]>(LESSONS),
      read<TriesRow>(TRIES),
      read<Of<AskedRow>>(ASKED),
      read<Of<ToMarkRow>>(TO_MARK),
      read<Of<{ courseId: string }>>(ASSIGNED),
      this.moves.openOf(ids),
      this.codes.codesOf(ids),
      this.names(visits.map(({ mentorId }) => mentorId)),
    ]);
    return { contacts, lessons, tries, asked, toMark, visits, assigned, disowned, codes, mentors };
  }

  private async names(ids: readonly string[]): Promise<ReadonlyMap<string, PersonName>> {
    const rows = await this.database.query<PersonName[]>(`select ${NAME} from person p where p.id = any($1)`, [ids]);
    return new Map(rows.map((person) => [person.id, person]));
  }
}

const of = <T extends { personId: string }>(rows: readonly T[], id: string): T[] => rows.filter(({ personId }) => personId === id);

function personOf(id: string, known: Known): Omit<PersonInRoster, 'person' | 'phone' | 'place'> {
  const [contact] = of(known.contacts, id);
  return {
    since: (contact?.since ?? new Date(0)).toISOString(),
    ...(contact?.lastSeen && { lastSeen: contact.lastSeen.toISOString() }),
    ...(contact?.lastContact && { lastContact: contact.lastContact.toISOString() }),
    ...(contact?.fullSince && { fullSince: contact.fullSince.toISOString() }),
    visits: of(known.visits, id).map((row) => visitOf(row, known.mentors)),
    lessons: of(known.lessons, id).map(({ courseId, lessonId, facts }) => ({ courseId, lessonId, standing: standingOf(facts) })),
    tries: of(known.tries, id).flatMap(stuckAt),
    asked: of(known.asked, id).map(askedHelp),
    toMark: of(known.toMark, id).flatMap(answerToMark),
    disowned: known.disowned.filter(({ learnerId }) => learnerId === id),
    assigned: of(known.assigned, id).map(({ courseId }) => courseId),
    code: known.codes.get(id) ?? '',
  };
}

/** A request for help as it is told. */
export function askedHelp({ id, courseId, version, body, askedAt, isHeard }: AskedRow): AskedHelp {
  return { id, courseId, version, ...body, ...(body.voice !== undefined && { isHeard }), askedAt: askedAt.toISOString() };
}

function answerToMark({ id, courseId, version, body, answeredAt, isHere }: ToMarkRow): AnswerToMark[] {
  const { lessonId, questionId, response } = body;
  const head = { id, courseId, version, lessonId, questionId, aid: body.aid satisfies Aid, answeredAt: answeredAt.toISOString() };
  const marked = markedOf(response);
  if (!marked) return [];
  return [{ ...head, ...marked, ...('recording' in marked && { isHere }) }];
}

function visitOf({ at, body, mentorId }: VisitRow, mentors: Known['mentors']): NotedVisit {
  const nobody = { id: mentorId, familyName: '', givenName: '', familyNameLatin: '', givenNameLatin: '' };
  const { way, next, words } = body;
  return { at: at.toISOString(), by: mentors.get(mentorId) ?? nobody, way, next, ...(words !== undefined && { words }) };
}
