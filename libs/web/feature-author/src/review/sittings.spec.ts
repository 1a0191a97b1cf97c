import { describe, expect, it } from '@jest/globals';
import type { DraftRevisionInList } from '@sala/contract/dto';
import { sittingsOf } from './sittings.js';

const saved = (revision: number, time: string, savedBy: string): DraftRevisionInList => ({
  revision,
  savedAt: `2026-11-28T${time}:00.000Z`,
  savedBy,
});

describe('the states of a course, as its author remembers them', () => {
  it('stand together when one person saved them in one go, the last in front; a pause or another person begins anew', () => {
    const all = [
      saved(6, '10:40', 'Pisey'),
      saved(5, '10:09', 'Pisey'),
      saved(4, '09:45', 'Pisey'),
      saved(3, '09:44', 'Dara'),
      saved(2, '09:43', 'Pisey'),
      saved(1, '08:00', 'Pisey'),
    ];
    expect(sittingsOf(all).map(({ last, before }) => [last.revision, ...before.map(({ revision }) => revision)])).toEqual([
      [6],
      [5, 4],
      [3],
      [2],
      [1],
    ]);
    expect(sittingsOf([])).toEqual([]);
  });
});
