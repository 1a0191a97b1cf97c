import { AttemptMoves } from '@sala/api/learning-log';
import { Catalogues } from '@sala/api/library';
import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import {
  CourseInOverview,
  DisownedAttempt,
  DisownedQuery,
  MoveAttemptRequest,
  MovedAttempt,
  MovesReply,
  PersonPath,
  ProgressReply,
} from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { Confirming } from './confirming.js';
import { Progress } from './progress.js';

/** Progress of people and of courses. */
@Controller()
export class ProgressController {
  constructor(
    private readonly progressOf: Progress,
    private readonly catalogues: Catalogues,
    private readonly moves: AttemptMoves,
    private readonly confirming: Confirming,
  ) {}

  /** A person's progress in all courses. */
  @Handle(routes.progress)
  async progress(@Param() path: PersonPath): Promise<ProgressReply> {
    return { progress: await this.progressOf.of(path.personId) };
  }

  /** What learners of a place said was not theirs, for a mentor to confirm. */
  @Handle(routes.disownedAttempts)
  disownedAttempts(@Query() query: DisownedQuery, @CallerOf() caller: Caller): Promise<DisownedAttempt[]> {
    caller.mustBeAllowed('attempt.move', { place: query.place });
    return this.moves.open(query.place);
  }

  /** The audit trail of attempts that were moved from or to a person. */
  @Handle(routes.attemptMoves)
  async attemptMoves(@Param() path: PersonPath): Promise<MovesReply> {
    return { moves: await this.moves.of(path.personId) };
  }

  /** Confirms whose an attempt was that a person disowned. */
  @Handle(routes.moveAttempt)
  moveAttempt(@Param() path: PersonPath, @Body() body: MoveAttemptRequest, @CallerOf() caller: Caller): Promise<MovedAttempt> {
    return this.confirming.confirm(path.personId.toLowerCase(), { disowned: body.disowned, to: body.to.toLowerCase() }, caller);
  }

  /** The studio's list of courses, with how many people have begun each. */
  @Handle(routes.courseOverview)
  async courseOverview(): Promise<CourseInOverview[]> {
    const [courses, learners] = await Promise.all([this.catalogues.overview(), this.progressOf.learnersByCourse()]);
    return courses.map((course) => ({ ...course, learners: learners.get(course.courseId) ?? 0 }));
  }
}
