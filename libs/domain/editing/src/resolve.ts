import type { DraftDocument } from '@sala/domain/publishing';
import { applied, type Edit, type Writing } from './edit.js';
import type { Clash } from './merge.js';
import { at, changeAt, isPart, pathName, placeOf, type Path } from './path.js';

/** Whose words stand where two people clashed. */
export type Side = 'mine' | 'theirs' | 'both';

/** The clashes of one card, question or other part, which are settled together. */
export interface Dispute {
  /** The card or question, or the field when it belongs to neither. */
  readonly path: Path;
  readonly clashes: readonly Clash[];
  /** Whether both can be kept: two cards one after the other, or two texts in one. */
  readonly canKeepBoth: boolean;
}

const ITEM_LISTS = new Set(['cards', 'bank']);

/** The card or question in which a path ends, or the path itself. */
function itemOf(path: Path): Path {
  return path.length >= 4 && ITEM_LISTS.has(String(path[2])) ? path.slice(0, 4) : path;
}

const isItem = (path: Path): boolean => path.length === 4 && ITEM_LISTS.has(String(path[2]));

/** Puts the clashes of one card together. */
export function disputesOf(clashes: readonly Clash[]): Dispute[] {
  const byPlace = new Map<string, { path: Path; some: Clash[] }>();
  for (const clash of clashes) {
    const path = itemOf(clash.path);
    const known = byPlace.get(pathName(path));
    if (known) known.some.push(clash);
    else byPlace.set(pathName(path), { path, some: [clash] });
  }
  return [...byPlace.values()].map(({ path, some }): Dispute => {
    const isWhole = some.every(({ mine, theirs }) => mine !== undefined && theirs !== undefined);
    return { path, clashes: some, canKeepBoth: isItem(path) ? isWhole : some.every(isWords) };
  });
}

/** Whether a clash is about the words of one language of a text. */
function isWords({ path, mine, theirs }: Clash): boolean {
  return ['km', 'en'].includes(String(path.at(-1))) && typeof mine === 'string' && typeof theirs === 'string';
}

function withValue(document: unknown, path: Path, value: unknown): unknown {
  const list = at(document, path.slice(0, -1));
  const step = path.at(-1);
  if (value === undefined && Array.isArray(list) && step !== undefined)
    return changeAt(document, path.slice(0, -1), (members) => {
      const known: readonly unknown[] = Array.isArray(members) ? members : [];
      const place = placeOf(known, step);
      return place < 0 ? known : known.toSpliced(place, 1);
    });
  return changeAt(document, path, () => value);
}

const withSide = (document: unknown, { clashes }: Dispute, side: 'mine' | 'theirs'): unknown =>
  clashes.reduce<unknown>((now, clash) => withValue(now, clash.path, clash[side]), document);

/** A copy of a card, question, lesson or test under a new id; what is answered or told apart inside it gets one too. */
export function copyOf(item: unknown, newId: () => string): unknown {
  if (!isPart(item)) return item;
  const { question, cards, bank } = item;
  const within = (list: unknown): unknown => (Array.isArray(list) ? list.map((one: unknown) => copyOf(one, newId)) : undefined);
  const parts = { question: isPart(question) ? { ...question, id: newId() } : undefined, cards: within(cards), bank: within(bank) };
  return { ...item, id: newId(), ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) };
}

/** Settles a dispute in the merged course: with mine, theirs, or both one after the other. */
export function settled(writing: Writing, dispute: Dispute, side: Side, newId: () => string): Writing {
  if (side !== 'both' || !dispute.canKeepBoth)
    return { ...writing, document: withSide(writing.document, dispute, side === 'both' ? 'mine' : side) as DraftDocument };
  const { path, clashes } = dispute;
  if (!isItem(path)) {
    const joined = clashes.reduce<unknown>(
      (now, clash) => changeAt(now, clash.path, () => `${String(clash.mine)}\n${String(clash.theirs)}`),
      writing.document,
    );
    return { ...writing, document: joined as DraftDocument };
  }
  const copy = copyOf(at(withSide(writing.document, dispute, 'theirs'), path), newId);
  return applied(writing, behind(writing, path, copy));
}

/** The edit that puts something behind a member of a list. */
export function behind({ document }: Writing, path: Path, value: unknown): Edit {
  const list = path.slice(0, -1);
  const members = at(document, list);
  return { do: 'insert', list, at: Array.isArray(members) ? placeOf(members, path.at(-1) ?? 0) + 1 : 0, value };
}
