import { at, isText, type Path } from '@sala/domain/editing';
import type { Text } from '@sala/domain/content';

const TITLES = ['title', 'prompt', 'label'] as const;

/** What people call the part, card or question at a path: its title, else the question it asks. Undefined while it has none. */
export function nameAt(document: unknown, path: Path): Text | undefined {
  const found = at(document, path);
  if (typeof found !== 'object' || found === null) return undefined;
  const part = found as Record<string, unknown>;
  const title = TITLES.map((key) => part[key]).find((value) => isText(value) && (value.km !== '' || value.en !== ''));
  if (isText(title)) return { km: title.km || title.en, en: title.en || title.km };
  return undefined;
}
