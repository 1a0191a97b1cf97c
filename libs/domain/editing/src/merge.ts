import type { DraftDocument } from '@sala/domain/publishing';
import type { Writing } from './edit.js';
import { idOf, isPart, type Path } from './path.js';
import type { Translated } from './translation.js';

/** A place that two people changed in different ways. A side that is undefined took it away. */
export interface Clash {
  readonly path: Path;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Both people's work in one; where they clash it holds mine, and what was changed is kept rather than what was taken away. */
export interface Merged<T> {
  readonly value: T;
  readonly clashes: readonly Clash[];
}

/** Whether two values of a document say the same. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((part, index) => same(part, other[index]))
    );
  if (!isPart(one) || !isPart(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other && same(one[name], other[name]));
}

const isListOfMembers = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((one) => idOf(one) !== undefined);
const memberOf = (list: readonly unknown[], id: string): unknown => list.find((one) => idOf(one) === id);
const idsOf = (list: readonly unknown[]): string[] => list.map((one) => idOf(one) ?? '');

/** Puts what the other list adds behind the member that it follows there. */
function withAdded(order: readonly string[], other: readonly string[]): string[] {
  const result = [...order];
  other.forEach((id, index) => {
    if (!result.includes(id)) result.splice(index === 0 ? 0 : result.indexOf(other[index - 1] ?? '') + 1, 0, id);
  });
  return result;
}

/** The order of the members of both sides: that of whoever changed it; mine when both did. */
function orderOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const known = new Set(base);
  const kept = mine.filter((id) => known.has(id));
  const unmoved = base.filter((id) => mine.includes(id));
  return same(kept, unmoved) ? withAdded(theirs, mine) : withAdded(mine, theirs);
}

function mergedLists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[], path: Path): Merged<unknown> {
  const clashes: Clash[] = [];
  const value = orderOf(idsOf(base), idsOf(mine), idsOf(theirs)).flatMap((id) => {
    const merged = mergedAt(memberOf(base, id), memberOf(mine, id), memberOf(theirs, id), [...path, id]);
    clashes.push(...merged.clashes);
    return merged.value === undefined ? [] : [merged.value];
  });
  return { value, clashes };
}

function mergedParts(base: unknown, mine: object, theirs: object, path: Path): Merged<unknown> {
  const clashes: Clash[] = [];
  const [then, here, there] = [isPart(base) ? base : {}, { ...mine } as Record<string, unknown>, { ...theirs } as Record<string, unknown>];
  const value: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const merged = mergedAt(then[name], here[name], there[name], [...path, name]);
    clashes.push(...merged.clashes);
    if (merged.value !== undefined) value[name] = merged.value;
  }
  return { value, clashes };
}

/** A card or question of another kind is another card: its fields are not mixed. */
const isOfOneKind = (mine: unknown, theirs: unknown): boolean => !isPart(mine) || !isPart(theirs) || mine['kind'] === theirs['kind'];

/** Merges what two people made of the same value. */
export function mergedAt(base: unknown, mine: unknown, theirs: unknown, path: Path = []): Merged<unknown> {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes: [] };
  if (same(base, mine)) return { value: theirs, clashes: [] };
  if (isListOfMembers(mine) && isListOfMembers(theirs)) return mergedLists(isListOfMembers(base) ? base : [], mine, theirs, path);
  if (isPart(mine) && isPart(theirs) && isOfOneKind(mine, theirs)) return mergedParts(base, mine, theirs, path);
  return { value: mine ?? theirs, clashes: [{ path, base, mine, theirs }] };
}

function graftedPart(base: unknown, value: unknown): unknown {
  if (same(base, value)) return base;
  if (Array.isArray(value)) {
    const known: readonly unknown[] = Array.isArray(base) ? base : [];
    return value.map((one: unknown, index) => graftedPart(memberOf(known, idOf(one) ?? '') ?? known[index], one));
  }
  if (!isPart(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, graftedPart(isPart(base) ? base[name] : undefined, one)]));
}

/** The same course as `writing`, of the very parts of `base` wherever it says the same: then a hundred steps are merged as fast as one. */
export function grafted(base: Writing, writing: Writing): Writing {
  return { document: graftedPart(base.document, writing.document) as DraftDocument, translated: writing.translated };
}

/** Merges my course with what somebody else saved since we both began from the same one. */
export function merged(base: Writing, mine: Writing, theirs: Writing): Merged<Writing> {
  const { value, clashes } = mergedAt(base.document, mine.document, theirs.document);
  const translated = mergedAt(base.translated, mine.translated, theirs.translated).value as Translated;
  return { value: { document: value as DraftDocument, translated }, clashes };
}
