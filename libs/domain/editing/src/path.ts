/** A way into a document: names of fields, ids of members of a list, or numbers of members that have no id. */
export type Path = readonly (string | number)[];

type Part = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id of a member of a list, when it has one. */
export const idOf = (value: unknown): string | undefined => (isPart(value) && typeof value['id'] === 'string' ? value['id'] : undefined);

/** Where in a list a step leads; -1 for nowhere. */
export function placeOf(list: readonly unknown[], step: string | number): number {
  if (typeof step === 'number') return step < list.length ? step : -1;
  return list.findIndex((one) => idOf(one) === step);
}

function next(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[placeOf(value, step)];
  return isPart(value) ? value[step] : undefined;
}

/** What stands at a path; undefined when nothing does. */
export function at(document: unknown, path: Path): unknown {
  return path.reduce(next, document);
}

/** The list at a path; empty when there is none. */
export function listAt(document: unknown, path: Path): readonly unknown[] {
  const found = at(document, path);
  return Array.isArray(found) ? found : [];
}

/**
 * Gives a document with the value at a path changed; everything beside the path is the very same as before. A change to undefined takes a field away.
 * A path through a list that leads nowhere changes nothing.
 */
export function changeAt(document: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(document);
  if (Array.isArray(document)) {
    const place = placeOf(document, step);
    const known: readonly unknown[] = document;
    return place < 0 ? document : known.with(place, changeAt(known[place], rest, change));
  }
  const part = isPart(document) ? document : {};
  const value = changeAt(part[step], rest, change);
  if (value === part[step]) return document;
  if (value !== undefined) return { ...part, [step]: value };
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== String(step)));
}

/** A path as one word, to keep something by it. */
export const pathName = (path: Path): string => path.join('.');
