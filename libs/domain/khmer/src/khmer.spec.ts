import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalKhmer, khmerDate, khmerDigits, khmerNumber, latinDigits, looseKey, searchKey, softenKhmer, syllables } from './index.js';

interface TestData {
  sentences: { id: string; text: string; words: string[] }[];
  normalisationPairs: { good: string; bad: string; why: string; expect: string }[];
  spellingVariants: { preferred: string; variant: string }[];
  mustStayUnchanged: string[];
  deprecatedCodePoints: { cp: string; replaceBy: string }[];
  clusters: { text: string; clusters: string[] }[];
  sorting: { name: string; input: string[]; expected: string[] }[];
  searchCases: { query: string; key: string; matches: string[] }[];
  dates: { iso: string; official: string }[];
  lineBreaking: { mustNotBreakInside: string[] };
}
const data = JSON.parse(readFileSync(new URL('../fixtures/khmer-testdata.json', import.meta.url), 'utf8')) as TestData;

const khmerText = fc
  .array(fc.oneof(fc.integer({ min: 0x1780, max: 0x17e9 }), fc.constantFrom(0x200b, 0x200c, 0x200d, 0x20, 0x61, 0x1f600)), {
    maxLength: 40,
  })
  .map((codes) => String.fromCodePoint(...codes));

describe('canonical Khmer', () => {
  it.each(data.normalisationPairs.filter((pair) => pair.expect === 'equal_after_store_normalisation'))(
    'writes $bad as $good: $why',
    ({ bad, good }) => {
      expect(canonicalKhmer(bad)).toBe(canonicalKhmer(good));
      expect(canonicalKhmer(good)).toBe(good);
    },
  );

  it.each(data.normalisationPairs.filter((pair) => pair.expect === 'equal_after_search_fold'))(
    'finds $bad under $good',
    ({ bad, good }) => {
      expect(searchKey(bad)).toBe(searchKey(good));
    },
  );

  it.each(data.normalisationPairs.filter((pair) => !pair.expect.startsWith('equal')))('keeps $bad apart from $good', ({ bad, good }) => {
    expect(searchKey(bad)).not.toBe(searchKey(good));
  });

  it.each(data.mustStayUnchanged)('leaves %s alone', (text) => {
    expect(canonicalKhmer(text)).toBe(text);
  });

  it('changes nothing the second time, whatever is typed', () => {
    fc.assert(
      fc.property(khmerText, (text) => canonicalKhmer(canonicalKhmer(text)) === canonicalKhmer(text)),
      { numRuns: 5_000 },
    );
  });

  it('never loses or changes what is not Khmer', () => {
    const other = fc.string({ unit: 'grapheme' }).filter((text) => !/[\u1780-\u17ff\u00ad\u200b-\u200d\u2060\ufeff]/.test(text));
    fc.assert(fc.property(other, (text) => canonicalKhmer(text) === text.normalize('NFC')));
  });
});

describe('search keys', () => {
  it.each(data.spellingVariants)('finds $variant under $preferred', ({ preferred, variant }) => {
    expect(searchKey(variant)).toBe(searchKey(preferred));
  });

  it.each(data.searchCases)('a search for $query finds its sentences', ({ query, key, matches }) => {
    expect(searchKey(query)).toBe(key);
    const found = data.sentences.filter((sentence) => searchKey(sentence.text).includes(searchKey(query))).map((sentence) => sentence.id);
    expect(found).toEqual(matches);
  });

  it('are the same for any encoding of a text', () => {
    fc.assert(
      fc.property(khmerText, (text) => searchKey(canonicalKhmer(text)) === searchKey(text)),
      { numRuns: 2_000 },
    );
  });

  it('forgive confused vowels in the loose key', () => {
    expect(looseKey('ទូរសព្ទ')).toBe(looseKey('ទុរសព្ទ'));
  });
});

describe('syllables', () => {
  it.each(data.clusters)('cuts $text', ({ text, clusters }) => {
    expect(syllables(text)).toEqual(clusters);
  });

  it('loses nothing', () => {
    fc.assert(fc.property(khmerText, (text) => syllables(text).join('') === text));
  });
});

describe('softening', () => {
  it.each(data.sentences)('adds only invisible marks to $id', ({ text }) => {
    expect(softenKhmer(text).replace(/[\u200b\u2060]/g, '')).toBe(text.replace(/\u200b/g, ''));
  });

  it('holds the syllables of a word together', () => {
    expect(softenKhmer('អេក្រង់')).toBe('\u200bអេ\u2060ក្រង់\u200b');
    expect(softenKhmer('ចុចែក')).toBe('ចុចែក');
  });
});

describe('dates and numbers', () => {
  it.each(data.dates)('writes $iso officially', ({ iso, official }) => {
    expect(khmerDate(new Date(`${iso}T12:00:00`))).toBe(official);
  });

  it('reads the digits of both scripts', () => {
    fc.assert(fc.property(fc.nat(), (n) => latinDigits(khmerDigits(n)) === String(n)));
    expect(khmerNumber(15000)).toBe('១៥\u00a0០០០');
  });

  it('sorts Khmer as the dictionary does when ICU does it', () => {
    const collator = new Intl.Collator('km', { numeric: true });
    for (const set of data.sorting) expect([...set.input].sort((a, b) => collator.compare(a, b))).toEqual(set.expected);
  });
});
