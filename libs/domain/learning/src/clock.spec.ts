import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockFault } from './index.js';

const DAY = 86_400_000;
const builtAt = Date.parse('2026-11-27T00:00:00Z');

describe('a phone’s clock', () => {
  it.each([
    ['right beside the server', 0, undefined],
    ['wrong by a day', DAY, undefined],
    ['a little more than a day ahead', DAY + 1, 'ahead'],
    ['ten years behind', -3_650 * DAY, 'behind'],
  ])('%s', (_, ahead, fault) => {
    expect(clockFault(builtAt + ahead, { ahead, builtAt })).toBe(fault);
  });

  it.each([
    ['in 1970', 0, 'behind'],
    ['two days before the app was built', builtAt - 2 * DAY, 'behind'],
    ['a year later', builtAt + 365 * DAY, undefined],
    ['in 2060', Date.parse('2060-01-01T00:00:00Z'), 'ahead'],
  ])('that no server has told of: %s', (_, phone, fault) => {
    expect(clockFault(phone, { builtAt })).toBe(fault);
  });

  it('is believed when nothing is known', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (phone) => clockFault(phone, { builtAt: NaN }) === undefined));
  });

  it('is judged by the server alone once the server was heard', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -DAY, max: DAY }), (phone, ahead) => clockFault(phone, { ahead, builtAt }) === undefined),
    );
  });
});
