import { describe, expect, it } from '@jest/globals';
import { Question } from '@sala/domain/content';
import { MARKED_KINDS, markedOf, UNGRADED_KINDS } from './index.js';

describe('answers that a mentor marks', () => {
  it('are voices, photos and written words', () => {
    const kept = '00000000-0000-4000-8000-000000000001';
    expect(markedOf({ kind: 'recorded', medium: 'photo', kept })).toEqual({ medium: 'photo', recording: kept });
    expect(markedOf({ kind: 'fill-word', word: 'ភូមិ' })).toEqual({ medium: 'written', written: 'ភូមិ' });
    expect(markedOf({ kind: 'true-false', said: true })).toBeUndefined();
  });

  it('are of kinds that there are', () => {
    const kinds: string[] = Question.options.map((option) => option.entries.kind.literal);
    expect(MARKED_KINDS.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(UNGRADED_KINDS.every((kind) => MARKED_KINDS.includes(kind))).toBe(true);
  });
});
