import { figure, type Figure } from './figures.ts';
import { load, startBare } from './load.ts';
import { startSala } from './sala.ts';
import { demoSignIns } from '../test/demo.ts';
import { signIn } from './phone.ts';
import pg from 'pg';

/** Reads a second at 8 connections, beside a bare Fastify + pg indexed read; the two take turns. */
export async function read(): Promise<Figure[]> {
  const sala = await startSala({ RATE_LIMIT: 'off' });
  const bare = await startBare(sala.databaseUrl);
  try {
    const client = new pg.Client({ connectionString: sala.databaseUrl });
    await client.connect();
    const { rows: versions } = await client.query<{ id: string }>('SELECT id FROM bare_version LIMIT 1');
    const { rows: courses } = await client.query<{ course_id: string }>('SELECT course_id FROM course_version LIMIT 1');
    await client.end();
    const phone = await signIn(sala.origin, demoSignIns(sala.databaseUrl).cards[0] ?? '');
    const sync = {
      deviceId: phone.deviceId,
      clock: new Date().toISOString(),
      catalogue: '',
      learners: [{ learnerId: phone.learnerId, cursor: '' }],
      events: [],
    };
    const first = (await (
      await fetch(`${sala.origin}/api/sync`, { method: 'POST', headers: phone.headers, body: JSON.stringify(sync) })
    ).json()) as { news: { cursor: string }[]; catalogue: { hash: string } };
    const idle = {
      ...sync,
      catalogue: first.catalogue.hash,
      learners: [{ learnerId: phone.learnerId, cursor: first.news[0]?.cursor ?? '' }],
    };
    const routes: [name: string, options: Parameters<typeof load>[0]][] = [
      ['read: lesson manifest', { url: `${sala.origin}/api/library/courses/${courses[0]?.course_id}/versions/latest` }],
      [
        'read: a learner’s home (sync, nothing new)',
        { url: `${sala.origin}/api/sync`, method: 'POST', headers: phone.headers, body: JSON.stringify(idle) },
      ],
    ];
    const figures: Figure[] = [];
    const bareUrl = `${bare.origin}/read/${versions[0]?.id}`;
    await load({ url: bareUrl }, 2);
    for (const [name, options] of routes) {
      await load(options, 2);
      const base = await load({ url: bareUrl });
      const ours = await load(options);
      figures.push(figure(name, ours.rate, 'requests/s', 'bare Fastify + pg indexed read', base.rate));
      figures.push(figure(`${name}, p99`, ours.p99, 'ms', 'bare Fastify + pg indexed read', base.p99));
    }
    return [...figures, figure('read: API memory afterwards', sala.memory(), 'MB', 'budget', 250)];
  } finally {
    await bare.close();
    await sala.close();
  }
}
