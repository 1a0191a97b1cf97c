/** A spelling that our lessons don't use, the one they use instead, and who says so. */
export interface HouseSpelling {
  readonly wrong: string;
  readonly right: string;
  readonly source: string;
}

const CHUON_NATH = 'Chuon Nath’s dictionary';
const CORPUS = 'the commoner spelling in Khmer interfaces of 2026 (Kolibri, Android, Telegram, Wikipedia)';
const OFFICIAL = 'official Cambodian usage';
const MISTYPED = 'a slip of typing: no dictionary has it';

/** How our lessons spell what people spell in several ways. Searching still finds the other spellings: see `searchKey`. */
export const HOUSE_SPELLINGS: readonly HouseSpelling[] = [
  { wrong: 'ឲ្យ', right: 'ឱ្យ', source: CORPUS },
  { wrong: 'អោយ', right: 'ឱ្យ', source: CORPUS },
  { wrong: 'ទូរស័ព្ទ', right: 'ទូរសព្ទ', source: CHUON_NATH },
  { wrong: 'ពត៌មាន', right: 'ព័ត៌មាន', source: OFFICIAL },
  { wrong: 'ពត៍មាន', right: 'ព័ត៌មាន', source: MISTYPED },
  { wrong: 'ពត៏មាន', right: 'ព័ត៌មាន', source: MISTYPED },
  { wrong: 'អ៊ីនធើណិត', right: 'អ៊ីនធឺណិត', source: OFFICIAL },
  { wrong: 'អ៊ីនធើណែត', right: 'អ៊ីនធឺណិត', source: OFFICIAL },
  { wrong: 'អ៊ីនធឺណែត', right: 'អ៊ីនធឺណិត', source: OFFICIAL },
  { wrong: 'អ៊ិនធឺណិត', right: 'អ៊ីនធឺណិត', source: OFFICIAL },
  { wrong: 'អ៊ិនធើណែត', right: 'អ៊ីនធឺណិត', source: OFFICIAL },
  { wrong: 'អ៊ីនធឺណេត', right: 'អ៊ីនធឺណិត', source: OFFICIAL },
  { wrong: 'សំរាប់', right: 'សម្រាប់', source: CHUON_NATH },
  { wrong: 'ចំលើយ', right: 'ចម្លើយ', source: CHUON_NATH },
  { wrong: 'សំងាត់', right: 'សម្ងាត់', source: CHUON_NATH },
  { wrong: 'តំលៃ', right: 'តម្លៃ', source: CHUON_NATH },
  { wrong: 'កំរិត', right: 'កម្រិត', source: CHUON_NATH },
  { wrong: 'គំរោង', right: 'គម្រោង', source: CHUON_NATH },
  { wrong: 'សំរេច', right: 'សម្រេច', source: CHUON_NATH },
  { wrong: 'ចំលង', right: 'ចម្លង', source: CHUON_NATH },
  { wrong: 'បំរើ', right: 'បម្រើ', source: CHUON_NATH },
  { wrong: 'កំលាំង', right: 'កម្លាំង', source: CHUON_NATH },
  { wrong: 'តំឡើង', right: 'ដំឡើង', source: CORPUS },
  { wrong: 'វីឌីអូ', right: 'វីដេអូ', source: CORPUS },
  { wrong: 'វិដេអូ', right: 'វីដេអូ', source: CORPUS },
  { wrong: 'សម្លេង', right: 'សំឡេង', source: CORPUS },
  { wrong: 'តំណរភ្ជាប់', right: 'តំណភ្ជាប់', source: MISTYPED },
  { wrong: 'ហ្វេសបុក', right: 'ហ្វេសប៊ុក', source: OFFICIAL },
  // Under a consonant DA and TA look alike: DA where Chuon Nath writes it, TA elsewhere.
  { wrong: 'ស្តាប់', right: 'ស្ដាប់', source: CHUON_NATH },
  { wrong: 'ស្តាំ', right: 'ស្ដាំ', source: CHUON_NATH },
  { wrong: 'ម្តង', right: 'ម្ដង', source: CHUON_NATH },
  { wrong: 'បណ្តាញ', right: 'បណ្ដាញ', source: CHUON_NATH },
  { wrong: 'ប្តូរ', right: 'ប្ដូរ', source: CHUON_NATH },
  { wrong: 'ផ្តល់', right: 'ផ្ដល់', source: CHUON_NATH },
  { wrong: 'ស្តី', right: 'ស្ដី', source: CHUON_NATH },
  { wrong: 'ចាប់ផ្តើម', right: 'ចាប់ផ្ដើម', source: CHUON_NATH },
  { wrong: 'បណ្តុះ', right: 'បណ្ដុះ', source: CHUON_NATH },
  { wrong: 'សេចក្តី', right: 'សេចក្ដី', source: CHUON_NATH },
  { wrong: 'កណ្តាល', right: 'កណ្ដាល', source: CHUON_NATH },
  { wrong: 'បន្ដ', right: 'បន្ត', source: CHUON_NATH },
  { wrong: 'ខេត្ដ', right: 'ខេត្ត', source: CHUON_NATH },
  { wrong: 'មន្ដ្រី', right: 'មន្ត្រី', source: CHUON_NATH },
  { wrong: 'ស្ដ្រី', right: 'ស្ត្រី', source: CHUON_NATH },
];

const BY_WRONG = new Map(HOUSE_SPELLINGS.map((spelling) => [spelling.wrong, spelling]));
// Not inside a subscript nor before a mark: half a syllable is another word.
const WRONG = new RegExp(`(?<!\\u17d2)(?:${[...BY_WRONG.keys()].join('|')})(?![\\u17b6-\\u17d3\\u17dd])`, 'gu');

/** Where a text leaves the house spelling. */
export function misspellings(text: string): HouseSpelling[] {
  return [...text.matchAll(WRONG)].flatMap(([word]) => BY_WRONG.get(word) ?? []);
}
