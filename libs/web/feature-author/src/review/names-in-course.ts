import { at, isPart, isText, type Path } from '@sala/domain/editing';
import type { Text } from '@sala/domain/content';

const TITLES = ['title', 'prompt', 'label'] as const;

/** What people call the part, card or question at a path: its title, else the question it asks. Undefined while it has none. */
export function nameAt(document: unknown, path: Path): Text | undefined {
  const found = at(document, path);
  if (typeof found !== 'object' || found === null) return undefined;
  const part = found as Record<string, unknown>;
  // A question's card is called by what it asks: its own title is the same for all of them.
  const asked = part['kind'] === 'question' ? nameAt(part['question'], []) : undefined;
  if (asked) return asked;
  const title = TITLES.map((key) => part[key]).find((value) => isText(value) && (value.km !== '' || value.en !== ''));
  if (isText(title)) return { km: title.km || title.en, en: title.en || title.km };
  return undefined;
}

/** How many texts of a part are empty, in each language. */
export function emptyWords(part: unknown): { km: number; en: number } {
  const found = { km: 0, en: 0 };
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isText(value)) for (const language of ['km', 'en'] as const) found[language] += value[language].trim() === '' ? 1 : 0;
    else if (isPart(value)) Object.values(value).forEach(look);
  };
  look(part);
  return found;
}
