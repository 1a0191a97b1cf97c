import { DEMO_GROUPS } from '@sala/api/people';
import { routes, type Route, type RouteName } from '@sala/contract/routes';
import { can, ROLES, type Actor, type Role, type Subject } from '@sala/domain/access';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

/** Somebody of another district, with something of theirs in every table that knows people. */
const [FOREIGN, FOREIGN_MENTOR] = [demoId('sarun'), demoId('veasna')];
const FOREIGN_PLACE = '01030101';
const FOREIGN_COMMUNE = '010301';
const FOREIGN_GROUP = DEMO_GROUPS[1].id;
/** Who asks from a phone, and who asks from a desk; the roles of both change from case to case. */
const [ON_PHONE, AT_DESK] = [demoId('vannak'), demoId('bopha')];
const SECRETS = [FOREIGN_GROUP, 'ម៉ៅ', 'សារុន', 'MAO', 'SARUN', '092 000 104', '092000104', DEMO_GROUPS[1].name];
/** Places from which the foreign one is out of reach: the next commune, another village of its own commune, the next district, another province. */
const ELSEWHERE = ['010201', '01030108', '0102', '02'] as const;

const kept = { request: randomUUID(), answer: randomUUID(), recording: randomUUID(), word: randomUUID() };
const deed = (kind: string, body: object) => ({ id: randomUUID(), learnerId: FOREIGN, doneAt: '2026-11-27T05:00:00.000Z', kind, body });
const lesson = { courseId: COURSE, lessonId: 'leave-and-return' };
const deeds = (): object[] => [
  deed('visit.noted', { way: 'met', did: [], next: 'nothing' }),
  deed('help.answered', { ...lesson, asked: kept.request, how: 'met' }),
  deed('answer.marked', { ...lesson, answer: kept.answer, questionId: 'leave-word', aid: 'alone', mark: 'good' }),
  deed('work.signed', { ...lesson, cardId: 'module-work', items: [0, 1, 2, 3], of: 4 }),
  deed('course.assigned', { courseId: COURSE }),
  deed('attempt.confirmed', { disowned: kept.word, to: ON_PHONE }),
  deed('attempt.declined', { disowned: kept.word }),
];
const names = { familyName: 'ក', givenName: 'ខ', familyNameLatin: 'K', givenNameLatin: 'KH' };

/** Bodies full of what belongs to the foreign person; a route that is not named gets an empty one. */
const BODIES: Partial<Record<RouteName, (browser: Browser) => object>> = {
  sync: ({ deviceId }) => ({
    deviceId,
    clock: new Date().toISOString(),
    catalogue: '',
    learners: [{ learnerId: FOREIGN, cursor: '' }],
    events: [foreignEvent(deviceId)],
  }),
  registerDevice: () => ({ deviceId: randomUUID(), publicKey: 'A'.repeat(87) }),
  mentorDeeds: () => ({ deeds: deeds() }),
  addPerson: () => ({ ...names, role: 'learner', place: FOREIGN_PLACE }),
  changePerson: () => ({ ...names, phone: '' }),
  giveRole: () => ({ role: 'mentor', place: FOREIGN_COMMUNE }),
  endRole: () => ({ role: 'learner', place: FOREIGN_PLACE }),
  movePerson: () => ({ place: '010201' }),
  issueCards: () => ({ people: [FOREIGN] }),
  addGroup: () => ({ name: 'ក្រុម', place: FOREIGN_COMMUNE }),
  changeGroup: () => ({ name: 'ក្រុម', members: [FOREIGN], mentors: [FOREIGN_MENTOR] }),
  moveAttempt: () => ({ disowned: kept.word, to: ON_PHONE }),
};
/** What ends the session of whoever asks, or signs somebody in, is no question of places. */
const NOT_ASKED: readonly RouteName[] = ['signOut', 'showCard', 'openProfile', 'resetPin', 'signInStaff'];

function foreignEvent(deviceId: string): object {
  const base = { id: randomUUID(), learnerId: FOREIGN, deviceId, sequence: 1, courseId: COURSE, version: 1 };
  return { ...base, occurredAt: '2026-11-27T05:00:00.000Z', kind: 'card.seen', body: { lessonId: 'leave-and-return', cardId: 'why' } };
}

