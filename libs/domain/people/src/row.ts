import type { Role } from '@sala/domain/access';
import { cleanName, phoneNumber } from './names.js';
import type { PersonRow } from './read-table.js';
import { rolesIn } from './roles.js';

/** What can be wrong with a row. */
export const ROW_FAULTS = [
  'family-missing',
  'given-missing',
  'name-too-long',
  'name-signs',
  'latin-not-latin',
  'place-missing',
  'place-unknown',
  'place-several',
  'place-not-yours',
  'role-unknown',
  'role-not-yours',
  'phone-wrong',
  'twice-in-list',
  'already-there',
] as const;
/** One of `ROW_FAULTS`. */
export type RowFaultCode = (typeof ROW_FAULTS)[number];

/** Something that is wrong with a row, in which field, and what helps to mend it: a line, or places. */
export interface RowFault {
  code: RowFaultCode;
  field: Exclude<keyof PersonRow, 'line'>;
  detail?: string;
}

/** A person as a row tells it, the place not yet looked up. */
export interface ReadPerson {
  familyName: string;
  givenName: string;
  familyNameLatin: string;
  givenNameLatin: string;
  roles: Role[];
  phone: string;
}

const LONGEST = 60;
// Letters and marks of any script, and what stands inside names.
const NAME = /^[\p{L}\p{M} .'’-]+$/u;
const KHMER = /[\u1780-\u17dd]/;

const NAMES = ['family', 'given', 'familyLatin', 'givenLatin'] as const;

function nameFaults(row: PersonRow): RowFault[] {
  return NAMES.flatMap((field): RowFault[] => {
    const name = cleanName(row[field]);
    if (name === '') {
      if (field === 'family') return [{ code: 'family-missing', field }];
      return field === 'given' ? [{ code: 'given-missing', field }] : [];
    }
    if (name.length > LONGEST) return [{ code: 'name-too-long', field }];
    if (!NAME.test(name)) return [{ code: 'name-signs', field }];
    const isLatin = field === 'familyLatin' || field === 'givenLatin';
    return isLatin && KHMER.test(name) ? [{ code: 'latin-not-latin', field }] : [];
  });
}

/** What a row tells, and all that is wrong with it by itself: everything but its place and its like. */
export function checkRow(row: PersonRow): { person: ReadPerson; faults: RowFault[] } {
  const roles = rolesIn(row.role);
  const phone = row.phone === '' ? '' : phoneNumber(row.phone);
  const faults = nameFaults(row);
  if (row.place === '') faults.push({ code: 'place-missing', field: 'place' });
  if (!roles) faults.push({ code: 'role-unknown', field: 'role' });
  if (phone === undefined) faults.push({ code: 'phone-wrong', field: 'phone' });
  const [familyName = '', givenName = '', familyNameLatin = '', givenNameLatin = ''] = NAMES.map((field) => cleanName(row[field]));
  return { person: { familyName, givenName, familyNameLatin, givenNameLatin, roles: roles ?? [], phone: phone ?? '' }, faults };
}
