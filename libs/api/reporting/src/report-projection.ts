import { AttemptMoves, LearningLog, type LoggedMove, type LogLine } from '@sala/api/learning-log';
import { Versions } from '@sala/api/library';
import { LOCKS } from '@sala/api/platform';
import { ProgressProjection } from '@sala/api/progress';
import type { CourseFacts, LessonFacts } from '@sala/domain/learning';
import { courseStanding, joinTrying, tryingOf, type CourseToReport } from '@sala/domain/reporting';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addTries, AGAIN, putStandings, TABLES, type InCourse, type OwnTrying, type Tables } from './report-tables.js';

const BATCH = 2_000;
const PULSE_MS = 2_000;

/** What a comparison found: how many rows there are, and how many differ from those made again from nothing. */
export interface Compared {
  readonly rows: number;
  readonly different: number;
  readonly events: number;
}

/** The newest version of each course, as reports count it. */
type Courses = ReadonlyMap<string, CourseToReport & { readonly version: number }>;
const WITHDRAWN = { version: 0, lessons: [], quizzes: [] };

/** Keeps what reports count in step with the log, behind the progress that it counts, and with the newest versions of courses. */
@Injectable()
export class ReportProjection implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ReportProjection.name);
  private pulse: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly log: LearningLog,
    private readonly moves: AttemptMoves,
    private readonly versions: Versions,
    private readonly progress: ProgressProjection,
  ) {}

  /** Begins to look for what is new every other second. */
  start(): void {
    const look = (): void =>
      void this.catchUp().catch((error: unknown) => this.logger.error(error instanceof Error ? error.name : 'projection failed'));
    this.pulse ??= setInterval(look, PULSE_MS);
  }

  /** Reads the log to its end; calls made meanwhile share the run. */
  catchUp(): Promise<void> {
    this.running ??= this.runToEnd().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Makes everything again from nothing. */
  async rebuild(): Promise<number> {
    await this.progress.catchUp();
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.report]);
      await tx.query('truncate learner_course, learner_try');
      const { position, events } = await this.project(tx, TABLES, await this.positionOf(tx, 'progress'));
      await this.moveTo(tx, position);
      return events;
    });
  }

  /** Makes everything again beside what there is, and compares. */
  async verify(): Promise<Compared> {
    await this.catchUp();
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.report]);
      await tx.query('create temporary table again_course (like learner_course including indexes) on commit drop');
      await tx.query('create temporary table again_try (like learner_try including indexes) on commit drop');
      const { events } = await this.project(tx, AGAIN, await this.positionOf(tx, 'report'));
      const [counts] = await tx.query<{ rows: number; different: number }[]>(`
        select count(*)::int as rows, count(*) filter (where a is distinct from b)::int as different from (
          select c as a, d as b from learner_course c full join again_course d using (learner_id, course_id)
        ) x`);
      const [tries] = await tx.query<{ rows: number; different: number }[]>(`
        select count(*)::int as rows, count(*) filter (where a is distinct from b)::int as different from (
          select c as a, d as b from learner_try c full join again_try d using (learner_id, course_id, lesson_id, item, step)
        ) x`);
      return { rows: (counts?.rows ?? 0) + (tries?.rows ?? 0), different: (counts?.different ?? 0) + (tries?.different ?? 0), events };
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.pulse);
    await this.running?.catch(() => undefined);
  }

  private async runToEnd(): Promise<void> {
    await this.progress.catchUp();
    while (await this.step());
  }

  /** Takes the next lines, or when there are none some standings that count an older version. Gives whether there may be more. */
  private step(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.report]);
      const courses = await this.courses();
      const lines = await this.linesAfter(tx, await this.positionOf(tx, 'report'), await this.positionOf(tx, 'progress'));
      const last = lines.at(-1);
      if (!last) return this.renew(tx, courses);
      await this.apply(tx, TABLES, lines, courses);
      await this.moveTo(tx, last.position);
      return true;
    });
  }

  private async project(tx: EntityManager, tables: Tables, to: number): Promise<{ position: number; events: number }> {
    const courses = await this.courses();
    let position = 0;
    let events = 0;
    for (;;) {
      const lines = await this.linesAfter(tx, position, to);
      const last = lines.at(-1);
      if (!last) return { position, events };
      await this.apply(tx, tables, lines, courses);
      position = last.position;
      events += lines.length;
    }
  }

  private async linesAfter(tx: EntityManager, position: number, to: number): Promise<LogLine[]> {
    return position >= to ? [] : (await this.log.after(tx, position, BATCH)).filter((line) => line.position <= to);
  }

  private async apply(tx: EntityManager, tables: Tables, lines: readonly LogLine[], courses: Courses): Promise<void> {
    const touched = new Map<string, InCourse>();
    let tries = new Map<string, OwnTrying>();
    for (const line of lines) {
      for (const one of concerned(line)) touched.set(`${one.learnerId} ${one.courseId}`, one);
      if ('event' in line) take(tries, line.event.learnerId, line.event.courseId, tryingOf(line.event));
      if (!('move' in line)) continue;
      await addTries(tx, tables, [...tries.values()]);
      tries = new Map();
      await this.moved(tx, tables, line.move, line.position);
    }
    await addTries(tx, tables, [...tries.values()]);
    await this.stand(tx, tables, [...touched.values()], courses);
  }

  /** Tries only add up, so those of both learners in the lesson are counted anew from the events that are theirs now. */
  private async moved(
    tx: EntityManager,
    { tries, courses }: Tables,
    { from, to, courseId, lessonId }: LoggedMove,
    position: number,
  ): Promise<void> {
    for (const learnerId of [from, to]) {
      await tx.query(`delete from ${tries} where learner_id = $1 and course_id = $2 and lesson_id = $3`, [learnerId, courseId, lessonId]);
      const own = new Map<string, OwnTrying>();
      for (const event of await this.moves.owned(tx, { learnerId, courseId, lessonId, position }))
        take(own, learnerId, courseId, tryingOf(event));
      await addTries(tx, { tries, courses } as Tables, [...own.values()]);
    }
  }

  /** Counts the standings of learners in courses from their progress as it is. */
  private async stand(tx: EntityManager, tables: Tables, all: readonly InCourse[], courses: Courses): Promise<void> {
    const rows = await tx.query<(InCourse & { lessonId: string; facts: LessonFacts })[]>(
      `select p.learner_id as "learnerId", p.course_id as "courseId", p.lesson_id as "lessonId", p.facts from lesson_progress p
       join unnest($1::uuid[], $2::uuid[]) k (learner_id, course_id) using (learner_id, course_id)`,
      [all.map((one) => one.learnerId), all.map((one) => one.courseId)],
    );
    const known = new Map<string, CourseFacts>();
    for (const { learnerId, courseId, lessonId, facts } of rows) {
      const key = `${learnerId} ${courseId}`;
      known.set(key, { ...known.get(key), [lessonId]: facts });
    }
    // Somebody whose only attempt was another's has no progress any more, and stands nowhere.
    const gone = all.filter(({ learnerId, courseId }) => !known.has(`${learnerId} ${courseId}`));
    await tx.query(
      `delete from ${tables.courses} c using unnest($1::uuid[], $2::uuid[]) k (learner_id, course_id) where c.learner_id = k.learner_id and c.course_id = k.course_id`,
      [gone.map((one) => one.learnerId), gone.map((one) => one.courseId)],
    );
    const standings = all.flatMap(({ learnerId, courseId }) => {
      const facts = known.get(`${learnerId} ${courseId}`);
      const course = courses.get(courseId) ?? WITHDRAWN;
      return facts ? [{ learnerId, courseId, version: course.version, ...courseStanding(facts, course) }] : [];
    });
    await putStandings(tx, tables, standings);
  }

  /** Counts standings anew that were counted by another version than the newest. */
  private async renew(tx: EntityManager, courses: Courses): Promise<boolean> {
    const newest = [...courses].map(([courseId, { version }]) => ({ courseId, version }));
    const old = await tx.query<InCourse[]>(
      `select c.learner_id as "learnerId", c.course_id as "courseId" from learner_course c
       left join unnest($1::uuid[], $2::int[]) n (course_id, version) using (course_id)
       where c.version <> coalesce(n.version, 0) limit ${BATCH}`,
      [newest.map((one) => one.courseId), newest.map((one) => one.version)],
    );
    if (old.length === 0) return false;
    await this.stand(tx, TABLES, old, courses);
    return true;
  }

  private async courses(): Promise<Courses> {
    const manifests = await this.versions.newest();
    return new Map(
      manifests.map(({ courseId, version, lessons, quizzes = [] }) => [
        courseId,
        {
          version,
          lessons: lessons.map(({ id, tests = [] }) => ({ id, tests })),
          quizzes: quizzes.map(({ id, purpose, skips = [] }) => ({ id, purpose, skips })),
        },
      ]),
    );
  }

  private async positionOf(tx: EntityManager, name: 'progress' | 'report'): Promise<number> {
    const [row] = await tx.query<{ position: number }[]>('select position::float8 as position from projection where name = $1', [name]);
    return row?.position ?? 0;
  }

  private moveTo(tx: EntityManager, position: number): Promise<unknown> {
    return tx.query(`update projection set position = $1 where name = 'report'`, [position]);
  }
}

/** Whose standing a line may change. */
function concerned(line: LogLine): InCourse[] {
  if ('move' in line) return [line.move.from, line.move.to].map((learnerId) => ({ learnerId, courseId: line.move.courseId }));
  if ('event' in line) return [{ learnerId: line.event.learnerId, courseId: line.event.courseId }];
  const { learnerId, body } = line.deed;
  return 'courseId' in body && body.courseId ? [{ learnerId, courseId: body.courseId.toLowerCase() }] : [];
}

function take(tries: Map<string, OwnTrying>, learnerId: string, courseId: string, all: ReturnType<typeof tryingOf>): void {
  for (const one of all) {
    const key = [learnerId, courseId, one.lessonId, one.item, one.step].join(' ');
    const before = tries.get(key);
    tries.set(key, { learnerId, courseId, ...(before ? joinTrying(before, one) : one) });
  }
}
