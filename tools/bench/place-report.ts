import { setTimeout as sleep } from 'node:timers/promises';
import { demoSignIns } from '../test/demo.ts';
import { onDatabase } from '../test/database.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { startBare } from './load.ts';
import { makeLearners } from './many-learners.ts';
import { startSala } from './sala.ts';

const LEARNERS = Number(process.env['SALA_BENCH_LEARNERS'] ?? 100_000);
const ROUNDS = 40;
const PLACES = [
  ['the nation', 'KH'],
  ['a province', '01'],
  ['a district', '0111'],
  ['a commune', '011111'],
] as const;

async function administratorsCookie(origin: string, databaseUrl: string): Promise<string> {
  const account = demoSignIns(databaseUrl).staff.find(({ email }) => email.startsWith('administrator'));
  const response = await fetch(`${origin}/api/identity/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(account),
  });
  if (!response.ok) throw new Error(`signing in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function milliseconds(address: string, headers: Record<string, string> = {}): Promise<number> {
  const began = performance.now();
  const response = await fetch(address, { headers });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - began;
}

/** Waits until a projection has read the log to a position; gives the seconds since `began`. */
async function untilRead(databaseUrl: string, name: string, events: number, began: number): Promise<number> {
  const position = (): Promise<number> =>
    onDatabase(databaseUrl, async (client) => {
      const { rows } = await client.query<{ position: number }>('select position::float8 as position from projection where name = $1', [
        name,
      ]);
      return rows[0]?.position ?? 0;
    });
  while ((await position()) < events) await sleep(200);
  return (performance.now() - began) / 1_000;
}

/** Reports over 100,000 learners and 5 million events, one request after the other, each beside a plain read by key; and how fast the log is read. */
export async function placeReport(): Promise<Figure[]> {
  const sala = await startSala({ RATE_LIMIT: 'off' });
  const bare = await startBare(sala.databaseUrl);
  try {
    const events = await onDatabase(sala.databaseUrl, (client) => makeLearners(client, LEARNERS));
    const began = performance.now();
    const progress = await untilRead(sala.databaseUrl, 'progress', events, began);
    const report = await untilRead(sala.databaseUrl, 'report', events, began);
    await onDatabase(sala.databaseUrl, (client) => client.query('vacuum analyze'));
    const cookie = await administratorsCookie(sala.origin, sala.databaseUrl);
    const row = await onDatabase(
      sala.databaseUrl,
      async (client) => (await client.query<{ id: string }>('select id from bare_version limit 1')).rows[0]?.id ?? '',
    );
    const figures: Figure[] = [];
    for (const [what, place] of PLACES) {
      const [ours, base]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await milliseconds(`${sala.origin}/api/reports/places/${place}`, { cookie }));
        base.push(await milliseconds(`${bare.origin}/read/${row}`));
      }
      const name = `place-report: ${what} of ${LEARNERS} learners, p95`;
      figures.push(figure(name, quantile(ours, 0.95), 'ms', 'bare Fastify + plain indexed SELECT', quantile(base, 0.95)));
    }
    const rate = events / report;
    return [
      ...figures,
      figure(`place-report: catching up with ${events} events, all projections`, rate, 'events/s', 'progress alone', events / progress),
      figure('place-report: API memory afterwards', sala.memory(), 'MB', 'budget', 250),
    ];
  } finally {
    await bare.close();
    await sala.close();
  }
}
