import { BadGazetteer, Gazetteer, readGazetteer } from '@sala/api/people';
import type { PeopleReply, PersonInList, PlaceReply } from '@sala/contract/dto';
import { canonicalKhmer } from '@sala/domain/khmer';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from './browser.js';
import { asStaff, countQueries, demoId, onPhone, startApi, type TestApi } from './start-api.js';

describe('places', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ demo: true });
  });
  afterAll(() => api.close());

  const children = async (parent: string): Promise<PlaceReply[]> =>
    (await api.browser().get<PlaceReply[]>(`people/places?parent=${parent}`)).body;

  it('are the 25 provinces in Khmer dictionary order, and what lies in them', async () => {
    const provinces = await children('KH');
    expect(provinces).toHaveLength(25);
    const names = provinces.map((place) => place.khmer);
    expect(names).toEqual([...names].sort(new Intl.Collator('km').compare));
    expect(provinces.find((place) => place.code === '12')).toEqual({ code: '12', khmer: 'ភ្នំពេញ', latin: 'Phnom Penh', unit: 'រាជធានី' });
    expect((await children('0102')).map((place) => place.code).sort()).toEqual(['010201', '010202']);
  });

  it('are refused by a code of another form', async () => {
    for (const parent of ['', '1', 'kh', '01%', '0102010101']) {
      const reply = await api.browser().get(`people/places?parent=${encodeURIComponent(parent)}`);
      expect(reply.body).toMatchObject({ code: 'invalid-request', errors: [{ path: 'parent', rule: 'matches' }] });
    }
  });

  it('come in from a gazetteer as a whole: new, changed, gone and returned', async () => {
    const gazetteer = api.app.get(Gazetteer);
    const before = (
      await api.database.query<{ code: string; khmer: string; latin: string; unit: string }[]>(
        `select code, khmer, latin, unit from place where code <> 'KH' order by code`,
      )
    ).map((place) => [place.code, place.khmer, place.latin, place.unit].join('\t'));
    const more = [...before.filter((line) => !line.startsWith('0103')), '0104\tអូរជ្រៅ\tOu Chrov\tស្រុក', '010401\tប៉ោយ​ ប៉ែត\tPaoy Paet\tសង្កាត់'];
    expect(await gazetteer.bringIn(more.join('\r\n'))).toEqual({ added: 2, changed: 0, same: 31, ended: 4 });
    expect((await children('01')).map((place) => place.code)).not.toContain('0103');
    const [kept] = await api.database.query<{ ended: boolean }[]>(`select valid_to = current_date as ended from place where code = '0103'`);
    expect(kept?.ended).toBe(true);
    expect((await children('0104'))[0]?.khmer).toBe('ប៉ោយ ប៉ែត');
    expect(await gazetteer.bringIn([...more, ...before.filter((line) => line.startsWith('0103'))].join('\n'))).toMatchObject({
      added: 0,
      changed: 4,
      ended: 0,
    });
    expect((await children('01')).map((place) => place.code)).toContain('0103');
  });

  it('tell each bad row of a gazetteer in a sentence and change nothing', async () => {
    const rows = [
      '01\tក\tKa\tខេត្ត',
      '01\tក\tKa\tខេត្ត',
      '0199\tក\tKa\tឃុំ',
      '020101\tក\tKa\tឃុំ',
      '03\tLatin\tKa\tខេត្ត',
      '1\tក\tKa\tខេត្ត',
      '04\tក\tKa',
    ];
    const count = async (): Promise<unknown> => api.database.query('select count(*), max(valid_to) from place');
    const before = await count();
    const error = await api.app
      .get(Gazetteer)
      .bringIn(rows.join('\n'))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadGazetteer);
    expect((error as BadGazetteer).faults.map((fault) => fault.split(':')[0])).toEqual([
      'Line 2',
      'Line 3',
      'Line 4',
      'Line 5',
      'Line 6',
      'Line 7',
    ]);
    expect((error as BadGazetteer).faults[2]).toBe('Line 4: 020101 lies in 0201, which is not in the file.');
    expect(await count()).toEqual(before);
    expect(() => readGazetteer('')).toThrow(BadGazetteer);
  });
});

