import type { CheckImportReply, ImportReply, IssueCardsReply, PersonReply, UndoImportReply } from '@sala/contract/dto';
import { readTable, type PersonRow } from '@sala/domain/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import Papa from 'papaparse';
import readSheet from 'read-excel-file/node';
import type { Browser } from './browser.js';
import { asStaff, countQueries, demoId, startApi, type TestApi } from './start-api.js';

describe('a list of people', () => {
  let api: TestApi;
  let officer: Browser;
  let elsewhere: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true });
    officer = await asStaff(api, 'officer');
    elsewhere = await asStaff(api, 'reviewer');
    await api.database.query(`update role_held set role = 'officer', place_code = '02' where person_id = $1`, [demoId('samnang')]);
  });
  afterAll(() => api.close());

  const row = (line: number, more: Partial<PersonRow> = {}): PersonRow => ({
    line,
    family: 'ហេង',
    given: `ទី${'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ'[line % 33]}${'កខគឃង'[Math.floor(line / 33) % 5]}`,
    familyLatin: '',
    givenLatin: '',
    place: 'ស្រុកមង្គលបូរី / ឃុំបន្ទាយនាង',
    role: '',
    phone: '',
    ...more,
  });
  const rows = (count: number): PersonRow[] => Array.from({ length: count }, (_, i) => row(i + 2));
  const check = async (body: object, browser = officer): Promise<CheckImportReply> =>
    (await browser.post<CheckImportReply>('people/imports/check', { anyway: [], ...body })).body;
  const bringIn = (body: object, browser = officer) => browser.post<ImportReply>('people/imports', { anyway: [], ...body });
  const count = async (): Promise<number> => Number((await api.database.query<{ n: string }[]>('select count(*) as n from person'))[0]?.n);

  it('is checked whole, each fault on its row, and nothing is written', async () => {
    const before = await count();
    const planted = [
      row(2, { family: '' }),
      row(3, { given: '' }),
      row(4, { place: '' }),
      row(5, { place: 'ឃុំគ្មាន' }),
      row(6, { place: 'បត់ត្រង់' }),
      row(7, { place: 'ខេត្តបាត់ដំបង' }),
      row(8, { role: 'ស្ដេច' }),
      row(9, { role: 'មន្ត្រី' }),
      row(10, { phone: '12' }),
      row(11, { familyLatin: 'ហេង' }),
      row(12, { family: 'សុខ', given: 'ចាន់ណា' }),
      row(13),
      row(14, { given: row(13).given }),
    ];
    const { faulty, places, rows: all } = await check({ rows: planted });
    expect([all, places]).toEqual([13, [{ place: { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' }, people: 1 }]]);
    expect(faulty.map(({ line, faults }) => `${line} ${faults.map((fault) => fault.code).join(' ')}`)).toEqual([
      '2 family-missing',
      '3 given-missing',
      '4 place-missing',
      '5 place-unknown',
      '6 place-several',
      '7 place-not-yours',
      '8 role-unknown',
      '9 role-not-yours',
      '10 phone-wrong',
      '11 latin-not-latin',
      '12 already-there',
      '14 twice-in-list',
    ]);
    expect(faulty[4]?.faults[0]?.places?.map((place) => [place.code, place.path.map((above) => above.code)])).toEqual([
      ['010202', ['01', '0102']],
      ['01020207', ['01', '0102', '010202']],
    ]);
    expect(faulty.at(-1)?.faults[0]?.line).toBe(13);
    expect((await bringIn({ rows: planted, importId: randomUUID() })).body).toMatchObject({
      code: 'invalid-request',
      errors: [{ path: 'rows', rule: 'faultless' }],
    });
    expect(await count()).toBe(before);
  });

  it('is refused when its rows have another form', async () => {
    for (const bad of [[{}], [{ ...row(2), more: 1 }], [row(2), row(2)], [row(2, { family: 'ក'.repeat(301) })], ['x'], []])
      expect((await officer.post('people/imports/check', { rows: bad, anyway: [] })).body).toMatchObject({ code: 'invalid-request' });
  });

  it('comes in at once and once for its id, by as many queries for many as for few', async () => {
    const before = await count();
    const body = { rows: rows(120), importId: randomUUID() };
    const both = await Promise.all([bringIn(body), bringIn(body)]);
    expect(both.map(({ body: { people, place } }) => [people, place.code])).toEqual([
      [120, '010201'],
      [120, '010201'],
    ]);
    expect((await bringIn(body)).body.id).toBe(body.importId);
    expect(await count()).toBe(before + 120);
    expect((await bringIn(body, elsewhere)).body).toMatchObject({ code: 'not-allowed' });
    const [few, many] = [
      await countQueries(() => check({ rows: [row(400, { place: '010301' })] })),
      await countQueries(() => check({ rows: rows(120).map((one) => ({ ...one, place: '010301' })) })),
    ];
    expect(many).toBe(few);
    expect((await check({ rows: rows(120) })).faulty).toHaveLength(120);
    expect((await check({ rows: rows(120), anyway: rows(120).map((one) => one.line) })).faulty).toEqual([]);
  });

  it('gives its cards in one request, and is undone as a whole but for those who have begun', async () => {
    const importId = randomUUID();
    await bringIn({
      rows: [500, 501, 502].map((line) => row(line, { family: 'ឈឹម', place: '01030101', role: 'អ្នករៀន, អ្នកណែនាំ' })),
      importId,
    });
    expect((await elsewhere.post('people/cards', { imported: importId, again: false })).status).toBe(403);
    const { cards } = (await officer.post<IssueCardsReply>('people/cards', { imported: importId, again: false })).body;
    expect(cards).toHaveLength(3);
    const phone = api.browser();
    const shown = await phone.post<{ ticket: string }>('identity/card', { code: cards[0]?.code });
    await phone.post('identity/profile', { ticket: shown.body.ticket, pin: '2580', deviceId: phone.deviceId });
    const begun = cards[0]?.person.id ?? '';
    expect((await elsewhere.get<ImportReply[]>('people/imports')).body).toEqual([]);
    expect((await officer.get<ImportReply[]>('people/imports')).body[0]).toMatchObject({
      id: importId,
      people: 3,
      by: { givenNameLatin: 'DARA' },
    });
    expect((await elsewhere.post(`people/imports/${importId}/undo`)).status).toBe(403);
    const undone = (await officer.post<UndoImportReply>(`people/imports/${importId}/undo`)).body;
    expect([undone.removed, undone.kept.map((one) => one.id)]).toEqual([2, [begun]]);
    expect((await officer.get<PersonReply>(`people/${begun}`)).body.acts.map((act) => act.kind)).toEqual(['card-issued', 'imported']);
    expect((await officer.post(`people/imports/${importId}/undo`)).body).toMatchObject({ code: 'wrong-state' });
    expect((await officer.get<ImportReply[]>('people/imports')).body[0]).toMatchObject({ kept: 1, undoneAt: expect.any(String) });
  });

  it('leaves people alone, when undone, who have moved out of reach since', async () => {
    const importId = randomUUID();
    await bringIn({ rows: [row(600, { family: 'ទេព' })], importId });
    const [moved] = await api.database.query<{ id: string }[]>('select person_id as id from imported_person where import_id = $1', [
      importId,
    ]);
    await api.database.query(`update role_held set place_code = '02' where person_id = $1`, [moved?.id]);
    expect((await officer.post<UndoImportReply>(`people/imports/${importId}/undo`)).body.removed).toBe(0);
  });

  it('of 5,000 comes in', async () => {
    const families = ['កែវ', 'ម៉ៅ', 'លី', 'ប៉ែន', 'នួន', 'អ៊ុក', 'ខៀវ', 'គង់'];
    const many = Array.from({ length: 5_000 }, (_, i) =>
      row(i + 2, {
        family: families[i % 8],
        given: `${row(i).given}${'កខគឃងចឆជឈញ'[Math.floor(i / 165) % 10]}ា${'ិីឹឺុូេែៃោ'[Math.floor(i / 1650)]}`,
        place: '010202',
      }),
    );
    const checked = await check({ rows: many, anyway: many.map((one) => one.line) });
    expect(checked.faulty).toEqual([]);
    expect((await bringIn({ rows: many, anyway: many.map((one) => one.line), importId: randomUUID() })).body.people).toBe(5_000);
  });

  it('goes out as a file that comes in again, with nothing in it that a spreadsheet would run', async () => {
    await api.database.query(`update person set phone = '=1+1' where id = $1`, [demoId('sarun')]);
    expect((await elsewhere.get('people/file?place=0103&form=csv')).status).toBe(403);
    const csv = await officer.getFile('people/file?place=0103&form=csv');
    expect([csv.status, csv.type]).toEqual([200, 'text/csv; charset=utf-8']);
    const text = csv.bytes.toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(`,'=1+1`);
    const cells = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    const xlsx = await officer.getFile('people/file?place=0103&form=xlsx');
    const sheets = await readSheet(xlsx.bytes);
    const sheet = sheets[0]?.data.map((one) => one.map((cell) => (cell === null ? '' : String(cell))));
    const read = readTable(sheet ?? []);
    expect(read).toEqual(readTable(cells));
    expect(read.ok && read.rows.find((one) => one.given === 'សារុន')).toMatchObject({
      family: 'ម៉ៅ',
      familyLatin: 'MAO',
      place: '01030101',
      role: 'អ្នករៀន',
      phone: '=1+1',
    });
  });
});
