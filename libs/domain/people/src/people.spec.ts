import { isWithin, ROLES, type Role } from '@sala/domain/access';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkImport,
  checkRow,
  cleanName,
  peopleTable,
  phoneNumber,
  placeFinder,
  placePath,
  readTable,
  restored,
  safeCell,
  splitName,
  type ImportSurroundings,
  type NamedPlace,
  type PersonRow,
} from './index.js';

const PLACES: NamedPlace[] = [
  { code: '01', khmer: 'បន្ទាយមានជ័យ', latin: 'Banteay Meanchey', unit: 'ខេត្ត' },
  { code: '0102', khmer: 'មង្គលបូរី', latin: 'Mongkol Borey', unit: 'ស្រុក' },
  { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang', unit: 'ឃុំ' },
  { code: '01020101', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang', unit: 'ភូមិ' },
  { code: '010202', khmer: 'បត់ត្រង់', latin: 'Bat Trang', unit: 'ឃុំ' },
  { code: '0103', khmer: 'ភ្នំស្រុក', latin: 'Phnum Srok', unit: 'ស្រុក' },
  { code: '02', khmer: 'បាត់ដំបង', latin: 'Battambang', unit: 'ខេត្ត' },
  { code: '0201', khmer: 'បត់ត្រង់', latin: 'Bat Trang', unit: 'ស្រុក' },
];
const find = placeFinder(PLACES);
const surroundings: ImportSurroundings = {
  find,
  reaches: (place) => isWithin(place, '01'),
  mayGrant: (role) => role !== 'officer' && role !== 'administrator',
};
const row = (line: number, more: Partial<PersonRow> = {}): PersonRow => ({
  line,
  family: 'សុខ',
  given: 'ចាន់ណា',
  familyLatin: '',
  givenLatin: '',
  place: '010201',
  role: '',
  phone: '',
  ...more,
});

describe('cells', () => {
  it.each(['=1+1', '+855', '-1', '@SUM(A1)', '\tx', '\rx', "'quoted"])('%j can not be run, and comes back as it was', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
    expect(restored(safeCell(text))).toBe(text);
  });

  it('come back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(restored(safeCell(text))).toBe(text);
        expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('names and numbers', () => {
  it('are one writing, split at the first space', () => {
    expect(cleanName(' ខែ្មរ\u200B \u0000 ')).toBe('ខ្មែរ');
    expect(splitName(' សុខ  ចាន់ ណា ')).toEqual({ familyName: 'សុខ', givenName: 'ចាន់ ណា' });
    expect(splitName('សុខ')).toEqual({ familyName: 'សុខ', givenName: '' });
  });

  it.each([
    ['012 000 101', '012 000 101'],
    ['+855 12-000-101', '012 000 101'],
    ['០១២០០០១០១', '012 000 101'],
    ['12000101', '012 000 101'],
    ['0960001012', '096 000 1012'],
    ['12', undefined],
    ['012 000 10x', undefined],
    ['012000101222', undefined],
  ])('%s is the number %s', (typed, number) => {
    expect(phoneNumber(typed)).toBe(number);
  });
});

describe('the place that a text means', () => {
  it.each([
    ['010201', '010201'],
    ['10201', '010201'],
    ['០១០២០១', '010201'],
    ['ឃុំបន្ទាយនាង', '010201'],
    ['ភូមិ បន្ទាយនាង', '01020101'],
    ['ខេត្តបន្ទាយមានជ័យ / ស្រុកមង្គលបូរី / ឃុំបន្ទាយនាង', '010201'],
    ['ឃុំបន្ទាយនាង, ស្រុកមង្គលបូរី, ខេត្តបន្ទាយមានជ័យ', '010201'],
    ['Banteay Meanchey > Bat Trang', '010202'],
    ['bat trang commune', '010202'],
    ['ភ្នំស្រុក', '0103'],
  ])('%s is %s', (text, code) => {
    expect(find(text)).toEqual({ code });
  });

  it('may be several or none', () => {
    expect(find('បន្ទាយនាង')).toEqual({ several: ['010201', '01020101'] });
    expect(find('បត់ត្រង់')).toEqual({ several: ['010202', '0201'] });
    for (const text of ['019999', 'ឃុំគ្មាន', 'ខេត្តបាត់ដំបង / ឃុំបន្ទាយនាង', '1234567890', '']) expect(find(text)).toBeUndefined();
  });

  it('is found again by its own path', () => {
    const names = new Map(PLACES.map((place) => [place.code, place]));
    for (const { code } of PLACES) expect(find(placePath(code, names))).toEqual({ code });
  });
});

describe('a table of people', () => {
  it('is read by its headings, in any order and either language', () => {
    const read = readTable([
      ['', ''],
      ['តួនាទី', 'ឈ្មោះ', 'ឃុំ', 'ខេត្ត'],
      ['', 'សុខ ចាន់ណា', 'បន្ទាយនាង', 'បន្ទាយមានជ័យ'],
      ['', '', '', ''],
    ]);
    expect(read).toEqual({ ok: true, rows: [row(3, { place: 'ខេត្ត បន្ទាយមានជ័យ / ឃុំ បន្ទាយនាង' })] });
    expect(find('ខេត្ត បន្ទាយមានជ័យ / ឃុំ បន្ទាយនាង')).toEqual({ code: '010201' });
  });

  it('needs no headings when its columns are name, place, role, Latin name, number', () => {
    expect(readTable([['សុខ ចាន់ណា', '010201', '', 'SOK CHANNA', '012 000 101']])).toEqual({
      ok: true,
      rows: [row(1, { familyLatin: 'SOK', givenLatin: 'CHANNA', phone: '012 000 101' })],
    });
  });

  it.each([
    [[], 'empty'],
    [[['', '']], 'empty'],
    [[['ឈ្មោះ', 'ឃុំ']], 'empty'],
    [
      [
        ['ឃុំ', 'តួនាទី'],
        ['a', 'b'],
      ],
      'no-name-column',
    ],
    [
      [
        ['ឈ្មោះ', 'តួនាទី'],
        ['a', 'b'],
      ],
      'no-place-column',
    ],
    [Array.from({ length: 5_001 }, (_, i) => [`ក ${i}`, '01']), 'too-many-rows'],
  ])('says why it can not be read: %#', (cells, fault) => {
    expect(readTable(cells)).toEqual({ ok: false, fault });
  });
});

describe('the faults of a row', () => {
  it.each<[string, Partial<PersonRow>, string[]]>([
    ['nothing', {}, []],
    ['no name', { family: '', given: '' }, ['family-missing', 'given-missing']],
    ['one word', { given: '' }, ['given-missing']],
    ['a long name', { given: 'ក'.repeat(61) }, ['name-too-long']],
    ['digits in a name', { given: 'ចាន់ណា2' }, ['name-signs']],
    ['a formula', { given: '=HYPERLINK("x")' }, ['name-signs']],
    ['Khmer as Latin', { familyLatin: 'សុខ' }, ['latin-not-latin']],
    ['no place', { place: '' }, ['place-missing']],
    ['an unknown place', { place: 'ឃុំគ្មាន' }, ['place-unknown']],
    ['two such places', { place: 'បន្ទាយនាង' }, ['place-several']],
    ['a place elsewhere', { place: '02' }, ['place-not-yours']],
    ['one such place in reach', { place: 'បត់ត្រង់' }, []],
    ['an unknown role', { role: 'ស្ដេច' }, ['role-unknown']],
    ['a role too high', { role: 'មន្ត្រី' }, ['role-not-yours']],
    ['two roles', { role: 'អ្នករៀន, Mentor' }, []],
    ['a wrong number', { phone: '12' }, ['phone-wrong']],
  ])('%s', (_, more, codes) => {
    const [checked] = checkImport([row(2, more)], surroundings, []);
    expect(checked?.faults.map((fault) => fault.code)).toEqual(codes);
  });

  it('tell of the same folded name at the same place or within it, unless it is somebody else', () => {
    const rows = [row(2), row(3, { given: 'ចាន់\u200Bណា', place: '01020101' }), row(4, { place: '010202' })];
    const codes = (known: { familyName: string; givenName: string; place: string }[], anyway?: Set<number>): string[][] =>
      checkImport(rows, surroundings, known, anyway).map(({ faults }) =>
        faults.map(({ code, detail }) => `${code} ${detail ?? ''}`.trim()),
      );
    expect(codes([])).toEqual([[], ['twice-in-list 2'], []]);
    expect(codes([{ familyName: 'សុខ', givenName: 'ចាន់ណា', place: '0102' }], new Set([3]))).toEqual([
      ['already-there'],
      [],
      ['already-there'],
    ]);
  });
});

const name = fc.constantFrom('សុខ', 'ចាន់ណា', 'ស៊ិន ស៊ីសា', 'ម៉ៅ', "O'Neal", 'Keo-Vannak', 'ខ្មែរ');
const latin = fc.constantFrom('', 'SOK', 'Van Nak', "D'Arc");
const person = fc.record({
  familyName: name,
  givenName: name,
  familyNameLatin: latin,
  givenNameLatin: latin,
  place: fc.constantFrom(...PLACES.map((place) => place.code)),
  roles: fc.uniqueArray(fc.constantFrom<Role>(...ROLES), { minLength: 1 }),
  phone: fc.constantFrom('', '012 000 101', '096 000 1012'),
});

describe('export, then import', () => {
  it('gives the same people', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), (people) => {
        const table = peopleTable(people.map((one) => ({ ...one, placePath: 'x' })));
        const read = readTable(table);
        expect(read.ok && read.rows.map((one) => ({ ...checkRow(one).person, place: one.place }))).toEqual(people);
        expect(read.ok && read.rows.flatMap((one) => checkRow(one).faults)).toEqual([]);
      }),
    );
  });
});
