import { LOCKS } from '@sala/api/platform';
import { withoutWords, type Told } from '@sala/domain/learning';
import { deedWithoutWords, type Done } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A voice or photo that a line of the log names, and the learner whom it is about. */
export interface NamedRecording {
  readonly personId: string;
  readonly id: string;
}

type Line<T> = T & { learnerId: string; id: string };
interface Emptied {
  readonly learnerId: string;
  readonly id: string;
  readonly body: object;
  readonly recordings: readonly string[];
}

// Also what was recorded for others and turned out to be theirs.
const EVENTS = `
  select e.learner_id as "learnerId", e.id, e.kind, e.body from learning_event e
  where e.learner_id = $1 or (e.learner_id, e.id) in (select v.learner_id, v.event_id from moved_event v where v.to_learner_id = $1)`;
const DEEDS = `
  select d.learner_id as "learnerId", d.id, d.kind, d.body from mentor_deed d where d.learner_id = $1 or d.mentor_id = $1`;
const EMPTY = (table: string): string => `
  update ${table} t set body = u.body from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as u (learner_id, id, body)
  where t.learner_id = u.learner_id and t.id = u.id and t.body <> u.body`;

/** Takes words out of the log. It is the one change that a line may see, and the database allows it only for people who are forgotten. */
@Injectable()
export class ForgottenWords {
  /**
   * Takes out what somebody who is forgotten wrote or said, and what others wrote about them. Every line keeps its id, its position and what is counted
   * of it, so cursors, facts and reports stay as they are. Gives the voices and photos that were named.
   */
  async takeOut(tx: EntityManager, personId: string): Promise<NamedRecording[]> {
    // The lock of the log: what is being appended at this moment is here to be emptied, and what comes later finds the person forgotten.
    await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.ingest]);
    const events = await tx.query<Line<Told>[]>(EVENTS, [personId]);
    const deeds = await tx.query<Line<Done>[]>(DEEDS, [personId]);
    const named = await this.empty(
      tx,
      'learning_event',
      events.map((line) => ({ ...line, ...withoutWords(line) })),
    );
    const said = await this.empty(
      tx,
      'mentor_deed',
      deeds.map((line) => ({ ...line, ...deedWithoutWords(line) })),
    );
    return [...named, ...said];
  }

  private async empty(tx: EntityManager, table: string, lines: readonly Emptied[]): Promise<NamedRecording[]> {
    const bodies = lines.map(({ body }) => JSON.stringify(body));
    await tx.query(EMPTY(table), [lines.map((line) => line.learnerId), lines.map((line) => line.id), bodies]);
    return lines.flatMap(({ learnerId, recordings }) => recordings.map((id) => ({ personId: learnerId, id })));
  }
}
