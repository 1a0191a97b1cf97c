import { base64url, unbase64url, type Bytes } from './bytes.js';

const LETTER = /^\s*sala:([\w-]+)\s*$/;

/** Bytes as one line of text: a file that every share sheet and messenger lets through. */
export const letterOf = (bytes: Bytes): string => `sala:${base64url(bytes)}`;

/** The bytes of such a text, or undefined. */
export function readLetter(text: string): Bytes | undefined {
  return unbase64url(LETTER.exec(text)?.[1] ?? '-');
}
