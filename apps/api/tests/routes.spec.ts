import { OneTimeCodes } from '@sala/api/identity';
import { DEMO_GROUPS } from '@sala/api/people';
import { AddPersonRequest } from '@sala/contract/dto';
import { routes, type RouteName } from '@sala/contract/routes';
import { ACT_RULES } from '@sala/domain/access';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

/** Who asks. The routes about a person are asked about CHANNA, a learner of commune 010201. */
type Who =
  | 'nobody'
  | 'own phone'
  | 'foreign phone'
  | 'mentor of the commune'
  | 'mentor elsewhere'
  | 'trainer'
  | 'officer'
  | 'officer elsewhere'
  | 'administrator';

const WHO: readonly Who[] = [
  'nobody', 'own phone', 'foreign phone', 'mentor of the commune', 'mentor elsewhere', 'trainer', 'officer', 'officer elsewhere', 'administrator',
]; // prettier-ignore

const everyone = (status: number): Record<Who, number> => Object.fromEntries(WHO.map((who) => [who, status])) as Record<Who, number>;
const only = (allowed: number, ...who: Who[]): Record<Who, number> => ({
  ...everyone(403),
  nobody: 401,
  ...Object.fromEntries(who.map((one) => [one, allowed])),
});

/** The status that each route answers to each asker. Signing in answers 400 to an empty form, whoever asks. */
const EXPECTED: Record<RouteName, Record<Who, number>> = {
  health: everyone(200),
  ready: everyone(200),
  openapi: everyone(200),
  showCard: everyone(400),
  openProfile: everyone(400),
  resetPin: everyone(400),
  signInStaff: everyone(400),
  session: everyone(200),
  signOut: { ...everyone(204), nobody: 401 },
  leavePhone: only(204, 'own phone'),
  places: everyone(200),
  people: only(200, 'mentor of the commune', 'officer', 'administrator'),
  addPerson: only(200, 'officer', 'administrator'),
  issueCard: only(200, 'officer', 'administrator'),
  revokeCard: only(204, 'officer', 'administrator'),
  findPlaces: everyone(200),
  placePage: only(200, 'officer', 'administrator'),
  person: only(200, 'officer', 'administrator'),
  changePerson: only(400, 'officer', 'administrator'),
  giveRole: only(400, 'officer', 'administrator'),
  endRole: only(400, 'officer', 'administrator'),
  movePerson: only(400, 'officer', 'administrator'),
  leavePerson: only(200, 'officer', 'administrator'),
  // Who is forgotten once is nobody to the next who asks; a group that is gone is none.
  forgetPerson: { ...only(200, 'officer'), administrator: 404 },
  group: only(200, 'officer', 'administrator'),
  removeGroup: { ...only(204, 'officer'), administrator: 404 },
  addGroup: only(400, 'officer', 'officer elsewhere', 'administrator'),
  changeGroup: only(400, 'officer', 'officer elsewhere', 'administrator'),
  issueCards: only(400, 'officer', 'officer elsewhere', 'administrator'),
  checkImport: only(400, 'officer', 'officer elsewhere', 'administrator'),
  importPeople: only(400, 'officer', 'officer elsewhere', 'administrator'),
  imports: only(200, 'officer', 'officer elsewhere', 'administrator'),
  undoImport: only(404, 'administrator'),
  exportPeople: only(200, 'officer', 'administrator'),
  giveOneTimeCode: only(200, 'mentor of the commune', 'officer', 'administrator'),
  courses: everyone(200),
  courseOverview: only(200, 'trainer', 'officer', 'officer elsewhere', 'administrator'),
  dataPrice: only(200, 'officer', 'officer elsewhere', 'administrator'),
  setDataPrice: only(400, 'officer', 'officer elsewhere', 'administrator'),
  manifest: everyone(200),
  file: everyone(200),
  // Who is no mentor has no people. A phone without a body tells nothing of its code, and is told the next one's proof.
  roster: only(403),
  mentorDeeds: only(403),
  recording: only(404, 'own phone', 'mentor of the commune', 'officer', 'administrator'),
  addRecording: only(400, 'own phone', 'mentor of the commune'),
  offlineCode: only(200, 'own phone'),
  unansweredHelp: only(200, 'officer', 'administrator'),
  placeReport: only(200, 'officer', 'administrator'),
  placeReportFile: only(200, 'officer', 'administrator'),
  disownedAttempts: only(200, 'mentor of the commune', 'officer', 'administrator'),
  attemptMoves: only(200, 'mentor of the commune', 'officer', 'administrator'),
  moveAttempt: only(400, 'mentor of the commune', 'officer', 'administrator'),
  progress: only(200, 'own phone', 'mentor of the commune', 'officer', 'administrator'),
  keys: everyone(200),
  // The phone that carries sends nothing about itself; a key of no point on the curve is refused.
  registerDevice: only(400, 'own phone', 'foreign phone', 'mentor of the commune', 'mentor elsewhere'),
  relay: { ...everyone(200), nobody: 401 },
  sync: only(200, 'own phone', 'foreign phone', 'mentor of the commune', 'mentor elsewhere'),
  // There is no draft of the course asked about: who may ask is told so.
  drafts: only(200, 'trainer', 'administrator'),
  draft: only(404, 'trainer', 'administrator'),
  saveDraft: only(400, 'trainer', 'administrator'),
  beginDraft: only(400, 'trainer', 'administrator'),
  draftRevisions: only(200, 'trainer', 'administrator'),
  draftRevision: only(404, 'trainer', 'administrator'),
  draftChecks: only(404, 'trainer', 'administrator'),
  draftHistory: only(200, 'trainer', 'administrator'),
  addMedia: only(422, 'trainer', 'administrator'),
  draftMedia: only(404, 'trainer', 'administrator'),
  exportDraft: only(404, 'trainer', 'administrator'),
  importCourse: only(422, 'trainer', 'administrator'),
  commentDraft: only(400, 'trainer', 'administrator'),
  resolveComment: only(404, 'trainer', 'administrator'),
  submitDraft: only(400, 'trainer', 'administrator'),
  sendBackDraft: only(400, 'trainer', 'administrator'),
  approveDraft: only(400, 'administrator'),
  publishDraft: only(400, 'trainer', 'administrator'),
  retireCourse: only(400, 'administrator'),
};

