import { letterOf, PACKET_BYTES, readLetter, type Bytes } from '@sala/domain/sealing';

/** More characters than any packet or receipt has. */
const LONGEST = 2 * PACKET_BYTES;

/** Bytes as a file of one line of text. */
export const letterFile = (bytes: Bytes): Blob => new Blob([letterOf(bytes)], { type: 'text/plain' });

/** The bytes in such a file; undefined for any other file. */
export async function bytesOf(file: Blob): Promise<Bytes | undefined> {
  if (file.size > LONGEST) return undefined;
  return readLetter(await file.text().catch(() => ''));
}
