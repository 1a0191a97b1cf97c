import type { CourseStanding, Trying } from '@sala/domain/reporting';
import type { EntityManager } from 'typeorm';

/** Where a projection writes: its tables, or copies of them that are made for comparing. */
export type Tables =
  { readonly courses: 'learner_course'; readonly tries: 'learner_try' } | { readonly courses: 'again_course'; readonly tries: 'again_try' };
/** The tables that reports read. */
export const TABLES: Tables = { courses: 'learner_course', tries: 'learner_try' };
/** Copies of them, as long as a comparison lasts. */
export const AGAIN: Tables = { courses: 'again_course', tries: 'again_try' };

/** A learner in a course. */
export interface InCourse {
  readonly learnerId: string;
  readonly courseId: string;
}

/** Tries of a learner in a course. */
export type OwnTrying = Trying & InCourse;
/** A standing of a learner, by the version that was counted. */
export type OwnStanding = CourseStanding & InCourse & { readonly version: number };

/** Adds tries to what is known of them. */
export async function addTries(tx: EntityManager, { tries }: Tables, all: readonly OwnTrying[]): Promise<void> {
  if (all.length === 0) return;
  await tx.query(
    `insert into ${tries} as t (learner_id, course_id, lesson_id, item, step, wrong, is_right)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::boolean[])
     on conflict (learner_id, course_id, lesson_id, item, step) do update set
       wrong = case excluded.step when '' then t.wrong + excluded.wrong else least(t.wrong, excluded.wrong) end,
       is_right = t.is_right or excluded.is_right`,
    [
      all.map((one) => one.learnerId),
      all.map((one) => one.courseId),
      all.map((one) => one.lessonId),
      all.map((one) => one.item),
      all.map((one) => one.step),
      all.map((one) => one.wrong),
      all.map((one) => one.right),
    ],
  );
}

/** Puts the standings of learners in courses in the place of the earlier ones. */
export async function putStandings(tx: EntityManager, { courses }: Tables, all: readonly OwnStanding[]): Promise<void> {
  if (all.length === 0) return;
  await tx.query(
    `insert into ${courses} (learner_id, course_id, version, done, alone, helped, in_group, mastered, signed_off, is_finished)
     select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::boolean[])
     on conflict (learner_id, course_id) do update set version = excluded.version, done = excluded.done, alone = excluded.alone,
       helped = excluded.helped, in_group = excluded.in_group, mastered = excluded.mastered, signed_off = excluded.signed_off,
       is_finished = excluded.is_finished`,
    [
      all.map((one) => one.learnerId),
      all.map((one) => one.courseId),
      all.map((one) => one.version),
      all.map((one) => one.done),
      all.map((one) => one.alone),
      all.map((one) => one.helped),
      all.map((one) => one.group),
      all.map((one) => one.mastered),
      all.map((one) => one.signedOff),
      all.map((one) => one.isFinished),
    ],
  );
}
