import { holds, within } from '@sala/api/people';
import type { CourseTally, PlaceTally } from '@sala/contract/dto';
import { STUCK_AFTER } from '@sala/domain/mentoring';
import { LEAST_SHOWN } from '@sala/domain/reporting';

/** At most so many places where people are stuck. */
export const STUCK_SHOWN = 15;

/**
 * The learners of a place, each once, with the place just below in which they learn, or the place itself. Who was forgotten still counts, without a
 * name, where they learnt when they were.
 */
const HERE = `here as materialized (
  select h.person_id as learner_id, min(case when h.place_code = $1 then $1 else left(h.place_code, $2::int) end) as part
  from role_held h join person p on p.id = h.person_id
  where h.role = 'learner' and ${within('h.place_code', '$1')}
    and (p.forgotten_at is null and ${holds('h')} or p.forgotten_at is not null and h.valid_to >= p.forgotten_at)
  group by h.person_id)`;

/** What is counted of each learner over all courses. */
const TOTALS = `standing as materialized (select c.* from here join learner_course c using (learner_id)),
  totals as (
  select c.learner_id, bool_or(c.done > 0) as completed, bool_or(c.is_finished) as finished, bool_or(c.alone > 0) as alone,
    bool_or(c.mastered > 0) as mastered, bool_or(c.helped > 0) as helped, bool_or(c.in_group > 0) as in_group, bool_or(c.signed_off > 0) as signed_off
  from standing c group by c.learner_id)`;

/** Counts of people, by the part of the place and in all (a null part). */
const PARTS = `
  select here.part, count(*)::int as people,
    count(k.person_id)::int as "withCard",
    count(d.person_id)::int as connected,
    count(t.learner_id)::int as began,
    count(*) filter (where t.completed)::int as completed,
    count(*) filter (where t.finished)::int as finished,
    count(*) filter (where t.alone)::int as alone,
    count(*) filter (where t.mastered)::int as mastered,
    count(*) filter (where t.helped and not t.alone)::int as helped,
    count(*) filter (where t.in_group and not t.alone and not t.helped)::int as "inGroup",
    count(*) filter (where t.signed_off)::int as "signedOff"
  from here left join totals t using (learner_id)
    left join card k on k.person_id = here.learner_id and k.revoked_at is null
    left join (select distinct person_id from device_learner where person_id in (select learner_id from here)) d on d.person_id = here.learner_id
  group by grouping sets ((here.part), ())`;

/** A part of the place with its counts; all of it together has no part. */
export type PartRow = PlaceTally & { part: string | null };

/** Counts of people by course. */
const COURSES = `
  select c.course_id as "courseId", count(*)::int as began, count(*) filter (where c.is_finished)::int as finished,
    count(*) filter (where c.alone > 0)::int as alone, count(*) filter (where c.mastered > 0)::int as mastered,
    count(*) filter (where c.helped > 0 and c.alone = 0)::int as helped,
    count(*) filter (where c.in_group > 0 and c.alone = 0 and c.helped = 0)::int as "inGroup",
    count(*) filter (where c.signed_off > 0)::int as "signedOff", sum(c.done)::int as "lessonsDone"
  from standing c group by c.course_id`;

/** A course with its counts. */
export type CourseRow = CourseTally & { courseId: string };

const COUNTED = `counted as (
    select t.course_id, t.lesson_id, t.item, t.step, count(*)::int as people
    from here join learner_try t using (learner_id) where not t.is_right and t.wrong >= ${STUCK_AFTER}
    group by t.course_id, t.lesson_id, t.item, t.step)`;

/** Where how many people are stuck, most first, and at how many more places too few to be shown. */
const STUCK = `
  select course_id as "courseId", lesson_id as "lessonId", item, step, people,
    (select count(*)::int from counted where people < ${LEAST_SHOWN}) as hidden
  from counted order by people >= ${LEAST_SHOWN} desc, people desc, course_id, lesson_id, item, step limit ${STUCK_SHOWN}`;

/** Where people are stuck. */
export interface StuckRow {
  courseId: string;
  lessonId: string;
  item: string;
  step: string;
  people: number;
  hidden: number;
}

/** All that is counted at a place, at one moment and going over its people once. */
export const COUNTS = `with ${HERE}, ${TOTALS}, ${COUNTED}
  select (select coalesce(json_agg(x), '[]') from (${PARTS}) x) as parts, (select coalesce(json_agg(x), '[]') from (${COURSES}) x) as courses,
    (select coalesce(json_agg(x), '[]') from (${STUCK}) x) as stuck`;

/** What `COUNTS` gives. */
export interface Counts {
  parts: PartRow[];
  courses: CourseRow[];
  stuck: StuckRow[];
}
