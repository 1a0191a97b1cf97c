import type { DraftRevisionInList } from '@sala/contract/dto';

/** Who saves again within this time is still at the same work. */
const PAUSE_MS = 30 * 60_000;

/** States that one person saved one after the other: the last of them, and those before it. */
export interface Sitting {
  readonly last: DraftRevisionInList;
  readonly before: DraftRevisionInList[];
}

/** States, newest first, by when and by whom they were written: an afternoon saves hundreds of them. */
export function sittingsOf(revisions: readonly DraftRevisionInList[]): Sitting[] {
  const sittings: Sitting[] = [];
  for (const one of revisions) {
    const now = sittings.at(-1);
    const later = now?.before.at(-1) ?? now?.last;
    if (now && later?.savedBy === one.savedBy && Date.parse(later.savedAt) - Date.parse(one.savedAt) < PAUSE_MS) now.before.push(one);
    else sittings.push({ last: one, before: [] });
  }
  return sittings;
}
