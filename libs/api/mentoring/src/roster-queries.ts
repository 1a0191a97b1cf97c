import { isStuck, MARKED_KINDS, STUCK_AFTER, UNGRADED_KINDS, type Tries } from '@sala/domain/mentoring';

/** When each learner was last seen, and how their phones are; `$1` are learners. */
export const CONTACTS = `
  select l.id as "personId",
    greatest((select max(least(e.corrected_at, e.received_at)) from learning_event e where e.learner_id = l.id), max(g.granted_at)) as "lastSeen",
    max(c.seen_at) as "lastContact", max(c.full_since) as "fullSince",
    (select min(h.valid_from) from role_held h where h.person_id = l.id and h.role = 'learner') as since
  from unnest($1::uuid[]) l (id) left join device_learner g on g.person_id = l.id left join device_contact c on c.device_id = g.device_id
  group by l.id`;

/** The facts of each learner's lessons. */
export const LESSONS = `
  select p.learner_id as "personId", p.course_id as "courseId", p.lesson_id as "lessonId", p.facts
  from lesson_progress p where p.learner_id = any($1) order by p.learner_id, p.course_id, p.lesson_id`;

const IS_OF = (kinds: readonly string[]): string => `e.body->'response'->>'kind' in (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
const IS_OWN = `not exists (select 1 from moved_event v where v.learner_id = e.learner_id and v.event_id = e.id)`;
const SCORE = `coalesce(e.server_score, (e.body->>'score')::float8)`;

/** Questions that were answered wrong often and never right, and steps of practices that never went well; the rule is \`isStuck\` of the domain. */
export const TRIES = `
  select e.learner_id as "personId", e.course_id as "courseId", e.body->>'lessonId' as "lessonId", e.body->>'questionId' as "questionId",
    null as "practiceId", null as step, count(*) filter (where ${SCORE} < 1)::int as wrong, bool_or(${SCORE} = 1) as "right",
    extract(epoch from max(e.corrected_at)) * 1000 as "lastAt"
  from learning_event e
  where e.learner_id = any($1) and e.kind = 'question.answered' and not ${IS_OF(UNGRADED_KINDS)} and ${IS_OWN}
  group by 1, 2, 3, 4 having not bool_or(${SCORE} = 1) and count(*) filter (where ${SCORE} < 1) >= ${STUCK_AFTER}
  union all
  select e.learner_id, e.course_id, e.body->>'lessonId', null, e.body->>'practiceId', s->>'task',
    min(jsonb_array_length(s->'wrong') + (s->>'hints')::int)::int, min(jsonb_array_length(s->'wrong') + (s->>'hints')::int) = 0,
    extract(epoch from max(e.corrected_at)) * 1000
  from learning_event e cross join jsonb_array_elements(e.body->'steps') s
  where e.learner_id = any($1) and e.kind = 'practice.done' and e.body->>'mode' <> 'watch' and ${IS_OWN}
  group by 1, 2, 3, 5, 6 having min(jsonb_array_length(s->'wrong') + (s->>'hints')::int) >= ${STUCK_AFTER}`;

/** A row of `TRIES`. */
export type TriesRow = Omit<Tries, 'questionId' | 'practiceId' | 'step'> & {
  personId: string;
  questionId: string | null;
  practiceId: string | null;
  step: string | null;
};

/** The tries of a row, when somebody is stuck there. */
export function stuckAt({ personId: _, questionId, practiceId, step, ...row }: TriesRow): Tries[] {
  const place = { ...(questionId !== null && { questionId }), ...(practiceId !== null && { practiceId }), ...(step !== null && { step }) };
  const tries: Tries = { ...row, lastAt: Math.round(row.lastAt), ...place };
  return isStuck(tries) ? [tries] : [];
}

/** The columns of a request for help, where the event is `e`. */
export const ASKED_HELP = `
  e.id, e.course_id as "courseId", e.version, e.body, e.corrected_at as "askedAt",
  exists (select 1 from recording r where r.person_id = e.learner_id and r.id = (e.body->>'voice')::uuid and r.content is not null) as "isHeard"`;
/** That no mentor answered the request of the event `e`. */
export const IS_UNANSWERED = `e.kind = 'help.asked' and not exists (
    select 1 from mentor_deed d where d.learner_id = e.learner_id and d.kind = 'help.answered' and d.body->>'asked' = e.id::text)`;

/** Requests that wait for an answer, the oldest first. */
export const ASKED = `
  select e.learner_id as "personId", ${ASKED_HELP} from learning_event e
  where e.learner_id = any($1) and ${IS_UNANSWERED} order by e.position limit 500`;

/** The last answer to each question that a person has to look at: voices and photos, and written answers that were never right. */
export const TO_MARK = `
  select * from (
    select distinct on (e.learner_id, e.course_id, e.body->>'lessonId', e.body->>'questionId')
      e.learner_id as "personId", e.id, e.course_id as "courseId", e.version, e.body, e.corrected_at as "answeredAt", e.position, ${SCORE} as score,
      exists (select 1 from recording r where r.person_id = e.learner_id and r.id = (e.body->'response'->>'kept')::uuid and r.content is not null) as "isHere"
    from learning_event e
    where e.learner_id = any($1) and e.kind = 'question.answered' and ${IS_OF(MARKED_KINDS)} and ${IS_OWN}
    order by e.learner_id, e.course_id, e.body->>'lessonId', e.body->>'questionId', ${SCORE} desc, e.position desc
  ) a
  where a.score < 1 and not exists (
    select 1 from mentor_deed d where d.learner_id = a."personId" and d.kind = 'answer.marked' and d.body->>'answer' = a.id::text)
  order by a.position limit 500`;

/** The last visits of each learner, the newest first. */
export const VISITS = `
  select * from (
    select d.learner_id as "personId", d.done_at as at, d.body, d.mentor_id as "mentorId",
      row_number() over (partition by d.learner_id order by d.position desc) as n
    from mentor_deed d where d.learner_id = any($1) and d.kind = 'visit.noted'
  ) v where v.n <= 3 order by v.n`;

/** Courses that mentors assigned. */
export const ASSIGNED = `
  select distinct d.learner_id as "personId", d.body->>'courseId' as "courseId"
  from mentor_deed d where d.learner_id = any($1) and d.kind = 'course.assigned' order by 1, 2`;
