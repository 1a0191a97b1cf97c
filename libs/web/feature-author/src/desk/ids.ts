const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** An id that nobody else will make: two authors who add a card at the same time add two. */
export function freshId(stem: string): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => LETTERS[byte % LETTERS.length] ?? 'a').join('');
  return `${stem}-${random}`;
}

/** The id of a course that is begun here. */
export function newCourseId(): string {
  // `crypto.randomUUID` is missing on plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
