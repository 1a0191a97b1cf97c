import { canonicalKhmer } from './canonical.js';

// Chromium's short Khmer dictionary breaks these words in the middle or sticks them together; "|" marks where a browser might cut.
const WORDS: readonly string[] = [
  'អេ|ក្រង់', 'កា|មេ|រ៉ា', 'តេ|ឡេ|ក្រាម', 'ហ្វេស|ប៊ុក', 'មី|ក្រូ|ហ្វូន', 'ប៊ូ|តុង', 'អ៊ីន|ធឺ|ណិត', 'រាយ|ការណ៍', 'មន្ត្រី', 'កិច្ច|ប្រជុំ',
  'អត្ត|សញ្ញាណ|ប័ណ្ណ', 'វិញ្ញា|បន|បត្រ', 'បន្ទាយ|មាន|ជ័យ', 'មង្គល|បូរី', 'ទូរ|សព្ទ', 'ចែក|រំលែក', 'កម្ម|វិធី', 'ដំឡើង', 'ព័ត៌|មាន', 'វី|ដេ|អូ',
  'សំឡេង', 'លេខ|សម្ងាត់', 'លេខ|កូដ', 'ទិន្ន|ន័យ', 'អូ|ប៉ា|ល័រ', 'ម៉ៃ|ក្រូ', 'វ៉ាយ|ហ្វាយ', 'គណ|នី', 'បច្ចុប្បន្ន|ភាព', 'ស្វ័យ|ប្រវត្តិ',
  'អនុញ្ញាត', 'មេ|រៀន', 'សំណួរ', 'ចម្លើយ', 'ចុច', 'តំណ', 'ឆា|នែល', 'បណ្ដាញ', 'សាក|ល្បង',
]; // prettier-ignore

const ZWSP = '\u200B';
const WORD_JOINER = '\u2060';
const softWords = WORDS.map((word) => canonicalKhmer(word).split('|')).sort((a, b) => b.join('').length - a.join('').length);
const softened = new Map(softWords.map((parts) => [parts.join(''), ZWSP + parts.join(WORD_JOINER) + ZWSP]));
// Guards: not inside a subscript and not before a mark, else រូប would match inside គ្រូប….
const WORD = new RegExp(`(?<!\\u17D2)(?:${[...softened.keys()].join('|')})(?![\\u17B6-\\u17D3\\u17DD])`, 'gu');

// A line never begins with a closing mark nor ends with an opening one.
const NO_BREAK = /(?<=[(«\[])\u200B|\u200B(?=[\u17D4-\u17DA.,:;!?)»\]%])/gu;

/**
 * A canonical text made ready for the screen: invisible break marks around the words of the lexicon, none inside, so that a line never ends within them.
 * Only for display; searching, sorting and storing use the plain text.
 */
export function softenKhmer(text: string): string {
  return text.replace(WORD, (word) => softened.get(word) ?? word).replace(NO_BREAK, '');
}
