import type { Language, Text } from '@sala/domain/khmer';
import type { Card, CardKind, CardOf, Voice } from './course.js';
import { plainText } from './rich.js';

/** What is read aloud of each kind of card, after its title. A practice and a question speak for themselves, part by part. */
const SPOKEN: { [K in CardKind]: (card: CardOf<K>) => readonly (Text | undefined)[] } = {
  text: ({ body }) => [body],
  picture: ({ caption }) => [caption],
  tip: ({ body }) => [body],
  steps: ({ steps }) => steps,
  video: () => [],
  story: ({ situation, choices }) => [situation, ...choices.map((choice) => choice.text)],
  checklist: ({ body, items }) => [body, ...items],
  term: ({ meaning, example }) => [meaning, example],
  job: ({ steps }) => steps,
  practice: () => [],
  work: ({ task, checklist }) => [task, ...checklist],
  question: ({ question }) => [question.prompt],
};

/** The words of a card as somebody reads them aloud in a language, one line for each part. */
export function spokenWords(card: Card, language: Language): string {
  const spoken = SPOKEN[card.kind] as (card: Card) => readonly (Text | undefined)[];
  return [card.title, ...spoken(card)].flatMap((text) => (text ? [plainText(text[language])] : [])).join('\n');
}

/**
 * A short name (16 hexadecimal digits) for a text, to see whether it changed: the public-domain FNV-1a of Fowler, Noll and Vo with
 * 64 bits, over UTF-16 units in place of octets. Guards against mistakes, not against malice.
 */
export function textHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let place = 0; place < text.length; place++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(place))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/** The voice of a card in a language, and whether its words have changed since it was recorded. */
export interface RecordedVoice extends Voice {
  stale: boolean;
}

/** The voice recorded for a card in a language, if there is one. */
export function voiceOf(card: Card, language: Language): RecordedVoice | undefined {
  const voice = card.voice?.[language];
  return voice && { ...voice, stale: voice.textHash !== textHash(spokenWords(card, language)) };
}
