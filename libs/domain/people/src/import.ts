import { isWithin, type Role } from '@sala/domain/access';
import { nameKey } from './names.js';
import type { FindPlace } from './place-finder.js';
import type { PersonRow } from './read-table.js';
import { checkRow, type ReadPerson, type RowFault } from './row.js';

/** A person who is there already. */
export interface KnownPerson {
  familyName: string;
  givenName: string;
  place: string;
}

/** What rows are checked against. */
export interface ImportSurroundings {
  find: FindPlace;
  /** Whether who imports reaches a place at all. */
  reaches(place: string): boolean;
  /** Whether who imports may give a role there. */
  mayGrant(role: Role, place: string): boolean;
}

/** A row with what it tells and what is wrong with it; without faults it can be brought in. */
export interface CheckedRow {
  row: PersonRow;
  person: ReadPerson;
  /** The code of the place, when it was found. */
  place: string;
  faults: RowFault[];
}

function lookUp(
  row: PersonRow,
  person: ReadPerson,
  { find, reaches, mayGrant }: ImportSurroundings,
): { place: string; faults: RowFault[] } {
  const fault = (code: RowFault['code'], field: RowFault['field'], detail?: string): RowFault[] => [
    detail === undefined ? { code, field } : { code, field, detail },
  ];
  if (row.place === '') return { place: '', faults: [] };
  const found = find(row.place);
  if (!found) return { place: '', faults: fault('place-unknown', 'place') };
  if ('several' in found) {
    // Of several places with a name, only those within reach can be meant.
    const near = found.several.filter(reaches);
    const [only] = near;
    if (only === undefined) return { place: '', faults: fault('place-not-yours', 'place') };
    if (near.length > 1) return { place: '', faults: fault('place-several', 'place', near.join(' ')) };
    return { place: only, faults: rolesAt(only) };
  }
  if (!reaches(found.code)) return { place: found.code, faults: fault('place-not-yours', 'place') };
  return { place: found.code, faults: rolesAt(found.code) };

  function rolesAt(place: string): RowFault[] {
    return person.roles.every((role) => mayGrant(role, place)) ? [] : fault('role-not-yours', 'role');
  }
}

const overlap = (a: string, b: string): boolean => a !== '' && b !== '' && (isWithin(a, b) || isWithin(b, a));

/**
 * Checks all rows of a list: each by itself, its place, and whether the same name stands at the same place, or one within it, twice in the list
 * or among those who are known. `anyway` names the lines of those who are really somebody else with the same name.
 */
export function checkImport(
  rows: readonly PersonRow[],
  surroundings: ImportSurroundings,
  known: readonly KnownPerson[],
  anyway: ReadonlySet<number> = new Set(),
): CheckedRow[] {
  const there = new Map<string, string[]>();
  for (const one of known) {
    const key = nameKey(one.familyName, one.givenName);
    there.set(key, [...(there.get(key) ?? []), one.place]);
  }
  const earlier = new Map<string, { line: number; place: string }[]>();
  return rows.map((row) => {
    const { person, faults } = checkRow(row);
    const at = lookUp(row, person, surroundings);
    const key = nameKey(person.familyName, person.givenName);
    const same = earlier.get(key)?.find(({ place }) => overlap(place, at.place));
    const all = [...faults, ...at.faults];
    if (key !== '' && !anyway.has(row.line)) {
      if (same) all.push({ code: 'twice-in-list', field: 'family', detail: String(same.line) });
      else if (there.get(key)?.some((place) => overlap(place, at.place))) all.push({ code: 'already-there', field: 'family' });
    }
    earlier.set(key, [...(earlier.get(key) ?? []), { line: row.line, place: at.place }]);
    return { row, person, place: at.place, faults: all };
  });
}
