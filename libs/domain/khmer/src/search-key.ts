import { canonicalKhmer } from './canonical.js';
import { latinDigits } from './digits.js';

const baseKey = (text: string): string =>
  latinDigits(canonicalKhmer(text.normalize('NFKC')).toLowerCase())
    .replace(/[\u200B-\u200D]/g, '')
    .replace(/\u17D2\u178A/g, '\u17D2\u178F')
    .replace(/\u17B2/g, '\u17B1');

const SPELLINGS: readonly (readonly [variant: string, kept: string])[] = (
  [
    ['អោយ', 'ឱ្យ'],
    ['ទូរស័ព្ទ', 'ទូរសព្ទ'],
    ['ពត៌មាន', 'ព័ត៌មាន'],
    ['ពត៍មាន', 'ព័ត៌មាន'],
    ['អ៊ីនធើណិត', 'អ៊ីនធឺណិត'],
    ['អ៊ិនធឺណិត', 'អ៊ីនធឺណិត'],
    ['អ៊ីនធឺណែត', 'អ៊ីនធឺណិត'],
    ['អ៊ីនធើណែត', 'អ៊ីនធឺណិត'],
    ['អ៊ិនធើណែត', 'អ៊ីនធឺណិត'],
    ['សំរាប់', 'សម្រាប់'],
    ['ចំលើយ', 'ចម្លើយ'],
    ['សំងាត់', 'សម្ងាត់'],
    ['តំលៃ', 'តម្លៃ'],
    ['កំរិត', 'កម្រិត'],
    ['គំរោង', 'គម្រោង'],
    ['សំរេច', 'សម្រេច'],
    ['ចំលង', 'ចម្លង'],
    ['បំរើ', 'បម្រើ'],
    ['កំលាំង', 'កម្លាំង'],
    ['វីឌីអូ', 'វីដេអូ'],
    ['វិដេអូ', 'វីដេអូ'],
    ['សម្លេង', 'សំឡេង'],
    ['តំណភ្ជាប់', 'តំណ'],
    ['ហ្វេសបុក', ' facebook '],
    ['ហ្វេសប៊ុក', ' facebook '],
    ['តេឡេក្រាម', ' telegram '],
    ['ហ្សូម', ' zoom '],
    ['យូធូប', ' youtube '],
  ] as const
).map(([variant, kept]) => [baseKey(variant), baseKey(kept)] as const);

/**
 * The key under which a text is found: index and query go through it, it is never shown.
 * Folds encodings, coeng DA and TA, spelling variants, digits of both scripts, punctuation and the spaces between Khmer words.
 */
export function searchKey(text: string): string {
  let key = baseKey(text).replace(/[\u17D4-\u17DA\p{P}\p{S}]+/gu, ' ');
  for (const [variant, kept] of SPELLINGS) key = key.replaceAll(variant, kept);
  return key
    .replace(/(?<=[\u1780-\u17DD])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\u1780-\u17DD])/g, ' ')
    .replace(/(?<=[\u1780-\u17DD])\s+(?=[\u1780-\u17DD])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The second-chance key for typing errors: like `searchKey`, without the marks that people leave out or confuse. */
export function looseKey(text: string): string {
  return searchKey(text)
    .replace(/[\u17C8-\u17D1]/g, '')
    .replace(/\u17B8/g, '\u17B7')
    .replace(/\u17BA/g, '\u17B9')
    .replace(/\u17BC/g, '\u17BB');
}
