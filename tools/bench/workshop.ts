import { setTimeout as sleep } from 'node:timers/promises';
import { demoSignIns } from '../test/demo.ts';
import { figure, quantile, type Figure } from './figures.ts';
import { eventsOf, signIn, type Phone } from './phone.ts';
import { startSala } from './sala.ts';

// SALA_BENCH_SHARE=0.05 runs a twentieth of it, for a short look; the figures of docs/benchmarks.md are of the whole.
const SHARE = Number(process.env['SALA_BENCH_SHARE'] ?? 1);
const PEOPLE = Math.ceil(400 * SHARE);
const JOIN_MS = 60_000 * SHARE;
const PHONES = Math.ceil(2_000 * SHARE);
const EVENTS = 200;
const FLUSH_SECONDS = 300;
/** Phones that send at one moment: more wait their turn, as behind one line of a workshop. */
const AT_ONCE = 64;
const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const COMMUNE = '010201';

/** Does work for each of many, so many at a time. */
async function each<T, R>(all: readonly T[], atOnce: number, work: (one: T, place: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const waiting = all.map((one, place) => ({ one, place }));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done[next.place] = await work(next.one, next.place);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

/** Adds the people of the workshop as an officer does, each with a card; gives the codes. */
async function issueCards(origin: string, databaseUrl: string): Promise<string[]> {
  const officer = demoSignIns(databaseUrl).staff.find(({ email }) => email.startsWith('officer'));
  const post = async <T>(path: string, body: object | undefined, cookie: string): Promise<{ reply: T; cookie: string }> => {
    const headers = { 'content-type': 'application/json', origin, ...(cookie ? { cookie } : {}) };
    const answer = await fetch(`${origin}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const given = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    return { reply: (await answer.json()) as T, cookie: given.join('; ') };
  };
  const { cookie } = await post('identity/staff', officer, '');
  return each(Array.from({ length: PEOPLE }), 8, async (_, n) => {
    const name = { familyName: 'សុខ', givenName: 'ចាន់ណា', familyNameLatin: 'SOK', givenNameLatin: `CHANNA ${n}` };
    const { reply } = await post<{ person?: { id: string }; id?: string }>('people', { ...name, role: 'learner', place: COMMUNE }, cookie);
    const { reply: card } = await post<{ code: string }>(`people/${reply.person?.id ?? reply.id ?? ''}/card`, undefined, cookie);
    return card.code.replace(/\D/g, '');
  });
}

/** One person arrives: card, PIN, catalogue, the course and its first lesson. Gives the seconds that it took. */
async function join(origin: string, card: string): Promise<{ phone: Phone; seconds: number }> {
  const began = performance.now();
  const phone = await signIn(origin, card);
  await sync(origin, phone, []);
  const manifest = await ask(`${origin}/api/library/courses/${COURSE}/versions/latest`, phone);
  const { lessons, files } = (await manifest.json()) as { lessons: { file: string }[]; files: { path: string; sha256: string }[] };
  const first = files.find((file) => file.path === lessons[0]?.file);
  await (await ask(`${origin}/api/library/files/${first?.sha256 ?? ''}`, phone)).arrayBuffer();
  return { phone, seconds: (performance.now() - began) / 1_000 };
}

async function ask(address: string, { headers }: Phone): Promise<Response> {
  const answer = await fetch(address, { headers });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function sync(origin: string, { deviceId, learnerId, headers }: Phone, events: object[]): Promise<void> {
  const body = { deviceId, clock: new Date().toISOString(), catalogue: '', learners: [{ learnerId, cursor: '' }], events };
  const answer = await fetch(`${origin}/api/sync`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { accepted } = (await answer.json()) as { accepted?: string[] };
  if (accepted?.length !== events.length) throw new Error(`sync: ${answer.status}, ${accepted?.length} of ${events.length}`);
}

/** 400 people join within a minute; then 2,000 phones that were offline for days send 200 events each. Any error ends the bench. */
export async function workshop(): Promise<Figure[]> {
  const sala = await startSala({ RATE_LIMIT: 'off' });
  try {
    const { origin } = sala;
    const cards = await issueCards(origin, sala.databaseUrl);
    const joined = await Promise.all(
      cards.map(async (card, n) => {
        await sleep((JOIN_MS * n) / PEOPLE);
        return join(origin, card);
      }),
    );
    const others = await each(Array.from({ length: PHONES - PEOPLE }), 8, (_, n) => signIn(origin, cards[n % PEOPLE] ?? ''));
    const phones = [...joined.map(({ phone }) => phone), ...others];
    const began = performance.now();
    await each(phones, AT_ONCE, (phone) => sync(origin, phone, eventsOf(phone, COURSE, 1, EVENTS)));
    const seconds = (performance.now() - began) / 1_000;
    const waits = joined.map((one) => one.seconds);
    return [
      figure('workshop: people who joined within a minute', joined.length, 'people', 'people who came', PEOPLE),
      figure('workshop: joining, p50', quantile(waits), 's', 'p95', quantile(waits, 0.95)),
      figure(`workshop: phones that sent ${EVENTS} events each`, phones.length, 'phones', 'phones that had them', PHONES),
      figure('workshop: until all had sent', seconds, 's', 'budget', FLUSH_SECONDS * SHARE),
      figure('workshop: API memory afterwards', sala.memory(), 'MB', 'budget', 250),
    ];
  } finally {
    await sala.close();
  }
}
