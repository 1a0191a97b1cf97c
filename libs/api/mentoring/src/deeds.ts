import { AttemptMoves, MentorDeeds } from '@sala/api/learning-log';
import { Versions } from '@sala/api/library';
import { Caller, Doorkeeper, Problem, type PhoneActor } from '@sala/api/platform';
import { Confirming, ProgressProjection } from '@sala/api/progress';
import type { MentorDeedsReply, MentorDeedsRequest } from '@sala/contract/dto';
import type { DeedRefusal } from '@sala/contract/routes';
import { can, type ActingPerson } from '@sala/domain/access';
import type { LearningEvent } from '@sala/domain/learning';
import { markedOf, readMentorDeed, type MentorDeed, type MentorDeedOf } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Roster } from './roster.js';

type Looked = DeedRefusal | undefined;
type Part<E> = E extends LearningEvent ? Pick<E, 'kind' | 'courseId' | 'body'> : never;
type Logged = Part<LearningEvent>;

const ID = /^[0-9a-f-]{36}$/i;
const idOf = (value: object): string => ('id' in value && typeof value.id === 'string' && ID.test(value.id) ? value.id : '');

/** Takes what a mentor did. Each deed is looked at by itself: what can't be taken is told back and never holds up the others. */
@Injectable()
export class Deeds {
  constructor(
    private readonly database: DataSource,
    private readonly log: MentorDeeds,
    private readonly moves: AttemptMoves,
    private readonly versions: Versions,
    private readonly confirming: Confirming,
    private readonly projection: ProgressProjection,
    private readonly doorkeeper: Doorkeeper,
    private readonly roster: Roster,
  ) {}

  /** Takes deeds of one of the persons on the phone, who must hold the role at the place of each learner. */
  async take(mentor: ActingPerson, phone: PhoneActor, { deeds }: MentorDeedsRequest): Promise<MentorDeedsReply> {
    const alone: PhoneActor = { ...phone, persons: [mentor] };
    const refused: MentorDeedsReply['refused'] = [];
    const good: MentorDeed[] = [];
    for (const value of deeds) {
      const read = readMentorDeed(value);
      const code = read.ok ? await this.look(read.value, alone) : 'malformed';
      if (code !== undefined) refused.push({ id: idOf(value), code });
      else if (read.ok) good.push(read.value);
    }
    await this.log.append({ mentorId: mentor.id, deeds: good });
    if (good.length > 0) this.projection.wake();
    return { accepted: good.map(({ id }) => id), refused, epoch: await this.roster.epoch() };
  }

  /** Why a deed can't be taken, if so. One that is in the log already is simply there. */
  private async look(deed: MentorDeed, mentor: PhoneActor): Promise<Looked> {
    const learnerId = deed.learnerId.toLowerCase();
    if (!(await this.mayHelp(learnerId, mentor))) return 'not-your-learner';
    const [known] = await this.database.query<object[]>('select 1 from mentor_deed where learner_id = $1 and id = $2', [
      learnerId,
      deed.id,
    ]);
    return known ? undefined : this.fits(deed, learnerId, mentor);
  }

  private async mayHelp(learnerId: string, mentor: PhoneActor): Promise<boolean> {
    if (mentor.persons.some(({ id }) => id === learnerId)) return false;
    const places = await this.doorkeeper.placesOf(learnerId);
    return places.some((place) => can(mentor, 'learner.help', { personId: learnerId, place }));
  }

  private fits(deed: MentorDeed, learnerId: string, mentor: PhoneActor): Promise<Looked> | Looked {
    switch (deed.kind) {
      case 'visit.noted':
        return undefined;
      case 'help.answered':
        return this.fitsRequest(deed, learnerId);
      case 'answer.marked':
        return this.fitsAnswer(deed, learnerId);
      case 'work.signed':
        return this.fitsWork(deed);
      case 'course.assigned':
        return this.hasCourse(deed.body.courseId);
      case 'attempt.confirmed':
        return this.confirm(deed, learnerId, mentor);
      case 'attempt.declined':
        return this.fitsWord(deed.body.disowned, learnerId);
    }
  }

  private async fitsRequest({ body }: MentorDeedOf<'help.answered'>, learnerId: string): Promise<Looked> {
    const event = await this.event(learnerId, body.asked);
    const isIt = event?.kind === 'help.asked' && event.courseId === body.courseId.toLowerCase() && event.body.lessonId === body.lessonId;
    return isIt ? undefined : 'unknown';
  }

  private async fitsAnswer({ body }: MentorDeedOf<'answer.marked'>, learnerId: string): Promise<Looked> {
    const event = await this.event(learnerId, body.answer);
    if (event?.kind !== 'question.answered' || event.courseId !== body.courseId.toLowerCase()) return 'unknown';
    const { lessonId, questionId, aid, response } = event.body;
    const isSame = lessonId === body.lessonId && questionId === body.questionId && aid === body.aid;
    return isSame && markedOf(response) ? undefined : 'unknown';
  }

  private async fitsWork({ body }: MentorDeedOf<'work.signed'>): Promise<Looked> {
    const version = await this.versions.latest(body.courseId).catch(() => 0);
    const unit = (await this.versions.unitsOf(body.courseId, version))?.get(body.lessonId);
    return unit?.works?.[body.cardId] === body.of ? undefined : 'unknown';
  }

  private async hasCourse(courseId: string): Promise<Looked> {
    return (await this.versions.latest(courseId).catch(() => 0)) > 0 ? undefined : 'unknown';
  }

  private async fitsWord(disowned: string, learnerId: string): Promise<Looked> {
    if ((await this.moves.ownerOf(learnerId, disowned)) === undefined) return 'unknown';
    const moved = (await this.moves.of(learnerId)).some((move) => move.disowned === disowned);
    return moved ? 'settled' : undefined;
  }

  /** Moves the attempt. Where that was done before the phone heard of it, it is done. */
  private async confirm({ body }: MentorDeedOf<'attempt.confirmed'>, learnerId: string, mentor: PhoneActor): Promise<Looked> {
    const { disowned, to } = body;
    try {
      await this.confirming.confirm(learnerId, { disowned, to: to.toLowerCase() }, new Caller([mentor]));
      return undefined;
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason;
      if (reason.code === 'not-allowed') return 'not-your-learner';
      if (reason.code === 'not-found') return 'unknown';
      const moves = await this.moves.of(learnerId);
      const isDone = moves.some((move) => move.disowned === disowned && move.to === to.toLowerCase());
      return isDone ? undefined : 'settled';
    }
  }

  private async event(learnerId: string, id: string): Promise<Logged | undefined> {
    const [row] = await this.database.query<Logged[]>(
      'select kind, course_id as "courseId", body from learning_event where learner_id = $1 and id = $2',
      [learnerId, id],
    );
    return row;
  }
}
