import { describe, expect, it } from '@jest/globals';
import { digitsOf, isPlausibleCardCode } from './card-code.js';

describe('the code of a card', () => {
  it('is taken from Khmer digits, groups and the address of a QR alike', () => {
    expect(digitsOf('៤១០០ ០០០០ ០០១៩')).toBe('410000000019');
    expect(digitsOf('4100-0000-0019')).toBe('410000000019');
  });

  it('is known to be wrong, before the server is asked, when one digit slips', () => {
    expect(isPlausibleCardCode('410000000019')).toBe(true);
    for (let place = 0; place < 12; place++) {
      const digits = [...'410000000019'];
      digits[place] = String((Number(digits[place]) + 1) % 10);
      expect(isPlausibleCardCode(digits.join(''))).toBe(false);
    }
  });

  it('has twelve digits', () => {
    expect(isPlausibleCardCode('41000000001')).toBe(false);
    expect(isPlausibleCardCode('')).toBe(false);
  });
});
