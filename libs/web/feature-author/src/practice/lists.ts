/** The list with another value at a place. */
export const replaced = <T>(list: readonly T[], index: number, value: T): T[] => list.map((one, at) => (at === index ? value : one));

/** The list without a place. */
export const removed = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** The list with a place moved by one; at an end it stays as it is. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const other = list[index + by];
  const one = list[index];
  if (one === undefined || other === undefined) return [...list];
  return replaced(replaced(list, index, other), index + by, one);
}

/** The list with a value after a place. */
export const insertedAfter = <T>(list: readonly T[], index: number, value: T): T[] => [
  ...list.slice(0, index + 1),
  value,
  ...list.slice(index + 1),
];

/** The value without what is empty, so that an optional part that was cleared is gone and not blank. */
export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _gone, ...rest } = value;
  return rest;
}
