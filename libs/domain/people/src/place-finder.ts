import { isPlaceCode, NATION, parentOf } from '@sala/domain/access';
import { latinDigits, searchKey } from '@sala/domain/khmer';

/** A place with its names. */
export interface NamedPlace {
  code: string;
  khmer: string;
  latin: string;
  unit: string;
}

/** What a text says about a place: one, none, or several that have the name. */
export type FoundPlace = { code: string } | { several: string[] } | undefined;

/** Finds the place that a text means. */
export type FindPlace = (text: string) => FoundPlace;

const UNITS: readonly (readonly [length: number, words: readonly string[]])[] = [
  [2, ['រាជធានី', 'ខេត្ត', 'khaet', 'province', 'capital']],
  [4, ['ស្រុក', 'ក្រុង', 'ខណ្ឌ', 'srok', 'krong', 'khan', 'district', 'municipality']],
  [6, ['ឃុំ', 'សង្កាត់', 'khum', 'sangkat', 'commune']],
  [8, ['ភូមិ', 'phum', 'village']],
];
const UNIT_KEYS = UNITS.flatMap(([length, words]) => words.map((word) => [searchKey(word), length] as const));

interface Part {
  key: string;
  /** The length of the code of such a unit, when the text names one. */
  length?: number;
}

/** A part of a path in the ways it can be meant: a village may itself be called "ភូមិថ្មី". */
function waysOf(part: string): Part[] {
  const key = searchKey(part);
  const named = UNIT_KEYS.flatMap(([unit, length]): Part[] => {
    const front = key.startsWith(unit) ? key.slice(unit.length).trim() : '';
    const back = key.endsWith(unit) ? key.slice(0, -unit.length).trim() : '';
    return [front, back].filter((rest) => rest !== '').map((rest) => ({ key: rest, length }));
  });
  return [...named, { key }];
}

function codeIn(text: string): string | undefined {
  const digits = latinDigits(text).replace(/\s/g, '');
  if (/^kh$/i.test(digits)) return NATION;
  // A spreadsheet swallows the first 0 of what it takes for a number.
  const whole = digits.length % 2 === 1 ? `0${digits}` : digits;
  return /^\d+$/.test(digits) && isPlaceCode(whole) ? whole : undefined;
}

const above = (code: string): string[] => {
  const parent = parentOf(code);
  return parent === undefined ? [] : [parent, ...above(parent)];
};

/** Makes what finds places by official code, or by names in Khmer or Latin from either end: "ឃុំបន្ទាយនាង, ស្រុកមង្គលបូរី". */
export function placeFinder(places: readonly NamedPlace[]): FindPlace {
  const codes = new Set(places.map((place) => place.code));
  const byName = new Map<string, Set<string>>();
  for (const { code, khmer, latin } of places) {
    for (const key of new Set([searchKey(khmer), searchKey(latin)])) {
      if (key !== '') byName.set(key, (byName.get(key) ?? new Set()).add(code));
    }
  }
  const called = (part: Part): string[] =>
    [...(byName.get(part.key) ?? [])].filter((code) => part.length === undefined || code.length === part.length);
  const meant = (part: string): string[] => {
    // What names its unit is taken at its word before the whole is taken for a name.
    for (const way of waysOf(part)) if (called(way).length > 0) return called(way);
    return [];
  };
  return (text) => {
    const code = codeIn(text);
    if (code !== undefined) return codes.has(code) ? { code } : undefined;
    const parts = text.split(/[/>,;›·→|]/).filter((part) => part.trim() !== '');
    const sets = parts.map(meant);
    const found = [...new Set([...inside(sets), ...inside([...sets].reverse())])];
    const [only] = found;
    if (only === undefined) return undefined;
    return found.length === 1 ? { code: only } : { several: found.sort() };
  };
}

/** The places of the last set that lie in a place of each set before. */
function inside(sets: readonly (readonly string[])[]): string[] {
  const [last, ...before] = [...sets].reverse();
  return (last ?? []).filter((code) => before.every((set) => above(code).some((place) => set.includes(place))));
}

/** The names of a place and of those above it, the highest first, as the finder reads them. */
export function placePath(code: string, names: ReadonlyMap<string, NamedPlace>): string {
  return [...above(code)]
    .filter((place) => place !== NATION)
    .reverse()
    .concat(code)
    .map((place) => names.get(place))
    .map((place) => (place ? `${place.unit}${place.khmer}` : ''))
    .filter((name) => name !== '')
    .join(' / ');
}
