import { LOCKS } from '@sala/api/platform';
import { isPlaceCode, NATION, parentOf } from '@sala/domain/access';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { placeName, storePlaces, type PlaceRow, type StoredPlaces } from './places.js';

/** What an import did. */
export interface ImportedPlaces extends StoredPlaces {
  /** Places that are no longer in the file and ended today. */
  readonly ended: number;
}

/** Rows that can't be imported, a sentence each. */
export class BadGazetteer extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`${faults.length} rows can't be imported`);
  }
}

const UNITS: Readonly<Record<number, readonly string[]>> = {
  2: ['ខេត្ត', 'រាជធានី'],
  4: ['ស្រុក', 'ក្រុង', 'ខណ្ឌ'],
  6: ['ឃុំ', 'សង្កាត់'],
  8: ['ភូមិ'],
};
// Some sangkats and villages are numbers: ២.
const KHMER = /[\u1780-\u17b3\u17e0-\u17e9]/;
const CONTROL = /\p{Cc}/u;

function faultOf({ code, khmer, latin, unit }: PlaceRow, codes: ReadonlySet<string>): string | undefined {
  if (!isPlaceCode(code) || code === NATION) return `"${code}" is no place code: codes have 2, 4, 6 or 8 digits.`;
  const parent = parentOf(code);
  if (parent !== NATION && !codes.has(parent ?? '')) return `${code} lies in ${parent ?? ''}, which is not in the file.`;
  if (!KHMER.test(khmer)) return `${code} has no Khmer name in the second column.`;
  if (khmer.length > 100 || latin.length > 100 || CONTROL.test(khmer + latin))
    return `${code} has a name that is too long or holds control characters.`;
  const units = UNITS[code.length] ?? [];
  if (!units.includes(unit)) return `${code} is called "${unit}": a unit with ${code.length} digits is one of ${units.join(', ')}.`;
  return undefined;
}

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
  readonly place: PlaceRow;
}

function linesOf(text: string): Line[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((line, i): Line[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t').map(placeName);
    const [code = '', khmer = '', latin = '', unit = ''] = cells;
    return [{ number: i + 1, cells, place: { code, khmer, latin, unit } }];
  });
}

/** Reads a gazetteer with the columns code, Khmer name, Latin name, unit, separated by tabs; throws `BadGazetteer` with all faults. */
export function readGazetteer(text: string): PlaceRow[] {
  const lines = linesOf(text);
  const codes = new Set(lines.map((line) => line.place.code));
  const seen = new Set<string>();
  const faults = lines.flatMap(({ number, cells, place }) => {
    const fault = seen.has(place.code) ? `${place.code} stands in the file a second time.` : faultOf(place, codes);
    seen.add(place.code);
    if (cells.length === 4) return fault ? [`Line ${number}: ${fault}`] : [];
    return [`Line ${number}: there are ${cells.length} columns instead of 4 (code, Khmer name, Latin name, unit, separated by tabs).`];
  });
  if (lines.length === 0) faults.push('The file has no rows.');
  if (faults.length > 0) throw new BadGazetteer(faults);
  return lines.map((line) => line.place);
}

/** Brings the whole gazetteer in: all of a file or nothing of it. */
@Injectable()
export class Gazetteer {
  constructor(private readonly database: DataSource) {}

  /** Stores the places of a file; those that it no longer holds end today. */
  async bringIn(text: string): Promise<ImportedPlaces> {
    const rows = readGazetteer(text);
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.places]);
      const stored = await storePlaces(tx, rows);
      const [, ended] = await tx.query<[object[], number]>(
        'update place set valid_to = current_date where valid_to is null and code <> $1 and not code = any($2)',
        [NATION, rows.map((place) => place.code)],
      );
      return { ...stored, ended };
    });
  }
}
