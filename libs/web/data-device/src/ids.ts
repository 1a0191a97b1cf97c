// `crypto.randomUUID` is missing on plain-http hosts; `getRandomValues` is everywhere.
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

function written(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = hexOf(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Bytes in lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random id. */
export function randomId(): string {
  return written(random(16), 4);
}

/** A random id that begins with the time, so that ids made later sort later: UUIDv7. */
export function timedId(now = Date.now()): string {
  const bytes = random(16);
  let rest = now;
  for (let place = 5; place >= 0; place--) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return written(bytes, 7);
}
