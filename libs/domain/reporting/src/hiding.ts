/** A group of fewer people is not shown: whoever knows the place would know who they are. */
export const LEAST_SHOWN = 5;

/** Whether so many people may be shown as a group. Nobody at all is no group. */
export const isShown = (people: number): boolean => people === 0 || people >= LEAST_SHOWN;

/**
 * Which parts of a total may not be shown, so that none under `LEAST_SHOWN` is seen, and none can be worked out from the total and the parts that are
 * shown: what is hidden counts at least `LEAST_SHOWN` people together and is never one part alone. Each of `parts` counts people; they are disjoint and
 * make up the total. Deterministic; when something must be hidden besides, it is the smallest, and of two alike the first.
 */
export function hiddenParts(parts: readonly number[]): boolean[] {
  const hidden = parts.map((people) => !isShown(people));
  const isDerivable = (): boolean => {
    const secret = parts.filter((_, index) => hidden[index]);
    return secret.length === 1 || (secret.length > 0 && secret.reduce((sum, people) => sum + people, 0) < LEAST_SHOWN);
  };
  while (isDerivable()) {
    const next = smallestShown(parts, hidden);
    if (next === undefined) break;
    hidden[next] = true;
  }
  return hidden;
}

function smallestShown(parts: readonly number[], hidden: readonly boolean[]): number | undefined {
  let found: number | undefined;
  parts.forEach((people, index) => {
    if (hidden[index] || people === 0) return;
    if (found === undefined || people < (parts[found] ?? 0)) found = index;
  });
  return found;
}
