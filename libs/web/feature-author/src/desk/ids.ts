const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** An id that nobody else will make: two authors who add a card at the same time add two. */
export function freshId(stem: string): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => LETTERS[byte % LETTERS.length] ?? 'a').join('');
  return `${stem}-${random}`;
}
