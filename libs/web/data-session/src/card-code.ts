import { latinDigits } from '@sala/domain/khmer';

/** Digits on a card. */
export const CARD_DIGITS = 12;
/** Digits of a one-time code. */
export const ONE_TIME_DIGITS = 8;

/** Only the digits of a text, in Latin: what a QR, an address or a pad gave. */
export function digitsOf(text: string): string {
  return latinDigits(text).replace(/\D/g, '');
}

/** Whether twelve digits can be a card's code (Luhn), so that a slip of the finger is told before the server is asked. */
export function isPlausibleCardCode(code: string): boolean {
  if (!/^\d{12}$/.test(code)) return false;
  const sum = Array.from(code, Number)
    .reverse()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}
