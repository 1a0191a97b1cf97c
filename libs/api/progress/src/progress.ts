import { Prepared } from '@sala/api/platform';
import type { LearnerNews, LessonProgress, MentorWord } from '@sala/contract/dto';
import { TOLD_DEEDS } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProgressProjection } from './progress-projection.js';

/** How far somebody has read the news of a learner, and the position before which everything is to be known. */
export interface NewsRequest {
  readonly learnerId: string;
  readonly cursor: string;
  /** First and last position of events that the same request brought. */
  readonly own?: { first: number; last: number };
}

interface NewsRow {
  learnerId: string;
  known: number;
  epoch: string;
  isPending: boolean;
  /** The position of the last move from or to the learner, when the asker doesn't know of it. */
  movedAt: number | null;
  /** Ids of events that were recorded for the learner and are another's now. */
  moved: string[] | null;
  progress: (LessonProgress & { position: number })[];
  /** What mentors did for the learner since; missing on a server without mentors. */
  words?: (MentorWord & { position: number })[];
}

const OF_PERSON = `
  select course_id as "courseId", lesson_id as "lessonId", facts from lesson_progress where learner_id = $1 order by course_id, lesson_id`;

// Walks the end of the log by position; the learner's own part of it may be long.
const pendingFor = (learner: string, from: string, before: string): string => `(exists (
    select 1 from (select e.learner_id, e.position from learning_event e where e.position > ${from} order by e.position limit 100000) late
    where late.learner_id = ${learner} and late.position < ${before})
  or exists (select 1 from attempt_move m where ${learner} in (m.from_learner_id, m.to_learner_id) and m.position > ${from} and m.position < ${before})
  or exists (select 1 from mentor_deed d where d.learner_id = ${learner} and d.position > ${from} and d.position < ${before}))`;

/** A new phone is told the latest; older ones have done their work. */
const WORDS_AT_ONCE = 100;
const END_OF_LOG = '9223372036854775807';

const IS_PENDING = `select ${pendingFor('$1', 'p.position', END_OF_LOG)} as pending from projection p where p.name = 'progress'`;

// A cursor of another epoch was given by a server that has since been restored from a backup: it counts as none.
const NEWS = `
  with now as (select (select epoch from server_epoch order by began_at desc limit 1) as epoch, position from projection where name = 'progress'),
    asked as (
      select c.learner_id, case when c.epoch = now.epoch then c.position else 0 end as known, c.before, now.epoch, now.position as projected
      from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[]) as c (learner_id, epoch, position, before), now
    ),
    moving as (
      select a.*, (
        select max(m.position) from attempt_move m
        where a.learner_id in (m.from_learner_id, m.to_learner_id) and m.position > a.known and m.position <= a.projected
      ) as moved_at from asked a
    )
  select a.learner_id as "learnerId", a.known::float8 as known, a.epoch,
    ${pendingFor('a.learner_id', 'a.projected', 'a.before')} as "isPending", a.moved_at::float8 as "movedAt",
    case when a.moved_at is not null then (
      select json_agg(v.event_id) from (
        select distinct on (w.event_id) w.event_id, w.to_learner_id from moved_event w
        where w.learner_id = a.learner_id and w.position <= a.projected order by w.event_id, w.position desc
      ) v where v.to_learner_id <> a.learner_id
    ) end as moved,
    coalesce((
      select json_agg(json_build_object('courseId', l.course_id, 'lessonId', l.lesson_id, 'facts', l.facts, 'position', l.position) order by l.position)
      from lesson_progress l where l.learner_id = a.learner_id and (l.position > a.known or a.moved_at is not null)
    ), '[]') as progress, coalesce((
      select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'at', d.received_at, 'body', d.body, 'position', d.position, 'mentor',
        json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name,
          'familyNameLatin', p.family_name_latin, 'givenNameLatin', p.given_name_latin)) order by d.position)
      from (
        select * from mentor_deed o where o.learner_id = a.learner_id and o.position > a.known and o.position <= a.projected
          and o.kind in (${TOLD_DEEDS.map((kind) => `'${kind}'`).join(', ')})
        order by o.position desc limit ${WORDS_AT_ONCE}
      ) d join person p on p.id = d.mentor_id
    ), '[]') as words
  from moving a`;

function parse(cursor: string): { epoch: string; position: string } {
  const [, epoch = '', position = '0'] = /^([0-9a-f]{1,16})\.(\d{1,15})$/.exec(cursor) ?? [];
  return { epoch, position };
}

/** Progress of learners, and what of it is news to a phone. */
@Injectable()
export class Progress {
  constructor(
    private readonly database: DataSource,
    private readonly prepared: Prepared,
    private readonly projection: ProgressProjection,
  ) {}

  /** All progress of a person. */
  async of(personId: string): Promise<LessonProgress[]> {
    const [row] = await this.prepared.query<{ pending: boolean }>('pending', IS_PENDING, [personId]);
    if (row?.pending) await this.projection.catchUp();
    return this.prepared.query<LessonProgress>('progress', OF_PERSON, [personId]);
  }

  /** The news of learners since their cursors. What a request brought itself is no news to its sender. */
  async news(requests: readonly NewsRequest[]): Promise<LearnerNews[]> {
    if (requests.length === 0) return [];
    let rows = await this.read(requests);
    if (rows.some((row, i) => row.isPending && !requests[i]?.own)) {
      await this.projection.catchUp();
      rows = await this.read(requests);
    }
    return rows.flatMap((row) =>
      newsOf(
        row,
        requests.find((one) => one.learnerId === row.learnerId),
      ),
    );
  }

  /** How many people have begun each course. */
  async learnersByCourse(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ courseId: string; learners: number }[]>(
      'select course_id as "courseId", count(distinct learner_id)::int as learners from lesson_progress group by course_id',
    );
    return new Map(rows.map((row) => [row.courseId, row.learners]));
  }

  private read(requests: readonly NewsRequest[]): Promise<NewsRow[]> {
    const cursors = requests.map((one) => parse(one.cursor));
    return this.prepared.query<NewsRow>('news', NEWS, [
      requests.map((one) => one.learnerId),
      cursors.map((cursor) => cursor.epoch),
      cursors.map((cursor) => cursor.position),
      requests.map((one) => one.own?.first ?? END_OF_LOG),
    ]);
  }
}

function newsOf(row: NewsRow, request: NewsRequest | undefined): LearnerNews[] {
  const progress = row.progress.map(({ courseId, lessonId, facts }) => ({ courseId, lessonId, facts }));
  const { movedAt = null, words: said = [] } = row;
  const words = said.map(({ position: _, ...word }) => word);
  const newest = Math.max(movedAt ?? 0, row.progress.at(-1)?.position ?? 0, said.at(-1)?.position ?? 0);
  const position = newest > 0 ? newest : row.isPending ? undefined : request?.own?.last;
  // A phone has to know the epoch of everything that is accepted, also where there is nothing to tell.
  const isNewEpoch = parse(request?.cursor ?? '').epoch !== row.epoch;
  if (position === undefined) return isNewEpoch ? [{ learnerId: row.learnerId, cursor: `${row.epoch}.0`, progress: [] }] : [];
  const startOver = movedAt === null ? {} : { startOver: { moved: row.moved ?? [] } };
  return [{ learnerId: row.learnerId, cursor: `${row.epoch}.${position}`, progress, ...startOver, ...(words.length > 0 && { words }) }];
}
