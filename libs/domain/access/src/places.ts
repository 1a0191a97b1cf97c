/** The code of the whole country, above every province. */
export const NATION = 'KH';

/** The levels of Cambodian places from the top; a code below the nation has two digits a level. */
export const PLACE_LEVELS = ['nation', 'province', 'district', 'commune', 'village'] as const;
/** One of the levels of `PLACE_LEVELS`. */
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

const PLACE_CODE = /^(?:\d{2}){1,4}$/;

/** Whether a text has the form of an official place code (2, 4, 6 or 8 digits) or is `NATION`. */
export function isPlaceCode(code: string): boolean {
  return code === NATION || PLACE_CODE.test(code);
}

/** The level of a place code. Throws a RangeError when it is no place code. */
export function levelOf(code: string): PlaceLevel {
  if (!isPlaceCode(code)) throw new RangeError(`not a place code: ${code}`);
  return PLACE_LEVELS[code === NATION ? 0 : code.length / 2] ?? 'nation';
}

/** The code one level up, or undefined for the nation. */
export function parentOf(code: string): string | undefined {
  if (code === NATION) return undefined;
  return code.length === 2 ? NATION : code.slice(0, -2);
}

/** Whether `place` is `area` or lies in it. Codes carry their parents' codes, so a prefix tells. */
export function isWithin(place: string, area: string): boolean {
  return area === NATION || place === area || (place !== NATION && place.startsWith(area) && place.length > area.length);
}
