import type { Language } from '@sala/domain/content';
import type { DraftDocument } from '@sala/domain/publishing';
import { at, changeAt, idOf, isPart, listAt, pathName, placeOf, type Path } from './path.js';
import { isText, translatedAfter, translatedMoved, translatedWithout, type Translated } from './translation.js';

/** A course while it is being written, with what is known of its two languages. */
export interface Writing {
  readonly document: DraftDocument;
  readonly translated: Translated;
}

/** What an author does to a course. */
export type Edit =
  /** Writes a text in one language. */
  | { readonly do: 'write'; readonly path: Path; readonly language: Language; readonly words: string }
  /** Puts a value in a field; undefined takes it away. */
  | { readonly do: 'put'; readonly path: Path; readonly value: unknown }
  | { readonly do: 'insert'; readonly list: Path; readonly at: number; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: Path }
  | { readonly do: 'move'; readonly path: Path; readonly by: number }
  /** Says that both languages of the text at a place say the same. */
  | { readonly do: 'agree'; readonly path: Path };

const split = (path: Path): { list: Path; step: string | number } => ({ list: path.slice(0, -1), step: path.at(-1) ?? 0 });

function written(document: unknown, path: Path, language: Language, words: string): unknown {
  return changeAt(document, path, (value) => ({ ...(isText(value) ? value : { km: '', en: '' }), [language]: words }));
}

function moved(list: readonly unknown[], from: number, by: number): { list: readonly unknown[]; to: number } {
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  return { list: list.toSpliced(from, 1).toSpliced(to, 0, list[from]), to };
}

/** Where the member of number `index` stands after one went from `from` to `to`. */
function afterMove(index: number, from: number, to: number): number {
  if (index === from) return to;
  if (from < index && index <= to) return index - 1;
  return to <= index && index < from ? index + 1 : index;
}

interface Changed {
  readonly document: unknown;
  readonly translated: Translated;
}

function inserted({ document, translated }: Writing, list: Path, place: number, value: unknown): Changed {
  const known = listAt(document, list);
  const id = idOf(value);
  // A member with an id that is there already would be lost at the next merge.
  if (id !== undefined && known.some((one) => idOf(one) === id)) return { document, translated };
  const index = Math.min(known.length, Math.max(0, place));
  return {
    document: changeAt(document, list, () => known.toSpliced(index, 0, value)),
    translated: translatedMoved(translated, list, (old) => (old < index ? old : old + 1)),
  };
}

function removed({ document, translated }: Writing, path: Path): Changed {
  const { list, step } = split(path);
  const known = at(document, list);
  const rest = translatedWithout(translated, path);
  if (!Array.isArray(known)) return { document: changeAt(document, path, () => undefined), translated: rest };
  const index = placeOf(known, step);
  if (index < 0) return { document, translated };
  return {
    document: changeAt(document, list, () => (known as readonly unknown[]).toSpliced(index, 1)),
    translated: translatedMoved(rest, list, (old) => (old < index ? old : old - 1)),
  };
}

function movedBy({ document, translated }: Writing, path: Path, by: number): Changed {
  const { list, step } = split(path);
  const known = listAt(document, list);
  const from = placeOf(known, step);
  if (from < 0) return { document, translated };
  const { list: after, to } = moved(known, from, by);
  if (to === from) return { document, translated };
  return {
    document: changeAt(document, list, () => after),
    translated: translatedMoved(translated, list, (index) => afterMove(index, from, to)),
  };
}

/** Whether a document is still one that can be edited: it has its parts. */
const isDocument = (value: unknown): value is DraftDocument => isPart(value) && Array.isArray(value['lessons']);

/** What a course is after an edit. `since` is what it was when its author began to write at this place: by it one sees which language is older. */
export function applied(now: Writing, edit: Edit, since: Writing = now): Writing {
  const { document, translated } = changed(now, edit, since);
  return isDocument(document) ? { document, translated } : now;
}

function changed(now: Writing, edit: Edit, since: Writing): Changed {
  switch (edit.do) {
    case 'write': {
      const document = written(now.document, edit.path, edit.language, edit.words);
      return { document, translated: sinceThen(now, since, document, edit.path) };
    }
    case 'put': {
      const document = changeAt(now.document, edit.path, () => edit.value);
      return { document, translated: sinceThen(now, since, document, edit.path) };
    }
    case 'insert':
      return inserted(now, edit.list, edit.at, edit.value);
    case 'remove':
      return removed(now, edit.path);
    case 'move':
      return movedBy(now, edit.path, edit.by);
    case 'agree':
      return { document: now.document, translated: translatedWithout(now.translated, edit.path) };
  }
}

function sinceThen(now: Writing, since: Writing, document: unknown, path: Path): Translated {
  const name = pathName(path);
  const then = Object.entries(since.translated).filter(([place]) => place === name || place.startsWith(`${name}.`));
  const begun = { ...translatedWithout(now.translated, path), ...Object.fromEntries(then) };
  return translatedAfter(begun, since.document, document, path);
}
