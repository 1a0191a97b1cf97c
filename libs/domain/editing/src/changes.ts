import { idOf, isPart, listAt, type Path } from './path.js';
import { same } from './merge.js';

/** Words that were changed: as they stood before and as they stand after. Empty where there were none. */
export interface ChangedWords {
  readonly before: string;
  readonly after: string;
}

/** A part, card or question that differs between two states of a course. */
export interface Change {
  /** Where it stands: a list and an id, and for a card or question its list and id as well; empty for the course itself. */
  readonly path: Path;
  readonly what: 'added' | 'removed' | 'changed';
  readonly words: readonly ChangedWords[];
}

const PARTS = ['lessons', 'practices', 'quizzes'] as const;
/** The list of a part whose members are told one by one. */
const ITEMS: Record<(typeof PARTS)[number], string | undefined> = { lessons: 'cards', practices: undefined, quizzes: 'bank' };
/** What does not stand for itself in a list of changes: ids, and what the lists below tell. */
const UNTOLD = new Set(['id', 'format', 'kind']);

/** The words of a value with the place where each stands. */
function wordsIn(value: unknown, place: string, found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string' && value.trim() !== '') found.set(place, value);
  if (Array.isArray(value)) value.forEach((one: unknown, index) => wordsIn(one, `${place}.${idOf(one) ?? index}`, found));
  if (isPart(value)) for (const [name, one] of Object.entries(value)) if (!UNTOLD.has(name)) wordsIn(one, `${place}.${name}`, found);
  return found;
}

function changedWords(before: unknown, after: unknown): ChangedWords[] {
  const [then, now] = [wordsIn(before, ''), wordsIn(after, '')];
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((place): ChangedWords => ({ before: then.get(place) ?? '', after: now.get(place) ?? '' }))
    .filter((words) => words.before !== words.after);
}

const without = (value: unknown, names: readonly (string | undefined)[]): unknown =>
  isPart(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) : value;

function changeOf(path: Path, before: unknown, after: unknown): Change[] {
  if (same(before, after)) return [];
  const what = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ path, what, words: changedWords(before, after) }];
}

/** The members of two lists by their ids, in the later order, and behind them those that are gone. */
function pairs(before: readonly unknown[], after: readonly unknown[]): { id: string; then: unknown; now: unknown }[] {
  const ids = [...new Set([...after, ...before].map(idOf))].filter((id) => id !== undefined);
  return ids.map((id) => ({ id, then: before.find((one) => idOf(one) === id), now: after.find((one) => idOf(one) === id) }));
}

function changesOfPart(list: (typeof PARTS)[number], id: string, then: unknown, now: unknown): Change[] {
  const items = ITEMS[list];
  if (items === undefined || then === undefined || now === undefined) return changeOf([list, id], then, now);
  return [
    ...changeOf([list, id], without(then, [items]), without(now, [items])),
    ...pairs(listAt(then, [items]), listAt(now, [items])).flatMap((one) => changeOf([list, id, items, one.id], one.then, one.now)),
  ];
}

/** What differs between two states of a course, part by part and card by card. A card that only moved is not told. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  return [
    ...changeOf([], without(before, PARTS), without(after, PARTS)),
    ...PARTS.flatMap((list) =>
      pairs(listAt(before, [list]), listAt(after, [list])).flatMap(({ id, then, now }) => changesOfPart(list, id, then, now)),
    ),
  ];
}
