import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { demoSignIns } from '../test/demo.ts';
import { onDatabase } from '../test/database.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { startSala, type Sala } from './sala.ts';

const LEARNERS = Number(process.env['SALA_BENCH_LEARNERS'] ?? 100_000);
const EVENTS_EACH = 50;
const ROUNDS = 60;
const REPORTS: [what: string, place: string][] = [
  ['the nation', 'KH'],
  ['a province', '07'],
  ['a district', '0703'],
  ['a commune', '070305'],
];
const PATIENCE_MS = 60 * 60_000;

/** 25 provinces of 8 districts of 8 communes; the learners live evenly in them. Everything follows from numbers, so that each run has the same people. */
const PEOPLE = `
  insert into place (code, parent_code, level, khmer, latin, unit, search_key)
    select code, left(code, -2), case length(code) when 4 then 'district' else 'commune' end, code, code, 'ឃុំ', code from (
      select to_char(p, 'FM00') || to_char(d, 'FM00') || case c when 0 then '' else to_char(c, 'FM00') end as code
      from generate_series(1, 25) p, generate_series(1, 8) d, generate_series(0, 8) c
    ) codes on conflict do nothing;
  create table bench_learner as
    select n, ('5a1a0001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
      lpad((n % 25 + 1)::text, 2, '0') || lpad((n / 25 % 8 + 1)::text, 2, '0') || lpad((n / 200 % 8 + 1)::text, 2, '0') as place
    from generate_series(1, ${LEARNERS}) n;
  insert into person (id, family_name, given_name, family_name_latin, given_name_latin, search_key)
    select id, n::text, n::text, '', '', '' from bench_learner;
  insert into role_held (person_id, role, place_code) select id, 'learner', place from bench_learner;
  insert into card (id, person_id, mark) select gen_random_uuid(), id, sha256(id::text::bytea) from bench_learner where n % 10 <> 0`;

/** Each learner opens lessons one after the other, answers in them, and completes most: alone, helped or in a group. */
const EVENTS = `
  insert into learning_event (learner_id, id, position, device_id, sequence, course_id, version, kind, body, occurred_at, corrected_at)
  select l.id, ('5a1a0002-0000-7000-' || lpad(to_hex(k), 4, '0') || '-' || lpad(to_hex(l.n), 12, '0'))::uuid,
    nextval('learning_event_position_seq'), l.id, k, u.course_id, u.number,
    (array['lesson.opened', 'card.seen', 'question.answered', 'question.answered', 'lesson.completed'])[k % 5 + 1],
    jsonb_build_object('lessonId', u.lesson_id) || case k % 5
      when 1 then jsonb_build_object('cardId', 'why')
      when 4 then jsonb_build_object('aid', (array['alone', 'alone', 'helped', 'group'])[(l.n * 7 + k) % 4 + 1])
      when 0 then '{}'
      else jsonb_build_object('questionId', 'q' || (l.n + k / 5) % 2, 'score', (l.n * 31 + k * 17) % 10 / 9, 'aid', 'alone',
        'response', jsonb_build_object('kind', 'single-choice', 'chosen', 'a'))
    end, at, at
  from bench_learner l cross join generate_series(0, ${EVENTS_EACH - 1}) k
    join bench_unit u on u.n = (l.n + k / 5) % (select count(*) from bench_unit)
    cross join lateral (select timestamptz '2026-01-01' + (l.n % 300) * interval '1 day' + k * interval '1 minute' as at) t
  where k % 5 <> 4 or (l.n + k) % 3 > 0
  order by k, l.n`;

const UNITS = `
  create table bench_unit as
    select row_number() over (order by v.course_id, l.id) - 1 as n, v.course_id, v.number, l.id as lesson_id
    from course_version v cross join lateral jsonb_to_recordset(v.manifest::jsonb->'lessons') l (id text)`;

/** Waits until both projections have read the log, and gives the events that each took in a second. */
async function caughtUp(client: pg.Client): Promise<Map<string, number>> {
  const rates = new Map<string, number>();
  const { rows: ends } = await client.query<{ last: number; events: number }>(
    'select max(position)::float8 as last, count(*)::float8 as events from learning_event',
  );
  const [{ last, events } = { last: 0, events: 0 }] = ends;
  const began = performance.now();
  let from = began;
  while (rates.size < 2 && performance.now() - began < PATIENCE_MS) {
    await sleep(200);
    const { rows } = await client.query<{ name: string; position: number }>('select name, position::float8 as position from projection');
    for (const { name, position } of rows) {
      if (position < last || rates.has(name)) continue;
      rates.set(name, events / ((performance.now() - from) / 1_000));
      // The report counts progress: it begins when that is at the end.
      from = performance.now();
    }
  }
  if (rates.size < 2) throw new Error('the projections did not catch up in an hour');
  return rates;
}

async function officer({ origin, databaseUrl }: Sala): Promise<Record<string, string>> {
  const account = demoSignIns(databaseUrl).staff.find(({ email }) => email.startsWith('administrator'));
  const reply = await fetch(`${origin}/api/identity/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(account),
  });
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { origin, cookie };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Reports of 100,000 learners with 5 million events, beside a plain indexed SELECT in the same run; and how fast the projections read the log. */
export async function placeReport(): Promise<Figure[]> {
  const sala = await startSala({ RATE_LIMIT: 'off' });
  try {
    return await onDatabase(sala.databaseUrl, async (client) => {
      await client.query(PEOPLE);
      await client.query(UNITS);
      await client.query(EVENTS);
      const rates = await caughtUp(client);
      await client.query('analyze');
      const headers = await officer(sala);
      const get = async (place: string): Promise<void> => {
        const reply = await fetch(`${sala.origin}/api/reports/places/${place}`, { headers });
        if (!reply.ok) throw new Error(`report of ${place}: ${reply.status}`);
        await reply.text();
      };
      const plain = (n: number): Promise<unknown> =>
        client.query('select facts from lesson_progress where learner_id = (select id from bench_learner where n = $1 limit 1) limit 1', [
          n + 1,
        ]);
      await client.query('create index on bench_learner (n)');
      const times = new Map<string, number[]>(REPORTS.map(([, place]) => [place, []]));
      const base: number[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        for (const [, place] of REPORTS) {
          const taken = await timed(() => get(place));
          if (round > 0) times.get(place)?.push(taken);
        }
        base.push(await timed(() => plain(round)));
      }
      const against = 'a plain indexed SELECT, p95';
      return [
        ...REPORTS.map(([what, place]) =>
          figure(`place-report: ${what}, p95 over HTTP`, quantile(times.get(place) ?? [], 0.95), 'ms', against, quantile(base, 0.95)),
        ),
        figure(
          'place-report: report projection, catching up',
          rates.get('report') ?? 0,
          'events/s',
          'progress projection',
          rates.get('progress') ?? 0,
        ),
        figure('place-report: API memory afterwards', sala.memory(), 'MB', 'budget', 250),
      ];
    });
  } finally {
    await sala.close();
  }
}
