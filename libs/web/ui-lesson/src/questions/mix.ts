/** A list in an order that gives nothing away and stays the same for a question, so that going back finds it unchanged. */
export function mixed<T extends { id: string }>(list: readonly T[], salt: string): T[] {
  const weight = (id: string): number =>
    [...(salt + id)].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const sorted = [...list].sort((a, b) => weight(a.id) - weight(b.id) || (a.id < b.id ? -1 : 1));
  const same = sorted.every((one, index) => one.id === list[index]?.id);
  return same && sorted.length > 1 ? [...sorted.slice(1), ...sorted.slice(0, 1)] : sorted;
}
