import { plainText } from '@sala/domain/content';
import { khmerSentences } from '@sala/domain/publishing';

/** The longest sentence of a lesson, in words of either language. */
export const SENTENCE_WORDS = 12;

// Khmer writes no spaces; Node's ICU finds nine words in ten, a browser's short dictionary fewer, so this rule stays on Node.
const khmerWords = new Intl.Segmenter('km', { granularity: 'word' });
const ENGLISH_END = /[.?!…](?=[\s”’")»]|$)|\n|: /;

/** How many words a Khmer sentence has. */
export function countKhmerWords(sentence: string): number {
  return [...khmerWords.segment(sentence)].filter((segment) => segment.isWordLike).length;
}

const countEnglishWords = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The sentences of a text that are too long to be read with ease, each with its number of words. */
export function longSentences(text: string, language: 'km' | 'en'): string[] {
  const words = plainText(text);
  const [sentences, count] = language === 'km' ? [khmerSentences(words), countKhmerWords] : [words.split(ENGLISH_END), countEnglishWords];
  return sentences.filter((sentence) => count(sentence) > SENTENCE_WORDS).map((sentence) => `${count(sentence)}: ${sentence.trim()}`);
}
