import * as v from 'valibot';
import { restored, type Cells } from './cells.js';
import { columnOf, WITHOUT_HEADINGS, type Column } from './columns.js';
import { cleanName, splitName } from './names.js';

/** So many people can be brought in at once. */
export const IMPORT_ROWS = 5_000;
const LONGEST_CELL = 300;

const text = v.pipe(v.string(), v.maxLength(LONGEST_CELL));

/** A row of a list of people as it was written; nothing of it is checked yet. */
export const PersonRow = v.strictObject({
  /** The row of the table as a spreadsheet counts it, from 1. */
  line: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  family: text,
  given: text,
  familyLatin: text,
  givenLatin: text,
  /** A code, or names of a place and those above it. */
  place: text,
  role: text,
  phone: text,
});
/** A row of a list of people as it was written; nothing of it is checked yet. */
export type PersonRow = v.InferOutput<typeof PersonRow>;

/** Reads rows that came from elsewhere; `undefined` when they have another form or a line twice. */
export function readRows(value: readonly unknown[]): PersonRow[] | undefined {
  const read = v.safeParse(v.pipe(v.array(PersonRow), v.maxLength(IMPORT_ROWS)), value);
  return read.success && new Set(read.output.map((row) => row.line)).size === read.output.length ? read.output : undefined;
}

/** Why a table as a whole can't be read. */
export type TableFault = 'empty' | 'no-name-column' | 'no-place-column' | 'too-many-rows';

/** The rows of a table, or why it can't be read. */
export type ReadTable = { ok: true; rows: PersonRow[] } | { ok: false; fault: TableFault };

const PATH: readonly (readonly [column: Column, unit: string])[] = [
  ['province', 'ខេត្ត'],
  ['district', 'ស្រុក'],
  ['commune', 'ឃុំ'],
  ['village', 'ភូមិ'],
];

function placeText(cell: (column: Column) => string): string {
  const code = cell('code');
  if (code !== '') return code;
  const path = PATH.map(([column, unit]) => (cell(column) === '' ? '' : `${unit} ${cell(column)}`)).filter((part) => part !== '');
  return [...path, cell('place')].filter((part) => part !== '').join(' / ');
}

function rowOf(line: number, cell: (column: Column) => string): PersonRow {
  const name = splitName(cell('name'));
  const latin = splitName(cell('nameLatin'));
  return {
    line,
    family: cell('family') || name.familyName,
    given: cell('given') || name.givenName,
    familyLatin: cell('familyLatin') || latin.familyName,
    givenLatin: cell('givenLatin') || latin.givenName,
    place: placeText(cell),
    role: cell('role'),
    phone: cell('phone'),
  };
}

function columnsOf(first: readonly string[]): { columns: (Column | undefined)[]; hasHeadings: boolean } {
  const columns = first.map(columnOf);
  const hasHeadings = columns.some((column) => column !== undefined);
  return { columns: hasHeadings ? columns : [...WITHOUT_HEADINGS], hasHeadings };
}

/** Reads a table of people: by its headings in Khmer or English, in any order, or without headings as name, place, role, Latin name, number. */
export function readTable(cells: Cells): ReadTable {
  const clean = cells.map((row) => row.map((cell) => cleanName(restored(cell)).slice(0, LONGEST_CELL)));
  const start = clean.findIndex((row) => row.some((cell) => cell !== ''));
  const first = clean[start];
  if (!first) return { ok: false, fault: 'empty' };
  const { columns, hasHeadings } = columnsOf(first);
  const has = (...wanted: Column[]): boolean => wanted.some((column) => columns.includes(column));
  if (!has('name', 'family', 'given')) return { ok: false, fault: 'no-name-column' };
  if (!has('code', 'place', 'province', 'district', 'commune', 'village')) return { ok: false, fault: 'no-place-column' };
  const from = hasHeadings ? start + 1 : start;
  const rows = clean.flatMap((row, i): PersonRow[] => {
    if (i < from || row.every((cell) => cell === '')) return [];
    return [rowOf(i + 1, (column) => row[columns.indexOf(column)] ?? '')];
  });
  if (rows.length === 0) return { ok: false, fault: 'empty' };
  return rows.length > IMPORT_ROWS ? { ok: false, fault: 'too-many-rows' } : { ok: true, rows };
}
