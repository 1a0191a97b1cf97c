// Written for this project from the rules of Unicode Technical Note #61 "Khmer Encoding Structure" (no third-party code).

const COENG = 0x17d2;
const RO = 0x179a;
const BA = 0x1794;
const ROBAT = 0x17cc;
const ZWNJ = 0x200c;
const ZWJ = 0x200d;
const NONE = 0;
const NOT_A_MARK = -1;
const MOST_PASSES = 8;

const U_BELOW_AN_UPPER_MARK = /\u17BB(?=[\u17B7-\u17BA\u17BE\u17BF\u17D0\u17DD]|\u17B6\u17C6)/;
const FIRST_SERIES_RANGES: readonly (readonly [number, number])[] = [
  [0x1780, 0x1783],
  [0x1785, 0x1788],
  [0x178a, 0x178d],
  [0x178f, 0x1792],
  [0x1795, 0x1797],
  [0x179e, 0x17a0],
  [0x17a2, 0x17a2],
];

const isBase = (c: number): boolean => (c >= 0x1780 && c <= 0x17a2) || (c >= 0x17a5 && c <= 0x17b3);
const isJoiner = (c: number | undefined): boolean => c === ZWNJ || c === ZWJ;
const isFirstSeries = (c: number): boolean => FIRST_SERIES_RANGES.some(([from, to]) => c >= from && c <= to);

/** The place of a mark after base, robat and coengs: shifter, ZWNJ, vowels, signs, final signs. */
function markRank(c: number): number {
  if (c === 0x17c9 || c === 0x17ca) return 3;
  if (c === ZWNJ) return 4;
  if (c >= 0x17be && c <= 0x17c5) return 5;
  if (c >= 0x17bb && c <= 0x17bd) return 6;
  if (c >= 0x17b7 && c <= 0x17ba) return 7;
  if (c === 0x17b6) return 8;
  if (c === 0x17c7 || c === 0x17c8) return 10;
  if (c === 0x17c6 || c === 0x17cb || (c >= 0x17cd && c <= 0x17d1) || c === 0x17dd) return 9;
  return NOT_A_MARK;
}

interface Parts {
  base: number;
  robat: boolean;
  coengs: number[];
  /** A COENG at the very end, before its consonant is typed. */
  open: boolean;
  marks: { rank: number; index: number; code: number }[];
}

function partsOf(codes: readonly number[]): Parts {
  const parts: Parts = { base: codes[0] ?? NONE, robat: false, coengs: [], open: false, marks: [] };
  for (let i = 1; i < codes.length; i++) {
    const code = codes[i] ?? NONE;
    if (code === COENG) {
      const next = codes[i + 1];
      if (next !== undefined && isBase(next)) parts.coengs.push(codes[++i] ?? NONE);
      else parts.open = i === codes.length - 1;
    } else if (code === ROBAT) parts.robat = true;
    else if (code !== ZWJ) parts.marks.push({ rank: markRank(code), index: i, code });
  }
  return parts;
}

/** Joins vowels typed in two keys, drops doubled marks and turns U under an upper mark into the shifter it stands for. */
function marksOf(parts: Parts): string {
  const sorted = parts.marks.sort((a, b) => a.rank - b.rank || a.index - b.index).map((mark) => mark.code);
  const single = sorted.filter((code, i) => code !== sorted[i - 1]);
  const text = String.fromCodePoint(...single)
    .replace(/\u17C1([\u17BB-\u17BD]?)\u17B8/g, '\u17BE$1')
    .replace(/\u17C1([\u17BB-\u17BD]?)\u17B6/g, '\u17C4$1')
    .replace(/\u17BE\u17B6/g, '\u17C4\u17B8')
    .replace(/([\u17BE-\u17C5])\u17BB/g, '\u17BB$1');
  if (!U_BELOW_AN_UPPER_MARK.test(text)) return text;
  if (/[\u17C9\u17CA]/.test(text)) return text.replace(U_BELOW_AN_UPPER_MARK, '');
  const consonants = [parts.base, ...parts.coengs];
  const strong = !consonants.includes(BA) && consonants.some(isFirstSeries);
  return (strong ? '\u17CA' : '\u17C9') + text.replace(U_BELOW_AN_UPPER_MARK, '');
}

function canonicalSyllable(codes: readonly number[]): string {
  const parts = partsOf(codes);
  const ro = parts.coengs.indexOf(RO);
  if (ro >= 0 && ro < parts.coengs.length - 1) {
    parts.coengs.splice(ro, 1);
    parts.coengs.push(RO);
  }
  const coengs = parts.coengs.map((c) => '\u17D2' + String.fromCodePoint(c)).join('');
  return String.fromCodePoint(parts.base) + (parts.robat ? '\u17CC' : '') + coengs + marksOf(parts) + (parts.open ? '\u17D2' : '');
}

/** The index after the syllable that begins at `start`. */
function endOfSyllable(codes: readonly number[], start: number): number {
  let end = start + 1;
  for (; end < codes.length; end++) {
    const code = codes[end] ?? NONE;
    if (code === COENG || code === ROBAT || isJoiner(code) || markRank(code) >= 0) continue;
    let before = end - 1;
    while (isJoiner(codes[before])) before--;
    if (!(isBase(code) && codes[before] === COENG)) break;
  }
  return end;
}

function canonicalRun(run: string): string {
  const codes = [...run].map((c) => c.codePointAt(0) ?? NONE);
  let out = '';
  for (let i = 0; i < codes.length;) {
    const code = codes[i] ?? NONE;
    if (!isBase(code)) {
      out += String.fromCodePoint(code);
      i++;
      continue;
    }
    const end = endOfSyllable(codes, i);
    out += canonicalSyllable(codes.slice(i, end));
    i = end;
  }
  return out;
}

function repairOnce(text: string): string {
  return text
    .replace(/\u17A3/g, '\u17A2')
    .replace(/\u17A4/g, '\u17A2\u17B6')
    .replace(/\u17A8/g, '\u17A7\u1780')
    .replace(/\u17D3/g, '\u17C6')
    .replace(/\u17D8/g, '\u17D4\u179B\u17D4')
    .replace(/[\u00AD\u2060\uFEFF\u17B4\u17B5]/g, '')
    .replace(/\u17D2[\u17D2\u200B-\u200D]+/g, '\u17D2')
    .replace(/(?:[\u200C\u200D]*\u200B)+(?=[\u200C\u200D]*[\u17B6-\u17D2\u17DD])/g, '')
    .replace(/\u200B{2,}/g, '\u200B')
    .normalize('NFC')
    .replace(/[\u1780-\u17D3\u17DD\u200C\u200D]+/g, canonicalRun)
    .replace(/\u1791\u17D2\u1794/g, '\u17A1')
    .replace(/\u17A7\u17B7/g, '\u17B1');
}

/**
 * The one encoding in which Khmer text is stored: same look, marks in the order of UTN #61, deprecated and invisible characters repaired.
 * Idempotent; leaves other scripts and emoji alone; keeps coeng DA and coeng TA as typed.
 */
export function canonicalKhmer(text: string): string {
  // One repair can bring together what another then mends (only in text that nobody types), so it goes on until nothing changes.
  let before = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const after = repairOnce(before);
    if (after === before) break;
    before = after;
  }
  return before;
}