describe('a scope', () => {
  let api: TestApi;
  let phone: Browser;
  let desk: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    const own = await onPhone(api, 'sarun');
    await leaveTraces(own);
    phone = await onPhone(api, 'vannak');
    desk = await asStaff(api, 'administrator');
  });
  afterAll(() => api.close());

  async function leaveTraces(own: Browser): Promise<void> {
    const event = (id: string, sequence: number, kind: string, body: object) => ({
      ...foreignEvent(own.deviceId),
      id,
      sequence,
      kind,
      body,
    });
    const events = [
      event(kept.request, 1, 'help.asked', { lessonId: lesson.lessonId, cardId: 'try', words: 'SECRET-WORDS', voice: kept.recording }),
      event(kept.answer, 2, 'question.answered', {
        lessonId: lesson.lessonId,
        questionId: 'leave-word',
        response: { kind: 'fill-word', word: 'SECRET-WORDS' },
        score: 0,
        aid: 'alone',
      }),
      event(kept.word, 3, 'attempt.disowned', { lessonId: lesson.lessonId, deviceId: own.deviceId, from: 1, to: 2, whose: ON_PHONE }),
    ];
    const request = { deviceId: own.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events };
    expect((await own.post<{ accepted: string[] }>('sync', request)).body.accepted).toHaveLength(3);
  }

  async function holdRole(personId: string, role: Role, place: string): Promise<void> {
    await api.database.query('delete from role_held where person_id = $1', [personId]);
    await api.database.query('insert into role_held (person_id, role, place_code) values ($1, $2, $3)', [personId, role, place]);
  }

  /** Every row of the database that names the foreign person or group, as one hash a table. */
  async function fingerprint(): Promise<Record<string, string>> {
    const tables = await api.database.query<{ name: string }[]>(`select tablename as name from pg_tables where schemaname = 'public'`);
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await api.database.query<{ hash: string | null }[]>(
        `select md5(string_agg(t::text, '|' order by t::text)) as hash from "${name}" t where t::text like $1 or t::text like $2`,
        [`%${FOREIGN}%`, `%${FOREIGN_GROUP}%`],
      );
      if (row?.hash) found[name] = row.hash;
    }
    return found;
  }

  const addressOf = (route: Route, personId: string): string => {
    const path = route.path
      .replace(':personId', personId)
      .replace(':courseId', COURSE)
      .replace(':version', 'latest')
      .replace(':sha256', 'a'.repeat(64))
      .replace(':revision', '1')
      .replace(':commentId', COURSE)
      .replace(':groupId', FOREIGN_GROUP)
      .replace(':importId', randomUUID())
      .replace(':recordingId', kept.recording)
      .replace(':place', FOREIGN_COMMUNE);
    return path;
  };

  /** What is about the foreign person in a route: their id when the path names a person, and their place in any case. */
  const subjects = (route: Route): Subject[] =>
    route.path.includes(':personId')
      ? [{ personId: FOREIGN, place: FOREIGN_PLACE }]
      : [{ place: FOREIGN_COMMUNE }, { place: FOREIGN_PLACE }];

  /** Some lists take a place, and some routes refuse a question that they don't know: what can be asked is asked both ways. */
  async function ask(name: RouteName, browser: Browser, personId: string): Promise<string> {
    const queries = routes[name].method === 'GET' ? ['', `?place=${FOREIGN_COMMUNE}`] : [''];
    const told: string[] = [];
    for (const query of queries) told.push(await askOnce(name, browser, { personId, query }));
    return told.filter(Boolean).join('; ');
  }

  async function askOnce(name: RouteName, browser: Browser, { personId, query }: { personId: string; query: string }): Promise<string> {
    const route: Route = routes[name];
    const body = route.method === 'GET' ? undefined : (BODIES[name]?.(browser) ?? {});
    const reply = await browser.send(route.method, addressOf(route, personId) + query, body);
    const text = JSON.stringify(reply.body);
    const told = [...SECRETS, 'SECRET-WORDS'].filter((secret) => text.includes(secret));
    if (told.length > 0) return `${name} told ${told.join(', ')}`;
    const isAbout = route.path.includes(':personId') || route.path.includes(':groupId') || route.path.includes(':place');
    return isAbout && personId === FOREIGN && reply.status < 400 ? `${name} answered ${reply.status}` : '';
  }

  /** Asks every route that the rule denies for the foreign person, with their ids everywhere; gives what was told or answered. */
  async function askAll(browser: Browser, actor: Actor, ownId: string): Promise<string[]> {
    const found: string[] = [];
    for (const name of (Object.keys(routes) as RouteName[]).filter((one) => !NOT_ASKED.includes(one))) {
      const { act } = routes[name];
      if (subjects(routes[name]).some((subject) => can(actor, act, subject)) && !['sync', 'relay'].includes(name)) continue;
      found.push(await ask(name, browser, FOREIGN));
      // In one's own name, with what is another's inside.
      if (['mentorDeeds', 'moveAttempt', 'recording', 'addRecording', 'roster'].includes(name)) found.push(await ask(name, browser, ownId));
    }
    return found.filter(Boolean);
  }

  const cases = (['phone', 'staff'] as const).flatMap((via) =>
    ROLES.flatMap((role) => ELSEWHERE.map((place) => [via, role, place] as const)),
  );
  it.each(cases)(
    'of %s, %s at %s ends before the next place: every route, with foreign ids, tells and changes nothing',
    async (via, role, place) => {
      const [browser, id] = via === 'phone' ? [phone, ON_PHONE] : [desk, AT_DESK];
      await holdRole(id, role, place);
      const person = { id, roles: [{ role, place }] };
      const actor: Actor = via === 'phone' ? { via, deviceId: browser.deviceId, persons: [person] } : { via, persons: [person] };
      const before = await fingerprint();
      expect(Object.keys(before)).toEqual(expect.arrayContaining(['person', 'learning_event', 'learner_group', 'role_held']));
      expect(await askAll(browser, actor, id)).toEqual([]);
      expect(await fingerprint()).toEqual(before);
    },
    60_000,
  );

  it('reaches whom it covers, so that the above could fail', async () => {
    await holdRole(ON_PHONE, 'mentor', FOREIGN_COMMUNE);
    expect(await ask('progress', phone, FOREIGN)).toContain('progress answered 200');
    expect(await ask('roster', phone, ON_PHONE)).toContain('SARUN');
    expect(
      (await phone.post<{ accepted: string[] }>(`mentoring/people/${ON_PHONE}/deeds`, { deeds: deeds().slice(0, 5) })).body.accepted,
    ).toHaveLength(5);
  });
});
