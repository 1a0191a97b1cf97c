import { demoSignIns } from '../test/demo.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { startBare } from './load.ts';
import { eventsOf, signIn, type Phone } from './phone.ts';
import { startSala } from './sala.ts';

const BATCH = 250;
const BATCHES = 40;
const PHONES = 4;
const ROUNDS = 5;

type Send = (phone: Phone, events: object[]) => Promise<void>;

/** Sends batches from several phones at once; gives events a second. */
async function run(phones: readonly Phone[], courseId: string, round: number, send: Send): Promise<number> {
  const prepared = phones.map((phone) =>
    Array.from({ length: BATCHES }, (_, i) => eventsOf(phone, courseId, (round * BATCHES + i) * BATCH + 1, BATCH)),
  );
  const began = performance.now();
  await Promise.all(
    phones.map(async (phone, i) => {
      for (const events of prepared[i] ?? []) await send(phone, events);
    }),
  );
  return (phones.length * BATCHES * BATCH) / ((performance.now() - began) / 1_000);
}

async function accepted(response: Response): Promise<void> {
  const reply = (await response.json()) as { accepted: string[] };
  if (reply.accepted.length !== BATCH)
    throw new Error(`accepted ${reply.accepted.length} of ${BATCH}: ${JSON.stringify(reply).slice(0, 300)}`);
}

/** Learning events a second over HTTP with all checks on, beside bare Fastify + pg inserting the same JSON by unnest; five rounds in turn. */
export async function ingest(): Promise<Figure[]> {
  const sala = await startSala({ RATE_LIMIT: 'off' });
  const bare = await startBare(sala.databaseUrl);
  try {
    const { cards } = demoSignIns(sala.databaseUrl);
    const phones = await Promise.all(cards.slice(0, PHONES).map((card) => signIn(sala.origin, card)));
    const courseId = '5a1a0000-0000-4000-8000-000000000007';
    const toSala: Send = async ({ deviceId, learnerId, headers }, events) => {
      const body = { deviceId, clock: new Date().toISOString(), catalogue: '-', learners: [{ learnerId, cursor: '' }], events };
      await accepted(await fetch(`${sala.origin}/api/sync`, { method: 'POST', headers, body: JSON.stringify(body) }));
    };
    const toBare: Send = async (phone, events) =>
      accepted(await fetch(`${bare.origin}/ingest`, { method: 'POST', headers: phone.headers, body: JSON.stringify({ events }) }));
    const rates: [ours: number, base: number][] = [];
    for (let round = 0; round <= ROUNDS; round++)
      rates.push([await run(phones, courseId, round, toSala), await run(phones, courseId, round, toBare)]);
    const counted = rates.slice(1);
    const value = quantile(counted.map(([ours]) => ours));
    const base = quantile(counted.map(([, other]) => other));
    return [figure('ingest: learning events over HTTP, all checks on', value, 'events/s', 'bare Fastify + pg unnest INSERT', base)];
  } finally {
    await bare.close();
    await sala.close();
  }
}