describe('people', () => {
  let api: TestApi;
  let officer: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true });
    officer = await asStaff(api, 'officer');
  });
  afterAll(() => api.close());

  const list = async (query: string, browser = officer): Promise<PersonInList[]> =>
    (await browser.get<PeopleReply>(`people?${query}`)).body.people;
  const someone = {
    familyName: 'អ៊ុក',
    givenName: 'សុភ័ក្ត្រ',
    familyNameLatin: 'OUK',
    givenNameLatin: 'SOPHEAK',
    role: 'learner',
    place: '010201',
  };

  it('are listed with roles, card and PIN, for a place and all below it', async () => {
    await onPhone(api, 'channa');
    const people = await list('place=010201');
    expect(people.map((one) => one.person.givenNameLatin)).toEqual(['SOPHEA', 'RATANA', 'CHANNA']);
    expect(people[2]).toMatchObject({
      roles: [{ role: 'learner', place: { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' } }],
      hasCard: true,
      hasPin: true,
    });
    expect(await list('place=01030101')).toHaveLength(1);
  });

  it('are found by parts of their names in either script and any encoding', async () => {
    for (const search of ['សុភា', 'ស ុភា'.replace(' ', ''), 'sophea', 'SOPH', 'ចាន់សុភា', 'ចាន់​សុភា']) {
      const found = await list(`place=01&search=${encodeURIComponent(search)}`);
      expect(found.map((one) => one.person.id)).toContain(demoId('sophea'));
    }
    expect(await list('place=01&search=%25')).toHaveLength((await list('place=01')).length);
    expect(await list('place=01&search=zzz')).toEqual([]);
  });

  it('are added with names in one encoding, by who may give the role there', async () => {
    const typed = { ...someone, familyName: ' ខែ្មរ ', givenName: 'ស្រី​ ' };
    const added = await officer.post<PersonInList>('people', typed);
    expect(added.body.person).toMatchObject({ familyName: 'ខ្មែរ', givenName: 'ស្រី' });
    expect(canonicalKhmer(added.body.person.familyName)).toBe(added.body.person.familyName);
    expect(added.body).toMatchObject({ hasCard: false, hasPin: false, roles: [{ role: 'learner', place: { code: '010201' } }] });
    expect((await officer.post('people', { ...someone, role: 'officer' })).body).toMatchObject({ code: 'not-allowed' });
    expect((await officer.post('people', { ...someone, place: '02' })).body).toMatchObject({ code: 'not-allowed' });
    expect((await officer.post('people', { ...someone, place: '010299' })).body).toMatchObject({
      errors: [{ path: 'place', rule: 'existing-place' }],
    });
    expect((await officer.post('people', { ...someone, familyName: '  ' })).body).toMatchObject({ code: 'invalid-request' });
    expect((await officer.post('people', { ...someone, givenName: '\u0000\u202E' })).body).toMatchObject({
      errors: [{ path: 'givenName', rule: 'isNotEmpty' }],
    });
    expect((await officer.get('people?place=01&search=%00')).body).toMatchObject({
      code: 'invalid-request',
      errors: [{ path: '', rule: 'text' }],
    });
    expect((await officer.post('people', { ...someone, role: 'king' })).body).toMatchObject({
      errors: [{ path: 'role', rule: 'matches' }],
    });
    expect((await officer.post('people', { ...someone, demo: true })).body).toMatchObject({
      errors: [{ path: 'demo', rule: 'whitelistValidation' }],
    });
  });

  it('come a page of fifty at a time, in order, each once, by as many queries for many as for few', async () => {
    const names = ['កុង', 'ខៀវ', 'គង់', 'ឆាយ', 'ឌិន', 'តាំង', 'ថន', 'ផេង'];
    for (let i = 0; i < 120; i++)
      await officer.post('people', { ...someone, familyName: names[i % names.length], place: '010202', anyway: true });
    const [one, many] = [
      await countQueries(() => officer.get('people?place=01030101')),
      await countQueries(() => officer.get('people?place=010202')),
    ];
    expect([one, many]).toEqual([2, 2]);
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 5; page++) {
      const { body } = await officer.get<PeopleReply>(`people?place=010202${after && `&after=${after}`}`);
      expect(body.people.length).toBeLessThanOrEqual(50);
      seen.push(...body.people.map((one) => one.person.id));
      after = body.next ?? '';
      if (!after) break;
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
    const order = await api.database.query<{ id: string }[]>(
      'select id from person where id = any($1) order by family_name collate khmer, given_name collate khmer, id',
      [seen],
    );
    expect(seen).toEqual(order.map((row) => row.id));
  });

  it('are not in the reach of somebody with a larger role elsewhere', async () => {
    await api.database.query(`insert into role_held (person_id, role, place_code) values ($1, 'learner', '010201')`, [demoId('bopha')]);
    expect((await officer.post(`people/${demoId('bopha')}/card`)).body).toMatchObject({ code: 'not-allowed' });
    const mentor = await onPhone(api, 'ratana');
    expect((await mentor.post(`people/${demoId('bopha')}/one-time-code`)).body).toMatchObject({ code: 'not-allowed' });
  });

  it('lose what an ended role gave, at the next request', async () => {
    const mentor = await onPhone(api, 'ratana');
    expect((await mentor.get('people?place=010201')).status).toBe(200);
    await api.database.query(`update role_held set valid_to = now() where person_id = $1 and role = 'mentor'`, [demoId('ratana')]);
    api.wait(1);
    expect((await mentor.get('people?place=010201')).status).toBe(403);
  });
});
