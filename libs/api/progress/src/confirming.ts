import { AttemptMoves } from '@sala/api/learning-log';
import { Doorkeeper, Problem, type Caller } from '@sala/api/platform';
import type { MoveAttemptRequest, MovedAttempt } from '@sala/contract/dto';
import { NATION, type Subject } from '@sala/domain/access';
import { Injectable, Logger } from '@nestjs/common';
import { ProgressProjection } from './progress-projection.js';

/** A mentor's word on an attempt that its learner disowned. */
@Injectable()
export class Confirming {
  private readonly logger = new Logger(Confirming.name);

  constructor(
    private readonly moves: AttemptMoves,
    private readonly projection: ProgressProjection,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  /** Moves the attempt, by somebody who is responsible for all whom it concerns and is none of them; then both are told of it. */
  async confirm(learnerId: string, { disowned, to }: MoveAttemptRequest, caller: Caller): Promise<MovedAttempt> {
    const from = await this.moves.ownerOf(learnerId, disowned);
    if (from === undefined) throw new Problem('not-found');
    const concerned = [...new Set([learnerId, from, to])];
    const subjects = await Promise.all(concerned.map((personId) => this.placesOf(personId)));
    const confirmedBy = caller.whoMay('attempt.move', subjects.flat(), concerned);
    if (confirmedBy === undefined) throw caller.refusal();
    if (from === to) throw new Problem('already-there');
    const move = await this.moves.move({ learnerId, disowned, from, to, confirmedBy });
    this.logger.log(`an attempt was moved: ${move.events.length} events`);
    await this.projection.catchUp();
    return move;
  }

  /** Every place of a person: nobody gets power over somebody's larger role by a smaller one. */
  private async placesOf(personId: string): Promise<Subject[]> {
    const places = await this.doorkeeper.placesOf(personId);
    return (places.length === 0 ? [NATION] : places).map((place) => ({ personId, place }));
  }
}
