// The baseline of the server benches: bare Fastify and pg, with nothing of Sala's checks. Run as a program with DATABASE_URL and PORT.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = Fastify({ logger: false, bodyLimit: 8_000_000 });

interface BareEvent {
  id: string;
  learnerId: string;
  deviceId: string;
  sequence: number;
  kind: string;
  body: object;
  occurredAt: string;
}

app.get('/ready', () => ({ ok: true }));

app.get<{ Params: { id: string } }>('/read/:id', async (request) => {
  const { rows } = await pool.query<{ manifest: object }>({
    name: 'read',
    text: 'SELECT manifest FROM bare_version WHERE id = $1',
    values: [request.params.id],
  });
  return rows[0]?.manifest;
});

app.post<{ Body: { events: BareEvent[] } }>('/ingest', async (request) => {
  const { events } = request.body;
  const column = <K extends keyof BareEvent>(name: K): BareEvent[K][] => events.map((event) => event[name]);
  const text = `INSERT INTO bare_event (id, learner_id, device_id, sequence, kind, body, occurred_at)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::jsonb[], $7::timestamptz[]) ON CONFLICT DO NOTHING`;
  const values = [
    column('id'),
    column('learnerId'),
    column('deviceId'),
    column('sequence'),
    column('kind'),
    column('body').map((body) => JSON.stringify(body)),
    column('occurredAt'),
  ];
  await pool.query({ name: 'ingest', text, values });
  return { accepted: column('id') };
});

await pool.query(`
  CREATE TABLE IF NOT EXISTS bare_version (id uuid PRIMARY KEY, manifest jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS bare_event (learner_id uuid, id uuid, device_id uuid, sequence bigint, kind text, body jsonb, occurred_at timestamptz, PRIMARY KEY (learner_id, id));
  INSERT INTO bare_version SELECT gen_random_uuid(), jsonb_build_object('n', n) FROM generate_series(1, 1000) n WHERE NOT EXISTS (SELECT FROM bare_version)`);
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
