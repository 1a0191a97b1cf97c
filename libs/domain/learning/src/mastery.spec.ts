import { describe, expect, it } from '@jest/globals';
import { dayOf, dueReviews, isMastered, joinFacts, NO_FACTS } from './index.js';

const completed = (day: string, ...reviewed: number[]) => ({ one: { ...NO_FACTS, completed: true, completedOn: [day], reviewed } });

describe('spaced review', () => {
  it.each([
    ['2026-11-02', [], undefined],
    ['2026-11-03', [], 2],
    ['2026-11-07', [], 2],
    ['2026-11-08', [], 7],
    ['2026-11-08', [2], 7],
    ['2026-11-05', [2], undefined],
    ['2026-12-30', [], 21],
    ['2026-12-30', [2, 7, 21], undefined],
    ['2026-10-01', [], undefined],
  ])('on %s after reviews %j: day %s', (today, reviewed, day) => {
    expect(dueReviews(completed('2026-11-01', ...reviewed), today)[0]?.day).toBe(day);
  });

  it('never comes for a lesson that was not completed', () => {
    expect(dueReviews({ one: NO_FACTS }, '2026-12-01')).toEqual([]);
  });
});

describe('mastery', () => {
  it('needs two different days alone', () => {
    const on = (...days: string[]) => ({ ...NO_FACTS, passedAloneOn: { p: days } });
    expect(isMastered(undefined, 'p')).toBe(false);
    expect(isMastered(joinFacts(on('2026-11-01'), on('2026-11-01')), 'p')).toBe(false);
    expect(isMastered(joinFacts(on('2026-11-01'), on('2026-11-03')), 'p')).toBe(true);
  });

  it('counts days as people in Cambodia do', () => {
    expect(dayOf('2026-11-01T16:59:59.000Z')).toBe('2026-11-01');
    expect(dayOf('2026-11-01T17:00:00.000Z')).toBe('2026-11-02');
  });
});
