import { AttemptMoves, LearningLog, MentorDeeds, type LoggedDeed, type LoggedMove, type LogLine } from '@sala/api/learning-log';
import { LOCKS } from '@sala/api/platform';
import { factsOf, joinFacts, NO_FACTS, type LessonFacts } from '@sala/domain/learning';
import { factsOfDeed } from '@sala/domain/mentoring';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

const BATCH = 2_000;
const PULSE_MS = 1_000;

/** Where a projection writes: its table, or a copy of it that is made for comparing. */
type Table = 'lesson_progress' | 'lesson_progress_again';

interface Entry {
  learnerId: string;
  courseId: string;
  lessonId: string;
  facts: LessonFacts;
  position: number;
}

/** What a comparison found: how many rows there are, and how many differ from those made again from nothing. */
export interface Compared {
  readonly rows: number;
  readonly different: number;
  readonly events: number;
}

/** A line that tells facts of one learner's lesson. */
type Telling = Exclude<LogLine, { move: unknown }>;
/** What a line tells, and of which lesson. */
type Told = Pick<Entry, 'learnerId' | 'courseId' | 'lessonId'> & { facts: Partial<LessonFacts> };

function toldBy(line: Telling): Told | undefined {
  if ('deed' in line) return toldByDeed(line.deed);
  const { learnerId, courseId, body, kind } = line.event;
  return kind === 'attempt.disowned' ? undefined : { learnerId, courseId, lessonId: body.lessonId, facts: factsOf(line.event) };
}

/** A visit or an assigned course tells nothing of a lesson; nor does a word or a mark without a fact, so that it begins no lesson. */
function toldByDeed({ learnerId, kind, body }: LoggedDeed): Told | undefined {
  const facts = factsOfDeed({ kind, body });
  if (!('lessonId' in body) || Object.keys(facts).length === 0) return undefined;
  return { learnerId, courseId: body.courseId.toLowerCase(), lessonId: body.lessonId, facts };
}

function fold(lines: readonly Telling[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of lines) {
    const told = toldBy(line);
    if (!told) continue;
    const key = `${told.learnerId} ${told.courseId} ${told.lessonId}`;
    const facts = joinFacts(entries.get(key)?.facts ?? NO_FACTS, told.facts);
    entries.set(key, { ...told, facts, position: line.position });
  }
  return entries;
}

