import { base45, hex, joinBytes, sha256, unbase45, type Bytes } from './bytes.js';

/** The bytes in one code: small enough for a cheap camera. */
const BYTES_A_CODE = 400;
/** More codes than these nobody holds still for: a file is given instead. */
export const CODES_A_SERIES = 60;
const CODE = /^SALA1\/([0-9A-F]{16})\/(\d{1,3})\/(\d{1,3})\/([0-9A-F]{8})\/([0-9A-Z $%*+\-./:]+)$/;

/** How far a series has been read. */
export interface SeriesStanding {
  readonly read: number;
  readonly of: number;
  /** All bytes, once every code was read. */
  readonly whole?: Bytes;
}

const nameOf = async (bytes: Uint8Array, length: number): Promise<string> => hex((await sha256(bytes)).slice(0, length)).toUpperCase();

/** Bytes as a series of texts for QR codes, each with its place and hash; undefined when there would be too many. */
export async function seriesOf(bytes: Bytes): Promise<string[] | undefined> {
  const count = Math.ceil(bytes.length / BYTES_A_CODE);
  if (count === 0 || count > CODES_A_SERIES) return undefined;
  const series = await nameOf(bytes, 8);
  const codes = Array.from({ length: count }, async (_, place) => {
    const part = bytes.slice(place * BYTES_A_CODE, (place + 1) * BYTES_A_CODE);
    return `SALA1/${series}/${place + 1}/${count}/${await nameOf(part, 4)}/${base45(part)}`;
  });
  return Promise.all(codes);
}

/** Puts a series together from codes that come in any order, repeated, and mixed with others; a code of another series begins anew. */
export class SeriesReader {
  private name = '';
  private parts: (Bytes | undefined)[] = [];

  /** Takes what a camera read; undefined when it is no whole code of a series. */
  async add(text: string): Promise<SeriesStanding | undefined> {
    const [, name = '', place = '', count = '', hash = '', letters = ''] = CODE.exec(text) ?? [];
    const [at, of] = [Number(place) - 1, Number(count)];
    const part = unbase45(letters);
    if (!part || at < 0 || at >= of || of > CODES_A_SERIES || (await nameOf(part, 4)) !== hash) return undefined;
    if (name !== this.name || of !== this.parts.length) this.begin(name, of);
    this.parts[at] = part;
    return this.standing();
  }

  private begin(name: string, of: number): void {
    this.name = name;
    this.parts = Array.from<Bytes | undefined>({ length: of });
  }

  private async standing(): Promise<SeriesStanding> {
    const parts = this.parts.filter((part) => part !== undefined);
    const of = this.parts.length;
    if (parts.length < of) return { read: parts.length, of };
    const whole = joinBytes(...parts);
    if ((await nameOf(whole, 8)) === this.name) return { read: of, of, whole };
    this.begin(this.name, of);
    return { read: 0, of };
  }
}
