import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { revisionsToLetGo, type SavedState } from './index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 28, 5);
const NOTHING: ReadonlySet<number> = new Set();

/** Saved states in their order, by two authors, of the last forty days. */
const anyStates = fc
  .array(fc.record({ ago: fc.integer({ min: 0, max: 40 * DAY }), by: fc.constantFrom('a', 'b') }), { maxLength: 80 })
  .map((all) =>
    all.sort((x, y) => y.ago - x.ago).map(({ ago, by }, index): SavedState => ({ revision: index + 1, savedAt: NOW - ago, by })),
  );
const anyDone = fc.array(fc.integer({ min: 1, max: 80 })).map((all) => new Set(all));
const without = (states: readonly SavedState[], gone: readonly number[]): SavedState[] =>
  states.filter(({ revision }) => !gone.includes(revision));
const left = (states: readonly SavedState[], done: ReadonlySet<number>, now: number): SavedState[] =>
  without(states, revisionsToLetGo(states, done, now));

describe('the saved states of a draft', () => {
  const hours = (...ago: number[]): SavedState[] => ago.map((one, index) => ({ revision: index + 1, savedAt: NOW - one * HOUR, by: 'a' }));

  it.each<[what: string, ago: number[], stay: number[]]>([
    ['all of the last day', [23.9, 23.8, 5, 4.9], [1, 2, 3, 4]],
    ['the last of each hour before it', [26.9, 26.5, 26.1, 25.5, 25.4], [3, 5]],
    ['the last of each day after a week', [24 * 9 + 4, 24 * 9 + 2, 24 * 8 + 4, 24 * 8 + 1, 1], [2, 4, 5]],
    ['the only one, however old', [24 * 900], [1]],
    ['none of none', [], []],
  ])('stay: %s', (_, ago, stay) => expect(left(hours(...ago), NOTHING, NOW).map(({ revision }) => revision)).toEqual(stay));

  it('stay when something was done with them, when they are the newest, and for a day', () => {
    fc.assert(
      fc.property(anyStates, anyDone, (states, done) => {
        const gone = new Set(revisionsToLetGo(states, done, NOW));
        for (const { revision, savedAt } of states)
          if (done.has(revision) || revision === states.length || NOW - savedAt < DAY) expect(gone.has(revision)).toBe(false);
      }),
    );
  });

  it('tell after any publication who wrote since', () => {
    fc.assert(
      fc.property(anyStates, anyDone, fc.nat({ max: 80 }), (states, done, published) => {
        const authors = (all: readonly SavedState[]) =>
          [...new Set(all.filter(({ revision }) => revision > published).map(({ by }) => by))].sort();
        const withPublished = new Set([...done, published]);
        expect(authors(left(states, withPublished, NOW))).toEqual(authors(states));
      }),
    );
  });

  it('are the same however often they were looked through before', () => {
    fc.assert(
      fc.property(anyStates, anyDone, fc.integer({ min: 0, max: 40 * DAY }), (states, done, later) => {
        const once = left(states, done, NOW + later);
        expect(left(left(states, done, NOW), done, NOW + later)).toEqual(once);
        expect(left(once, done, NOW + later)).toEqual(once);
      }),
    );
  });

  it('are few: at most one of each hour of a week and of each day before, of each author', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const old = left(states, NOTHING, NOW).filter(({ savedAt }) => NOW - savedAt >= 7 * DAY);
        const days = old.map(({ savedAt, by }) => `${Math.floor((savedAt + 7 * HOUR) / DAY)} ${by}`);
        expect(old.length - new Set(days).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