/** Keeps `lesson_progress` in step with the log: batch by batch, in the order of positions, one process at a time. */
@Injectable()
export class ProgressProjection implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ProgressProjection.name);
  private pulse: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly database: DataSource,
    private readonly log: LearningLog,
    private readonly moves: AttemptMoves,
    private readonly deeds: MentorDeeds,
  ) {}

  /** Begins to look for new events each second, whoever of the copies of the API took them. */
  start(): void {
    this.pulse ??= setInterval(() => this.wake(), PULSE_MS);
  }

  /** Says that there may be new events. */
  wake(): void {
    this.catchUp().catch((error: unknown) => this.logger.error(error instanceof Error ? error.name : 'projection failed'));
  }

  /** Reads the log to its end; calls made meanwhile share the next run. */
  async catchUp(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.runToEnd().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Makes all progress again from nothing. */
  async rebuild(): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.progress]);
      await tx.query('truncate lesson_progress');
      const { position, events } = await this.project(tx, 'lesson_progress', 0, Infinity);
      await tx.query(`update projection set position = $1 where name = 'progress'`, [position]);
      return events;
    });
  }

  /** Makes all progress again beside what there is, and compares. */
  async verify(): Promise<Compared> {
    await this.catchUp();
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.progress]);
      await tx.query('create temporary table lesson_progress_again (like lesson_progress including indexes) on commit drop');
      const { events } = await this.project(tx, 'lesson_progress_again', 0, await this.position(tx));
      const [counts] = await tx.query<{ rows: number; different: number }[]>(`
        select count(*)::int as rows, count(*) filter (where a is null or p is null or (a.facts, a.position) is distinct from (p.facts, p.position))::int as different
        from lesson_progress p full join lesson_progress_again a using (learner_id, course_id, lesson_id)`);
      return { rows: counts?.rows ?? 0, different: counts?.different ?? 0, events };
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.pulse);
    await this.running?.catch(() => undefined);
  }

  private async runToEnd(): Promise<void> {
    do {
      this.again = false;
      while (await this.step());
    } while (this.again);
  }

  private step(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.progress]);
      const lines = await this.log.after(tx, await this.position(tx), BATCH);
      const last = lines.at(-1);
      if (!last) return false;
      await this.apply(tx, 'lesson_progress', lines);
      await tx.query(`update projection set position = $1 where name = 'progress'`, [last.position]);
      return lines.length === BATCH;
    });
  }

  private async project(tx: EntityManager, table: Table, from: number, to: number): Promise<{ position: number; events: number }> {
    let position = from;
    let count = 0;
    for (;;) {
      const batch = (await this.log.after(tx, position, BATCH)).filter((one) => one.position <= to);
      const last = batch.at(-1);
      if (!last) return { position, events: count };
      await this.apply(tx, table, batch);
      position = last.position;
      count += batch.length;
    }
  }

  /** Takes lines of the log in their order: what stands before a move is written before it. */
  private async apply(tx: EntityManager, table: Table, lines: readonly LogLine[]): Promise<void> {
    let telling: Telling[] = [];
    for (const line of lines) {
      if ('move' in line) {
        await this.applyTold(tx, table, telling);
        telling = [];
        await this.applyMove(tx, table, line.move, line.position);
      } else telling.push(line);
    }
    await this.applyTold(tx, table, telling);
  }

  /** Facts only grow, so the lesson of both learners is told anew from the events that are theirs now, and from what mentors did for them. */
  private async applyMove(tx: EntityManager, table: Table, { from, to, courseId, lessonId }: LoggedMove, position: number): Promise<void> {
    for (const learnerId of [from, to]) {
      const lesson = { learnerId, courseId, lessonId };
      const owned = await this.moves.owned(tx, { ...lesson, position });
      const done = (await this.deeds.ofLesson(tx, { ...lesson, position })).flatMap((deed) => toldByDeed(deed) ?? []);
      const facts = [...owned.map((event) => factsOf(event)), ...done.map((told) => told.facts)].reduce<LessonFacts>(joinFacts, NO_FACTS);
      await tx.query(`delete from ${table} where learner_id = $1 and course_id = $2 and lesson_id = $3`, [learnerId, courseId, lessonId]);
      if (owned.length + done.length > 0) await this.write(tx, table, [{ ...lesson, facts, position }]);
    }
  }

  private async applyTold(tx: EntityManager, table: Table, lines: readonly Telling[]): Promise<void> {
    const entries = fold(lines);
    const keys = [...entries.values()];
    const columns = [keys.map((one) => one.learnerId), keys.map((one) => one.courseId), keys.map((one) => one.lessonId)];
    const before = await tx.query<Entry[]>(
      `select p.learner_id as "learnerId", p.course_id as "courseId", p.lesson_id as "lessonId", p.facts from ${table} p
       join unnest($1::uuid[], $2::uuid[], $3::text[]) k (learner_id, course_id, lesson_id) using (learner_id, course_id, lesson_id)`,
      columns,
    );
    for (const known of before) {
      const entry = entries.get(`${known.learnerId} ${known.courseId} ${known.lessonId}`);
      if (entry) entry.facts = joinFacts(known.facts, entry.facts);
    }
    await this.write(tx, table, keys);
  }

  private async write(tx: EntityManager, table: Table, entries: readonly Entry[]): Promise<void> {
    const column = <K extends keyof Entry>(name: K): Entry[K][] => entries.map((one) => one[name]);
    await tx.query(
      `insert into ${table} (learner_id, course_id, lesson_id, facts, position)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::bigint[])
       on conflict (learner_id, course_id, lesson_id) do update set facts = excluded.facts, position = excluded.position`,
      [
        column('learnerId'),
        column('courseId'),
        column('lessonId'),
        column('facts').map((facts) => JSON.stringify(facts)),
        column('position'),
      ],
    );
  }

  private async position(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ position: number }[]>(`select position::float8 as position from projection where name = 'progress'`);
    return row?.position ?? 0;
  }
}
