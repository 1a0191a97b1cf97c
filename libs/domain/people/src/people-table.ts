import type { Role } from '@sala/domain/access';
import { safeCell } from './cells.js';
import { HEADINGS } from './columns.js';
import { ROLE_WORDS } from './roles.js';

/** A person to write into a table. */
export interface PersonToExport {
  familyName: string;
  givenName: string;
  familyNameLatin: string;
  givenNameLatin: string;
  place: string;
  /** The names of the place and of those above it. */
  placePath: string;
  roles: readonly Role[];
  phone: string;
}

/** People as a table that the import takes again: headings, then a row each, no cell of which a spreadsheet could run. */
export function peopleTable(people: readonly PersonToExport[]): string[][] {
  const rows = people.map((one) => [
    one.familyName,
    one.givenName,
    one.familyNameLatin,
    one.givenNameLatin,
    one.place,
    one.placePath,
    one.roles.map((role) => ROLE_WORDS[role][0]).join(', '),
    one.phone,
  ]);
  return [Object.values(HEADINGS), ...rows].map((row) => row.map(safeCell));
}
