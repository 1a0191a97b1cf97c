/** A saved state of a draft, as far as its keeping goes. */
export interface SavedState {
  readonly revision: number;
  /** When it was saved (epoch ms). */
  readonly savedAt: number;
  readonly by: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURLY_MS = 7 * DAY_MS;
/** Days begin at midnight in Cambodia, and so on a full hour. */
const AHEAD_MS = 7 * HOUR_MS;

/** The hour or the day of a state, of which one is enough; undefined while every state stays. */
function spanOf({ savedAt }: SavedState, now: number): string | undefined {
  const age = now - savedAt;
  if (age < DAY_MS) return undefined;
  return age < HOURLY_MS ? `hour ${Math.floor(savedAt / HOUR_MS)}` : `day ${Math.floor((savedAt + AHEAD_MS) / DAY_MS)}`;
}

/**
 * The revisions of a draft that may be let go. All of the last day stay, then the last of each hour for a week, then the last of each day: of every
 * author their own, so that it stays known who wrote. The newest stays always, and so do those that something was done with.
 */
export function revisionsToLetGo(states: readonly SavedState[], done: ReadonlySet<number>, now: number): number[] {
  const last = new Map<string, number>();
  for (const state of states) {
    const key = `${spanOf(state, now) ?? ''} ${state.by}`;
    last.set(key, Math.max(last.get(key) ?? 0, state.revision));
  }
  const newest = Math.max(...last.values());
  return states.flatMap((state) => {
    const span = spanOf(state, now);
    const stays = span === undefined || last.get(`${span} ${state.by}`) === state.revision || state.revision === newest;
    return stays || done.has(state.revision) ? [] : [state.revision];
  });
}
