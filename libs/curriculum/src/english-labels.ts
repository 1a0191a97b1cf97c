import type { Course } from '@sala/domain/content';
import type { Located } from '@sala/domain/publishing';

/** Names that stay in Latin letters in Khmer text, in small letters: apps, makers, and signs that everybody reads so. */
const NAMES = new Set(
  (
    'zoom,telegram,messenger,whatsapp,facebook,youtube,tiktok,google,android,play store,app store,dropbox,drive,google drive,' +
    'microsoft,teams,microsoft teams,gmail,gboard,chrome,wi-fi,wifi,bluetooth,hotspot,qr,pdf,sms,pin,sim,id,ok,usb,gps,' +
    'mb,gb,kb,4g,3g,5g,word,excel,jpg,png,sala'
  ).split(','),
);
const WORD = "[A-Za-z][A-Za-z0-9’'&-]*";
const RUN = new RegExp(`(?<![A-Za-z0-9])${WORD}(?: (?:${WORD}|\\d+(?![\\d.:])))*`, 'g');
/** Addresses and file names are read letter by letter, not understood. */
const ADDRESS = /[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*)?(?:…\w*)?|\w+_[\w.-]+|(?:[a-z]-){2,}[a-z]|@\w+/gi;
const LINK = /\[([^\]|]+)\|[a-z0-9-]+\]/g;
const KHMER = '[\\u1780-\\u17b3]';
/** What follows a label that is explained: «Send (ផ្ញើ)», «Send · ផ្ញើ», «Send៖ ផ្ញើ», «Send គឺជា…». */
const MEANING_FOLLOWS = new RegExp(`^[»”"]?\\s?(?:[(·=៖:]\\s?${KHMER}|មានន័យថា|គឺ|ជា(?!មួយ))`);
/** And what surrounds one that explains Khmer: «បិទសំឡេង (Mute)». */
const IN_BRACKETS = new RegExp(`[\\u1780-\\u17dd][»”"]?\\s?\\($`);

const small = (text: string): string => text.toLowerCase();
/** The words of a label without numbers: Room 3 is a room. */
const wordsOf = (label: string): string[] =>
  small(label)
    .split(/[^a-z0-9’'&-]+/)
    .filter((word) => /[a-z]/.test(word));

/** The English that a course teaches, in small letters: labels of its glossary and term cards, and what its drawn screens show. */
export function knownLabels(course: Course): string[] {
  const terms = course.lessons.flatMap(({ cards }) => cards.flatMap((card) => (card.kind === 'term' ? [card.label] : [])));
  const shown = course.practices.flatMap(({ screens, overlays }) => shownIn([screens, overlays]));
  return [...Object.values(course.glossary).map((entry) => entry.label), ...terms, ...shown].map(small);
}

const SHOWN = new Set(['label', 'text', 'title', 'detail', 'name', 'from', 'address']);

function shownIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (SHOWN.has(key) && typeof one === 'string' ? [one] : shownIn(one)));
}

/** Texts that are met together, and so share what is explained: a card, a question of a quiz, a task or a screen of a practice. */
function unitOf(where: string): string {
  return where.split('.').slice(0, 4).join('.');
}

// A question asks what a label means, a description names what is drawn, and in a practice the screen says the meaning: there a known word stands alone.
const MAY_BE_BARE = /\.question\.|^quizzes\.[^.]+\.bank\.|\.alt$|^glossary\.|^practices\./;

function isNamesOnly(run: string): boolean {
  const words = wordsOf(run);
  for (let at = 0; at < words.length; at++) {
    if (NAMES.has(words.slice(at, at + 2).join(' '))) at++;
    else if (!NAMES.has(words[at] ?? '') && words[at]?.length !== 1) return false;
  }
  return true;
}

/** What is explained before a unit begins: on a card about a word, the word. */
function explainedByTerms(course: Course): Map<string, Set<string>> {
  const cards = course.lessons.flatMap((lesson) => lesson.cards.map((card) => ({ unit: `lessons.${lesson.id}.cards.${card.id}`, card })));
  return new Map(cards.flatMap(({ unit, card }) => (card.kind === 'term' ? [[unit, new Set([small(card.label)])]] : [])));
}

/** The English of a course's Khmer texts with which a reader without English is left alone: each where it is met first. */
export function unexplainedEnglish(course: Course, texts: readonly Located[]): { where: string; detail: string }[] {
  const known = new Set(knownLabels(course).flatMap(wordsOf));
  const explained = explainedByTerms(course);
  return texts.flatMap(({ where, text }) => {
    const here = explained.get(unitOf(where)) ?? new Set<string>();
    explained.set(unitOf(where), here);
    for (const [, word] of text.km.matchAll(LINK)) here.add(small(word ?? ''));
    const plain = text.km.replace(LINK, '').replace(ADDRESS, '');
    const mayBeBare = (run: string): boolean => MAY_BE_BARE.test(where) && wordsOf(run).every((word) => known.has(word));
    return [...plain.matchAll(RUN)].flatMap((match) => {
      const [run] = match;
      const before = plain.slice(0, match.index);
      const isExplained = MEANING_FOLLOWS.test(plain.slice(match.index + run.length)) || IN_BRACKETS.test(before) || here.has(small(run));
      here.add(small(run));
      return isExplained || mayBeBare(run) || isNamesOnly(run) ? [] : [{ where, detail: run }];
    });
  });
}