const REAL_UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

describe('the routes', () => {
  let api: TestApi;
  let file = '';
  const learner = demoId('channa');
  const browsers = new Map<Who, () => Browser>();

  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    const [row] = await api.database.query<{ sha256: string }[]>('select sha256 from stored_file limit 1');
    file = row?.sha256 ?? '';
    const phones = new Map(
      await Promise.all(['channa', 'sarun', 'ratana', 'vannak'].map(async (name) => [name, await onPhone(api, name)] as const)),
    );
    const role = (name: string, what: string, place: string): Promise<unknown> =>
      api.database.query('insert into role_held (person_id, role, place_code) values ($1, $2, $3)', [demoId(name), what, place]);
    await role('vannak', 'mentor', '010202');
    // A second officer, of another province, in the trainer's place for one session.
    const staff = new Map<string, Browser>();
    for (const name of ['trainer', 'officer', 'administrator', 'reviewer']) staff.set(name, await asStaff(api, name));
    await api.database.query(`update role_held set role = 'officer', place_code = '02' where person_id = $1`, [demoId('samnang')]);
    browsers.set('nobody', session(undefined));
    browsers.set('own phone', session(phones.get('channa')));
    browsers.set('foreign phone', session(phones.get('sarun')));
    browsers.set('mentor of the commune', session(phones.get('ratana')));
    browsers.set('mentor elsewhere', session(phones.get('vannak')));
    browsers.set('trainer', session(staff.get('trainer')));
    browsers.set('officer', session(staff.get('officer')));
    browsers.set('officer elsewhere', session(staff.get('reviewer')));
    browsers.set('administrator', session(staff.get('administrator')));
  });
  afterAll(() => api.close());

  // A copy each time, so that what one route does to a session is not seen by the next.
  const session = (browser: Browser | undefined) => (): Browser => {
    const copy = api.browser();
    copy.deviceId = browser?.deviceId ?? copy.deviceId;
    for (const [name, value] of browser?.cookies ?? []) copy.cookies.set(name, value);
    return copy;
  };

  const person: AddPersonRequest = {
    familyName: 'អ៊ុក', givenName: 'សុភ័ក្ត្រ', familyNameLatin: 'OUK', givenNameLatin: 'SOPHEAK', role: 'learner', place: '010201', anyway: true,
  }; // prettier-ignore
  const bodyOf = (name: RouteName, browser: Browser): object | undefined => {
    if (name === 'addPerson') return person;
    if (name === 'relay') return { packets: [] };
    if (name === 'mentorDeeds') return { deeds: [] };
    if (name === 'offlineCode') return {};
    if (name === 'registerDevice') return { deviceId: browser.deviceId, publicKey: 'A'.repeat(87) };
    if (name === 'sync') return { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events: [] };
    return routes[name].act === 'sign-in' || routes[name].method === 'PUT' ? {} : undefined;
  };
  const pathOf = (name: RouteName): string => {
    const filled = routes[name].path
      .replace(':personId', name === 'leavePerson' || name === 'forgetPerson' ? demoId('sophea') : learner)
      .replace(':place', '010201')
      .replace(':groupId', DEMO_GROUPS[0].id)
      .replace(':importId', COURSE)
      .replace(':courseId', COURSE)
      .replace(':version', 'latest')
      .replace(':sha256', file)
      .replace(':revision', '1')
      .replace(':commentId', COURSE)
      .replace(':recordingId', COURSE);
    if (name === 'addMedia') return `${filled}?use=picture`;
    if (name === 'placeReportFile') return `${filled}?form=csv`;
    if (name === 'findPlaces') return `${filled}?search=trang`;
    if (name === 'exportPeople') return `${filled}?place=010201&form=csv`;
    if (name === 'places') return `${filled}?parent=01`;
    return ['people', 'disownedAttempts', 'unansweredHelp'].includes(name) ? `${filled}?place=010201` : filled;
  };

  it('are each declared in the contract, with an act that has a rule', () => {
    const declared = Object.values(routes).map((route) => `${route.method} /api/${route.path}`);
    const own = api.routes.filter((route) => route.method !== 'HEAD').map((route) => ({ ...route, name: `${route.method} ${route.url}` }));
    expect(own.filter((route) => !route.config.act || !(route.config.act in ACT_RULES)).map((route) => route.name)).toEqual([]);
    expect(own.map((route) => route.name).sort()).toEqual([...declared, 'GET /metrics'].sort());
  });

  it('answer HEAD only where they answer GET', () => {
    const gets = api.routes.filter((route) => route.method === 'GET').map((route) => route.url);
    const heads = api.routes.filter((route) => route.method === 'HEAD').map((route) => route.url);
    expect(heads.filter((url) => !gets.includes(url))).toEqual([]);
  });

  const names = Object.keys(routes) as RouteName[];
  // What ends sessions comes last.
  const order = [
    ...names.filter((name) => routes[name].method !== 'DELETE'),
    'removeGroup',
    'leavePhone',
    'revokeCard',
    'signOut',
  ] as RouteName[];
  it.each(order)('%s answers each asker as its act says', async (name) => {
    const seen: Partial<Record<Who, number>> = {};
    const asks = name === 'revokeCard' || name === 'leavePhone' ? [...WHO].reverse() : WHO;
    for (const who of asks) {
      const browser = browsers.get(who)!();
      const reply = await browser.send(routes[name].method, pathOf(name), bodyOf(name, browser));
      seen[who] = reply.status;
      if (name === 'revokeCard' && reply.status === 204) await bringBack();
      if (name === 'leavePhone' && reply.status === 204) browsers.set('own phone', session(await byCode()));
    }
    expect(seen).toEqual(EXPECTED[name]);
  });

  async function byCode(): Promise<Browser> {
    const browser = api.browser();
    const { code } = await api.app.get(OneTimeCodes).give(api.database.manager, learner);
    await browser.post('identity/pin', { personId: learner, code, pin: '2580', deviceId: browser.deviceId });
    return browser;
  }

  // Revoking takes the learner from all phones; the next asker finds them on theirs again.
  async function bringBack(): Promise<void> {
    const { deviceId } = browsers.get('own phone')!();
    await api.database.query('insert into device_learner (device_id, person_id) values ($1, $2) on conflict do nothing', [
      deviceId,
      learner,
    ]);
  }

  it('tell nothing of a person who is not there, but to an administrator that there is none', async () => {
    const unknown = randomUUID();
    const asks = async (who: Who, path: string): Promise<number> => (await browsers.get(who)!().get(path)).status;
    const officer = await asStaff(api, 'officer');
    const administrator = await asStaff(api, 'administrator');
    expect(await asks('nobody', `progress/${unknown}`)).toBe(401);
    expect((await officer.get(`progress/${unknown}`)).status).toBe(403);
    expect((await administrator.get(`progress/${unknown}`)).status).toBe(404);
    expect((await administrator.get('progress/not-an-id')).body.errors).toEqual([{ path: 'personId', rule: 'isUuid' }]);
  });

  it('never write an id or a name into the log', () => {
    const lines = api.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(100);
    const text = lines.map(({ requestId: _, time: __, pid: ___, ...rest }) => JSON.stringify(rest)).join('\n');
    expect(text.match(REAL_UUID)).toBeNull();
    expect(text).not.toMatch(/[\u1780-\u17ff]|OUK|CHANNA|demo\.sala|2580|4100|sala=/);
    expect(text).toContain('/api/progress/:personId');
  });
});
