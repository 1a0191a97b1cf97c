import { canonicalKhmer, latinDigits, searchKey } from '@sala/domain/khmer';

// Control characters and marks that turn the direction of writing: none belongs in a name.
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A name as it is kept: one encoding, without what can't be seen, one space between words. */
export function cleanName(name: string): string {
  return canonicalKhmer(name.replaceAll('\u200B', '').replace(UNSEEN, ' ')).replace(/\s+/g, ' ').trim();
}

/** The parts of a whole name: Cambodians write the family name first, then a space. */
export function splitName(name: string): { familyName: string; givenName: string } {
  const [familyName = '', ...given] = cleanName(name).split(' ');
  return { familyName, givenName: given.join(' ') };
}

/** The key under which two writings of a name are the same name. */
export function nameKey(familyName: string, givenName: string): string {
  return searchKey(`${familyName} ${givenName}`).replaceAll(' ', '');
}

const LOCAL = /^0[1-9]\d{7,8}$/;

/**
 * A telephone number as it is kept, in groups: "012 000 101"; `undefined` when it can't be one. Takes digits of both scripts, the country's
 * code, and numbers whose first 0 a spreadsheet has swallowed.
 */
export function phoneNumber(typed: string): string | undefined {
  const plain = latinDigits(typed).replace(/[\s.()/-]/g, '');
  if (!/^\+?\d+$/.test(plain)) return undefined;
  const digits = plain.replace(/^(?:\+|00)?855/, '0').replace(/^00/, '0');
  const local = digits.startsWith('0') ? digits : `0${digits}`;
  return LOCAL.test(local) ? local.replace(/^(\d{3})(\d{3})(\d+)$/, '$1 $2 $3') : undefined;
}
