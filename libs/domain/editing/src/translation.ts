import { textHash, type Language, type Text } from '@sala/domain/content';
import { at, idOf, isPart, pathName, type Path } from './path.js';

/**
 * By the place of a text, what both languages were when they last said the same: the hash of the Khmer and that of the English. A text without an entry
 * says the same in both.
 */
export type Translated = Readonly<Record<string, string>>;

const agreed = ({ km, en }: Text): string => `${textHash(km)}.${textHash(en)}`;

/** The language of a text that is older than the other, if one is. An empty one is not old, it is missing. */
export function olderLanguage(text: Text, entry: string | undefined): Language | undefined {
  if (entry === undefined || text.km === '' || text.en === '') return undefined;
  const [km, en] = agreed(text).split('.');
  const [kmThen, enThen] = entry.split('.');
  if (km === kmThen) return en === enThen ? undefined : 'km';
  // When both were changed by different hands, the Khmer is what was meant.
  return 'en';
}

/** The entry of a text after it was written anew, from what it was when its author began to write in it. */
export function entryAfter(entry: string | undefined, before: Text, after: Text): string | undefined {
  const changed = (['km', 'en'] as const).filter((language) => before[language] !== after[language]);
  const [language] = changed;
  if (language === undefined) return entry;
  const isTranslation = changed.length === 2 || before[language] === '' || olderLanguage(before, entry) === language;
  return isTranslation || after.km === '' || after.en === '' ? undefined : (entry ?? agreed(before));
}

/** Whether a value is a text in both languages. */
export const isText = (value: unknown): value is Text =>
  isPart(value) && typeof value['km'] === 'string' && typeof value['en'] === 'string';

/** The texts under a path, by their places. */
export function textsUnder(document: unknown, path: Path): Map<string, Text> {
  const found = new Map<string, Text>();
  const visit = (value: unknown, way: Path): void => {
    if (isText(value)) found.set(pathName(way), value);
    else if (Array.isArray(value)) value.forEach((one: unknown, index) => visit(one, [...way, idOf(one) ?? index]));
    else if (isPart(value)) Object.entries(value).forEach(([key, one]) => visit(one, [...way, key]));
  };
  visit(at(document, path), path);
  return found;
}

/** The entries after what stands at a path was changed. */
export function translatedAfter(translated: Translated, before: unknown, after: unknown, path: Path): Translated {
  const earlier = textsUnder(before, path);
  const result = new Map(Object.entries(translated));
  for (const [place, text] of textsUnder(after, path)) {
    const old = earlier.get(place);
    const entry = old ? entryAfter(translated[place], old, text) : undefined;
    if (entry === undefined) result.delete(place);
    else result.set(place, entry);
  }
  return Object.fromEntries(result);
}

/** The entries after members of a list changed places: `to` gives the new number of an old one, undefined when it is gone. */
export function translatedMoved(translated: Translated, list: Path, to: (index: number) => number | undefined): Translated {
  const before = `${pathName(list)}.`;
  return Object.fromEntries(
    Object.entries(translated).flatMap(([place, entry]): [string, string][] => {
      const [number = '', ...rest] = place.startsWith(before) ? place.slice(before.length).split('.') : [];
      if (!/^\d+$/.test(number)) return [[place, entry]];
      const moved = to(Number(number));
      return moved === undefined ? [] : [[`${before}${[moved, ...rest].join('.')}`, entry]];
    }),
  );
}

/** The entries without those at and under a path. */
export function translatedWithout(translated: Translated, path: Path): Translated {
  const name = pathName(path);
  return Object.fromEntries(Object.entries(translated).filter(([place]) => place !== name && !place.startsWith(`${name}.`)));
}
