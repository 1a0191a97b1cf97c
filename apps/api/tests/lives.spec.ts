import { DEMO_GROUPS } from '@sala/api/people';
import type {
  FindPlacesQuery,
  GroupReply,
  IssueCardsReply,
  PeopleReply,
  PersonReply,
  PlacePageReply,
  PlaceWithPath,
} from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

describe('people over time', () => {
  let api: TestApi;
  let officer: Browser;
  let administrator: Browser;
  let elsewhere: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    officer = await asStaff(api, 'officer');
    administrator = await asStaff(api, 'administrator');
    elsewhere = await asStaff(api, 'reviewer');
    await api.database.query(`update role_held set role = 'officer', place_code = '0103' where person_id = $1`, [demoId('samnang')]);
  });
  afterAll(() => api.close());

  const person = async (name: string, browser = officer): Promise<PersonReply> =>
    (await browser.get<PersonReply>(`people/${demoId(name)}`)).body;
  const rolesOf = (reply: PersonReply): string[] => reply.roles.map(({ role, place }) => `${role} ${place.code}`);
  const add = async (givenName: string, place = '010201', more: object = {}): Promise<string> => {
    const body = { familyName: 'អ៊ុក', givenName, familyNameLatin: '', givenNameLatin: '', role: 'learner', place, ...more };
    return (await officer.post<{ person: { id: string } }>('people', body)).body.person.id;
  };

  it('stand on a place’s page with what lies below, its groups, and rights with the place that they come from', async () => {
    const { body } = await officer.get<PlacePageReply>('people/places/010201');
    expect(body).toMatchObject({
      place: { code: '010201', khmer: 'បន្ទាយនាង' },
      people: 3,
      path: [{ code: 'KH' }, { code: '01' }, { code: '0102' }],
    });
    expect(body.below.find((place) => place.code === '01020101')).toMatchObject({ people: 1 });
    expect(body.groups).toMatchObject([{ id: DEMO_GROUPS[0].id, members: 2, mentors: [{ givenNameLatin: 'RATANA' }] }]);
    expect(body.rights.map(({ role, from }) => `${role} ${from.code}`)).toEqual([
      'mentor 010201',
      'officer 01',
      'trainer 01',
      'administrator KH',
    ]);
    expect((await elsewhere.get('people/places/010201')).status).toBe(403);
    expect((await elsewhere.get('people/places/01')).status).toBe(403);
    expect((await administrator.get('people/places/9999')).body).toMatchObject({ code: 'not-found' });
  });

  it('are asked about when the same name is there already, and their number is kept in one form', async () => {
    const body = { familyName: 'សុខ', givenName: 'ចាន់​ណា', familyNameLatin: '', givenNameLatin: '', role: 'learner', place: '01020101' };
    expect((await officer.post('people', body)).body).toMatchObject({ code: 'already-there' });
    expect((await officer.post('people', { ...body, anyway: true, phone: '12' })).body).toMatchObject({
      errors: [{ path: 'phone', rule: 'phone-number' }],
    });
    const id = await add('ចាន់ណា', '01020101', { familyName: 'សុខ', anyway: true, phone: '+855 12-000-199' });
    expect((await officer.get<PersonReply>(`people/${id}`)).body.phone).toBe('012 000 199');
    const changed = await officer.put<PersonReply>(`people/${id}`, {
      familyName: ' សុខ ',
      givenName: 'ចាន់ណែត',
      familyNameLatin: '',
      givenNameLatin: '',
      phone: '',
    });
    expect(changed.body.person.givenName).toBe('ចាន់ណែត');
    expect(changed.body.phone).toBeUndefined();
    expect((await officer.get<PeopleReply>(`people?place=01&search=${encodeURIComponent('ចាន់ណែត')}`)).body.people).toHaveLength(1);
  });

  it('are found at their places by words and codes of these', async () => {
    const find = async (search: FindPlacesQuery['search']): Promise<string[]> =>
      (await officer.get<PlaceWithPath[]>(`people/place-search?search=${encodeURIComponent(search)}`)).body.map((place) => place.code);
    expect(await find('បត់ត្រង់')).toEqual(['010202', '01020207']);
    expect(await find('bat tr')).toEqual(['010202', '01020207']);
    expect(await find('0102')).toEqual(['0102']);
    expect(await find('%')).toEqual([]);
  });

  it('move: the learner’s role goes along, groups that they can no longer be in let them go, and it is noted', async () => {
    const id = demoId('sophea');
    expect((await elsewhere.post(`people/${id}/move`, { place: '0103' })).status).toBe(403);
    expect((await officer.post(`people/${id}/move`, { place: '02' })).status).toBe(403);
    expect((await officer.post(`people/${id}/move`, { place: '010299' })).body).toMatchObject({ errors: [{ rule: 'existing-place' }] });
    const { body } = await officer.post<PersonReply>(`people/${id}/move`, { place: '010301' });
    expect(rolesOf(body)).toEqual(['learner 010301']);
    expect(body.past).toMatchObject([{ role: 'learner', place: { code: '01020101' } }]);
    expect(body.groups).toEqual([]);
    expect(body.acts[0]).toMatchObject({ kind: 'moved', place: { code: '010301' }, by: { givenNameLatin: 'DARA' } });
    expect((await elsewhere.get(`people/${id}`)).status).toBe(200);
  });

  it('get roles and lose them by who may give them there; nobody takes their own', async () => {
    const id = demoId('vannak');
    expect((await officer.post(`people/${id}/roles`, { role: 'officer', place: '010202' })).status).toBe(403);
    expect((await officer.post(`people/${id}/roles`, { role: 'mentor', place: '02' })).status).toBe(403);
    for (let twice = 0; twice < 2; twice++)
      expect(rolesOf((await officer.post<PersonReply>(`people/${id}/roles`, { role: 'mentor', place: '010202' })).body)).toEqual([
        'learner 010202',
        'mentor 010202',
      ]);
    expect(rolesOf((await officer.post<PersonReply>(`people/${id}/roles/end`, { role: 'mentor', place: '010202' })).body)).toEqual([
      'learner 010202',
    ]);
    expect((await officer.post(`people/${id}/roles/end`, { role: 'mentor', place: '010202' })).status).toBe(404);
    expect((await administrator.post(`people/${demoId('bopha')}/roles/end`, { role: 'administrator', place: 'KH' })).status).toBe(403);
    expect((await administrator.post(`people/${demoId('bopha')}/leave`)).status).toBe(403);
  });

  it('are grouped: members learn at the place, and who is named a mentor becomes one there', async () => {
    const made = await officer.post<GroupReply>('people/groups', { name: ' ក្រុម ២ ', place: '010202' });
    expect(made.body).toMatchObject({ name: 'ក្រុម ២', place: { code: '010202' }, members: [], mentors: [] });
    const path = `people/groups/${made.body.id}`;
    const whole = { name: 'ក្រុមថ្មី', members: [demoId('vannak')], mentors: [demoId('ratana')] };
    expect((await officer.put(path, { ...whole, members: [demoId('sarun')] })).body).toMatchObject({
      errors: [{ path: 'members', rule: 'learner-here' }],
    });
    expect((await officer.put(path, { ...whole, mentors: [randomUUID()] })).body).toMatchObject({
      errors: [{ path: 'mentors', rule: 'person-here' }],
    });
    expect((await elsewhere.put(path, whole)).status).toBe(403);
    expect((await elsewhere.get(path)).status).toBe(403);
    expect((await elsewhere.get(`people/groups/${randomUUID()}`)).status).toBe(403);
    const { body } = await officer.put<GroupReply>(path, whole);
    expect(body).toMatchObject({
      name: 'ក្រុមថ្មី',
      members: [{ person: { id: demoId('vannak') }, hasCard: true }],
      mentors: [{ person: { id: demoId('ratana') } }],
    });
    expect(rolesOf(await person('ratana'))).toContain('mentor 010202');
    expect((await person('ratana')).acts.map((act) => act.kind).sort()).toEqual(['group-joined', 'role-given']);
    await officer.post(`people/${demoId('ratana')}/roles/end`, { role: 'mentor', place: '010202' });
    expect((await officer.get<GroupReply>(path)).body.mentors).toEqual([]);
    expect((await officer.delete(path)).status).toBe(204);
    expect((await administrator.get(path)).status).toBe(404);
  });

  it('get their cards in one request: those of a group, of some people, once or again, never of people elsewhere', async () => {
    const ids = [await add('ទី១'), await add('ទី២', '010202')];
    const body = { persons: ids, again: false };
    expect((await elsewhere.post('people/cards', body)).status).toBe(403);
    expect((await officer.post('people/cards', { persons: [...ids, demoId('bopha')], again: false })).status).toBe(403);
    expect((await officer.post('people/cards', { persons: ids, group: DEMO_GROUPS[0].id, again: false })).body).toMatchObject({
      errors: [{ rule: 'one-of' }],
    });
    const first = (await officer.post<IssueCardsReply>('people/cards', body)).body;
    expect(first.left).toBe(0);
    expect(first.cards.map((card) => [card.place.code, card.person.givenName])).toEqual([
      ['010201', 'ទី១'],
      ['010202', 'ទី២'],
    ]);
    const [card] = first.cards;
    expect(card?.address.endsWith(`/card#${card.code.replaceAll(' ', '')}`)).toBe(true);
    expect((await api.browser().post('identity/card', { code: card?.code })).status).toBe(200);
    expect((await officer.post<IssueCardsReply>('people/cards', body)).body.cards).toEqual([]);
    const again = (await officer.post<IssueCardsReply>('people/cards', { ...body, again: true })).body;
    expect(again.cards).toHaveLength(2);
    expect((await api.browser().post('identity/card', { code: card?.code })).status).toBe(401);
    const ofGroup = (await officer.post<IssueCardsReply>('people/cards', { group: DEMO_GROUPS[0].id, again: true })).body;
    expect(ofGroup.cards.map((one) => one.person.givenNameLatin).sort()).toEqual(['CHANNA', 'RATANA']);
  });

  it('leave: card and sessions end, the name and what was learnt stay, and they can come back', async () => {
    const phone = await onPhone(api, 'sarun');
    const { body } = await officer.post<PersonReply>(`people/${demoId('sarun')}/leave`);
    expect(body).toMatchObject({ roles: [], groups: [], hasCard: false, person: { familyName: 'ម៉ៅ' } });
    expect((await phone.get(`progress/${demoId('sarun')}`)).status).toBe(403);
    expect((await officer.get<PeopleReply>('people?place=0103')).body.people.map((one) => one.person.id)).not.toContain(demoId('sarun'));
    expect((await officer.get(`people/${demoId('sarun')}`)).status).toBe(200);
    const back = await officer.post<PersonReply>(`people/${demoId('sarun')}/roles`, { role: 'learner', place: '01030101' });
    expect(rolesOf(back.body)).toEqual(['learner 01030101']);
  });

  it('are forgotten: no name, number or way in is left, and every event stays under the id', async () => {
    const id = demoId('channa');
    await api.database.query(
      `insert into learning_event (learner_id, id, position, device_id, sequence, course_id, version, kind, body, occurred_at, corrected_at)
       values ($1, gen_random_uuid(), nextval('learning_event_position_seq'), gen_random_uuid(), 1, $2, 1, 'lesson.opened', '{"lessonId":"x"}', now(), now())`,
      [id, COURSE],
    );
    expect((await person('channa')).events).toBe(1);
    expect((await elsewhere.post(`people/${id}/forget`)).status).toBe(403);
    expect((await officer.post(`people/${id}/forget`)).body).toEqual({ events: 1 });
    const [row] = await api.database.query<object[]>('select family_name, given_name_latin, phone, search_key from person where id = $1', [
      id,
    ]);
    expect(row).toEqual({ family_name: '', given_name_latin: '', phone: null, search_key: '' });
    for (const table of ['card', 'pin', 'group_member', 'device_learner'])
      expect(await api.database.query(`select 1 from ${table} where person_id = $1`, [id])).toEqual([]);
    expect(await api.database.query('select 1 from learning_event where learner_id = $1', [id])).toHaveLength(1);
    expect((await officer.get(`people/${id}`)).status).toBe(403);
    expect((await administrator.get(`people/${id}`)).status).toBe(404);
    const acts = await api.database.query<{ kind: string; text: string }[]>(
      'select kind, detail::text as text from person_act where person_id = $1 order by done_at desc',
      [id],
    );
    expect(acts[0]?.kind).toBe('forgotten');
    await expect(api.database.query('delete from person_act')).rejects.toThrow('never changed');
  });

  it('and their numbers never reach the log', () => {
    expect(api.log.join('\n')).not.toMatch(/[\u1780-\u17ff]|000 1\d\d|0001\d\d/);
  });
});
