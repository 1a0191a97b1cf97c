// For the bench `place-report`: a country of learners and what they did, made by the database itself from a seed, the same each time.
import type pg from 'pg';

const SEED = 20_261_127;
/** Events of each learner, in sittings that reach the server one after the other. */
const SITTINGS = 5;
const A_SITTING = 10;

/** A number from 0 up to but without `below`, always the same for the same words. */
const chance = (below: number, ...of: string[]): string =>
  `(abs(hashtextextended(concat_ws(':', ${of.join(', ')}), ${SEED})) % ${below})::int`;

// Eight districts a province, eight communes a district: as many communes as Cambodia has.
const PLACES = `
  insert into place (code, parent_code, level, khmer, latin, unit, search_key)
  select p.code || d, p.code, 'district', 'ស្រុក' || p.code || d, 'District ' || p.code || d, 'ស្រុក', 'district ' || p.code || d
  from place p, (select lpad(n::text, 2, '0') as d from generate_series(11, 18) n) x where p.level = 'province';
  insert into place (code, parent_code, level, khmer, latin, unit, search_key)
  select p.code || c, p.code, 'commune', 'ឃុំ' || p.code || c, 'Commune ' || p.code || c, 'ឃុំ', 'commune ' || p.code || c
  from place p, (select lpad(n::text, 2, '0') as c from generate_series(11, 18) n) x where p.level = 'district' and substr(p.code, 3) between '11' and '18'`;

const people = (count: number): string => `
  create temporary table made as
    select n, md5('learner ${SEED} ' || n)::uuid as id, c.code from generate_series(1, ${count}) n
    join (select code, row_number() over (order by code) - 1 as at, count(*) over () as all_of from place where level = 'commune' and substr(code, 3, 2) between '11' and '18') c
      on c.at = ${chance(1_000_000, 'n')} % c.all_of;
  insert into person (id, family_name, given_name, family_name_latin, given_name_latin, search_key)
    select id, 'សុខ', 'ទី ' || n, '', '', 'សុខទី ' || n from made;
  insert into role_held (person_id, role, place_code, valid_from) select id, 'learner', code, now() - interval '1 day' from made;
  insert into device (id) select md5('device ${SEED} ' || n)::uuid from made;
  insert into device_learner (device_id, person_id) select md5('device ${SEED} ' || n)::uuid, id from made where ${chance(10, 'n', `'device'`)} < 7;
  insert into card (id, person_id, mark) select md5('card ${SEED} ' || n)::uuid, id, decode(md5('mark ${SEED} ' || n), 'hex') from made where ${chance(10, 'n', `'card'`)} < 9`;

const WITHOUT_KEYS = `
  alter table learning_event drop constraint learning_event_pkey, drop constraint learning_event_sequence;
  drop index learning_event_position`;
const WITH_KEYS = `
  alter table learning_event add primary key (learner_id, id), add constraint learning_event_sequence unique (learner_id, device_id, sequence);
  create index learning_event_position on learning_event (position)`;

// In each sitting a lesson is opened, cards are seen, questions answered and a practice tried, and mostly it is completed.
const KIND = `case i when 1 then 'lesson.opened' when 5 then 'question.answered' when 7 then 'question.answered' when 8 then 'practice.done'
  when 10 then case when ${chance(10, 'n', 's')} < 7 then 'lesson.completed' else 'card.seen' end else 'card.seen' end`;
const AID = `case ${chance(4, 'n', 's', `'aid'`)} when 0 then 'helped' else 'alone' end`;
const BODY = `case kind
  when 'lesson.opened' then jsonb_build_object('lessonId', lesson)
  when 'card.seen' then jsonb_build_object('lessonId', lesson, 'cardId', 'card-' || i)
  when 'question.answered' then jsonb_build_object('lessonId', lesson, 'questionId', 'question-' || i, 'response',
    '{"kind":"single-choice","chosen":"a"}'::jsonb, 'score', ${chance(2, 'n', 's', 'i')}, 'aid', ${AID})
  when 'practice.done' then jsonb_build_object('lessonId', lesson, 'practiceId', 'practice', 'mode', 'try', 'passed', true, 'aid', ${AID}, 'steps',
    jsonb_build_array(jsonb_build_object('task', 'first', 'done', true, 'wrong', '[]'::jsonb, 'hints', ${chance(4, 'n', 's', `'hints'`)}, 'seconds', 9)))
  else jsonb_build_object('lessonId', lesson, 'aid', ${AID}) end`;

const EVENTS = `
  insert into learning_event (learner_id, id, position, device_id, sequence, course_id, version, kind, body, occurred_at, corrected_at)
  with course as (select course_id, number, (manifest->'lessons')::jsonb as lessons, row_number() over (order by course_id) - 1 as at, count(*) over () as all_of from course_version),
    sitting as (
      select m.n, m.id, s, c.course_id, c.number, c.lessons->(s % jsonb_array_length(c.lessons))->>'id' as lesson
      from made m cross join generate_series(0, ${SITTINGS - 1}) s join course c on c.at = ${chance(1_000_000, 'm.n', `'course'`)} % c.all_of),
    event as (select t.*, i, ${KIND} as kind from sitting t cross join generate_series(1, ${A_SITTING}) i)
  select id, md5(concat_ws(' ', 'event', n, s, i))::uuid, (s * (select count(*) from made) + n - 1) * ${A_SITTING} + i, md5('device ${SEED} ' || n)::uuid,
    s * ${A_SITTING} + i, course_id, number, kind, ${BODY}, now() - make_interval(days => ${SITTINGS} - s), now() - make_interval(days => ${SITTINGS} - s)
  from event order by s, n, i;
  select setval('learning_event_position_seq', (select max(position) from learning_event))`;

/** Fills a database with so many learners and fifty events of each. Nobody sees any of it before all is there. */
export async function makeLearners(client: pg.Client, count: number): Promise<number> {
  await client.query('begin');
  for (const part of [PLACES, people(count), WITHOUT_KEYS, EVENTS, WITH_KEYS, 'commit']) await client.query(part);
  await client.query('analyze');
  return count * SITTINGS * A_SITTING;
}
