import { readTable } from '@sala/domain/people';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { LARGEST_FILE, readFile, readText } from './late-sheets.js';

const TABLE = [
  ['ឈ្មោះ', 'ទីកន្លែង'],
  ['សុខ ចាន់ណា', '010201'],
];
const CSV = TABLE.map((row) => row.join(',')).join('\r\n');

const blob = (bytes: Uint8Array | string): Blob => new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]);
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
const cellsOf = async (file: Blob): Promise<unknown> => {
  const read = await readFile(file);
  return read.ok ? read.cells : read.fault;
};

describe('a list in a file', () => {
  it.each<[string, Uint8Array | string]>([
    ['UTF-8', CSV],
    ['UTF-8 with its mark', `\uFEFF${CSV}`],
    ['UTF-16 LE', utf16(CSV, true, true)],
    ['UTF-16 BE', utf16(CSV, false, true)],
    ['UTF-16 LE without a mark', utf16(`a,b\r\n${'x,y\r\n'.repeat(40)}`, true, false)],
    ['semicolons', CSV.replaceAll(',', ';')],
    ['tabs', CSV.replaceAll(',', '\t')],
  ])('is read as CSV: %s', async (name, bytes) => {
    const cells = await cellsOf(blob(bytes));
    expect(name.endsWith('without a mark') ? (cells as string[][])[0] : cells).toEqual(
      name.endsWith('without a mark') ? ['a', 'b'] : TABLE,
    );
  });

  it('keeps cells with commas, quotes and line ends whole', () => {
    expect(readText('name,place\n"ក, ""ខ""\nគ",01')).toEqual({
      ok: true,
      cells: [
        ['name', 'place'],
        ['ក, "ខ"\nគ', '01'],
      ],
    });
  });

  it('is read as a workbook: texts, numbers and days', async () => {
    const rows = [...TABLE.map((row) => row.map((value) => ({ value, type: String }))), [{ value: 10201, type: Number }, null]];
    const bytes = await writeXlsxFile(rows).toBuffer();
    const cells = await cellsOf(blob(new Uint8Array(bytes)));
    expect(cells).toEqual([...TABLE, ['10201', '']]);
    expect(readTable(cells as string[][])).toMatchObject({ ok: true, rows: [{ family: 'សុខ' }, { family: '10201' }] });
  });

  it('of five thousand people is read without a worker', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => [`សុខ ចាន់ណា${'កខគឃង'[i % 5]}`, 'ស្រុកមង្គលបូរី / ឃុំបន្ទាយនាង', 'អ្នករៀន', '012 000 101']);
    const bytes = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
    expect(bytes.length).toBeLessThan(LARGEST_FILE);
    expect(await cellsOf(blob(new Uint8Array(bytes)))).toHaveLength(5_000);
  });
});

describe('a hostile file', () => {
  const workbook = '<workbook xmlns="x"><sheets/></workbook>';
  const sheet = (xml: string): Record<string, Uint8Array> => ({
    'xl/workbook.xml': strToU8(workbook),
    'xl/worksheets/sheet1.xml': strToU8(xml),
  });

  it.each<[string, () => Uint8Array, string]>([
    ['too large', () => new Uint8Array(LARGEST_FILE + 1), 'too-big'],
    ['a bomb', () => zipSync({ ...sheet('x'), 'xl/bomb.xml': new Uint8Array(60_000_000) }), 'too-big'],
    [
      'thousands of parts',
      () => zipSync(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`xl/${i}.xml`, strToU8('x')]))),
      'too-big',
    ],
    ['another archive', () => zipSync({ 'lesson.json': strToU8('{}') }), 'not-a-table'],
    ['entities that swell', () => zipSync(sheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')), 'damaged'],
    ['an archive cut short', () => zipSync(sheet('x')).subarray(0, 60), 'damaged'],
    ['a workbook of nothing', () => zipSync(sheet('<worksheet/>')), 'damaged'],
    ['an old workbook', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'not-a-table'],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), 'not-a-table'],
    ['bytes that are no text', () => Uint8Array.from([0x41, 0xff, 0xfe, 0xfd, 0xc0]), 'not-a-table'],
  ])('is refused: %s', async (_, make, fault) => {
    expect(await cellsOf(blob(make()))).toBe(fault);
  });

  it('that lies about its size is refused as damaged', async () => {
    const bytes = zipSync({ ...sheet('x'.repeat(50_000)) });
    const view = new DataView(bytes.buffer);
    // The sizes of every entry in the central directory and before its data become 10.
    for (let at = 0; at < bytes.length - 4; at++) {
      const mark = view.getUint32(at, true);
      if (mark === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (mark === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(['damaged', 'not-a-table']).toContain(await cellsOf(blob(bytes)));
  });
});
