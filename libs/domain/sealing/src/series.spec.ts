import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base45, unbase45, type Bytes } from './bytes.js';
import { CODES_A_SERIES, SeriesReader, seriesOf } from './series.js';

const some = (length: number): Bytes => Uint8Array.from({ length }, (_, n) => (n * 31 + (n >> 8)) % 256);

describe('a series of codes', () => {
  it('is put together from its codes in any order, some of them repeated and others mixed in', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 3_000 }).map((one) => Uint8Array.from(one));
    await fc.assert(
      fc.asyncProperty(bytes, fc.infiniteStream(fc.nat()), async (whole, order) => {
        const codes = (await seriesOf(whole)) ?? [];
        const shown = [...codes, ...codes, 'https://sala.example/card#123', ''].sort(() => (order.next().value % 3) - 1);
        const reader = new SeriesReader();
        const standings = [];
        for (const code of shown) standings.push(await reader.add(code));
        expect(standings.filter((one) => one?.whole).map((one) => one?.whole)[0]).toEqual(whole);
        expect(standings.filter((one) => one === undefined)).toHaveLength(2);
      }),
      { numRuns: 30 },
    );
  });

  it('says how far it is, and begins anew with another series', async () => {
    const [one, two] = [(await seriesOf(some(900))) ?? [], (await seriesOf(some(901))) ?? []];
    const reader = new SeriesReader();
    expect(await reader.add(one[2] ?? '')).toEqual({ read: 1, of: 3 });
    expect(await reader.add(one[2] ?? '')).toEqual({ read: 1, of: 3 });
    expect(await reader.add(one[0] ?? '')).toEqual({ read: 2, of: 3 });
    expect(await reader.add(two[0] ?? '')).toEqual({ read: 1, of: 3 });
  });

  it('takes no code that was misread', async () => {
    const [code = ''] = (await seriesOf(some(300))) ?? [];
    await fc.assert(
      fc.asyncProperty(fc.nat(code.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, letter) => {
        fc.pre(code[at] !== letter);
        const standing = await new SeriesReader().add(code.slice(0, at) + letter + code.slice(at + 1));
        expect(standing?.whole).toBeUndefined();
      }),
    );
  });

  it('is not made of what would take too many codes', async () => {
    expect(await seriesOf(some(400 * CODES_A_SERIES))).toHaveLength(CODES_A_SERIES);
    expect(await seriesOf(some(400 * CODES_A_SERIES + 1))).toBeUndefined();
    expect(await seriesOf(some(0))).toBeUndefined();
  });

  it('is written in letters that give each run of bytes back', () => {
    expect(base45(new TextEncoder().encode('Hello!!'))).toBe('%69 VD92EX0');
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(unbase45(base45(bytes))).toEqual(Uint8Array.from(bytes))));
    for (const wrong of [':::', 'A', 'aa', 'é0', '::']) expect(unbase45(wrong)).toBeUndefined();
  });
});
