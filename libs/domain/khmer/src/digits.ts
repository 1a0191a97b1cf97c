/** The text with Khmer digits ០-៩ written as 0-9, as needed in phone numbers, codes and file sizes. */
export function latinDigits(text: string): string {
  return text.replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
}

/** The text with digits 0-9 written as ០-៩, as in Khmer prose, dates and scores. */
export function khmerDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
}

/** A whole number in Khmer digits, grouped in threes by no-break spaces: 15000 → ១៥ ០០០. */
export function khmerNumber(value: number): string {
  return khmerDigits(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00A0'));
}
