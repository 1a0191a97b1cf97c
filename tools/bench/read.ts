import pg from 'pg';
import { demoSignIns } from '../test/demo.ts';
import { onDatabase } from '../test/database.ts';
import { figure, type Figure } from './figures.ts';
import { load, startBare } from './load.ts';
import { signIn } from './phone.ts';
import { startSala, type Sala } from './sala.ts';

type Request = Parameters<typeof load>[0] & { url: string };

const one = async (client: pg.Client, query: string): Promise<string> => (await client.query<{ id: string }>(query)).rows[0]?.id ?? '';

/** A phone that has read everything asks again: what every start of the app costs the server. */
async function idleSync({ origin, databaseUrl }: Sala): Promise<Request> {
  const phone = await signIn(origin, demoSignIns(databaseUrl).cards[0] ?? '');
  const learner = { learnerId: phone.learnerId, cursor: '' };
  const request = { deviceId: phone.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [learner], events: [] };
  const url = `${origin}/api/sync`;
  const post = { method: 'POST' as const, headers: phone.headers };
  const first = await fetch(url, { ...post, body: JSON.stringify(request) });
  const { catalogue } = (await first.json()) as { catalogue: { hash: string } };
  return { ...post, url, body: JSON.stringify({ ...request, catalogue: catalogue.hash }) };
}

/** Reads a second at 8 connections, beside a bare Fastify + pg indexed read; the two take turns. */
export async function read(): Promise<Figure[]> {
  const sala = await startSala({ RATE_LIMIT: 'off' });
  const bare = await startBare(sala.databaseUrl);
  try {
    const [row, course] = await onDatabase(sala.databaseUrl, async (client) => [
      await one(client, 'SELECT id FROM bare_version LIMIT 1'),
      await one(client, 'SELECT course_id AS id FROM course_version LIMIT 1'),
    ]);
    const base: Request = { url: `${bare.origin}/read/${row}` };
    await load(base, 2);
    const manifest = await beside('read: lesson manifest', { url: `${sala.origin}/api/library/courses/${course}/versions/latest` }, base);
    const home = await beside('read: a learner’s home (sync, nothing new)', await idleSync(sala), base);
    return [...manifest, ...home, figure('read: API memory afterwards', sala.memory(), 'MB', 'budget', 250)];
  } finally {
    await bare.close();
    await sala.close();
  }
}

async function beside(name: string, request: Request, base: Request): Promise<Figure[]> {
  await load(request, 2);
  const bare = await load(base);
  const ours = await load(request);
  const against = 'bare Fastify + pg indexed read';
  return [figure(name, ours.rate, 'requests/s', against, bare.rate), figure(`${name}, p99`, ours.p99, 'ms', against, bare.p99)];
}
