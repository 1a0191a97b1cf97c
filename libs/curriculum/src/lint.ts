import { brotliCompressSync } from 'node:zlib';
import { readCourse, type Course } from '@sala/domain/content';
import { canonicalKhmer } from '@sala/domain/khmer';
import { checkForPublishing, textsOf, type Located, type PublishRule } from '@sala/domain/publishing';
import type { CurriculumCourse } from './curriculum.js';
import { knownLabels, unexplainedEnglish } from './english-labels.js';
import { misspellings } from './house-spelling.js';
import { longSentences } from './sentences.js';

/** What our own courses keep to, beside what every course must. */
export type LintRule =
  | PublishRule
  | 'schema'
  | 'spelling'
  | 'too-many-words'
  | 'not-translated'
  | 'khmer-in-english'
  | 'english-unexplained'
  | 'practice-too-large'
  | 'no-module-test'
  | 'no-job-card'
  | 'no-work-task'
  | 'glossary-missing';

/** A rule that one of our courses breaks, and where. */
export interface LintFinding {
  readonly course: string;
  readonly rule: LintRule;
  readonly where: string;
  readonly detail: string;
}

/** A practice on the line, compressed. */
export const PRACTICE_BYTES = 30_000;

type Found = Omit<LintFinding, 'course'>;

const KHMER = /[\u1780-\u17b3]/;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/;
/** Key words are a list for a search, not a sentence. */
const KEYWORDS = /\.keywords(?:\.km|\.en)?$/;
const ANSWER = /\.(?:options|pairs|items|groups)\.[^.]+\.(?:text|left|right)$/;
const TWO_WORDS = /\p{L}[\p{L}\p{M}’']* \p{L}/u;
const GLOSSARY_LINK = /\[[^\]|]+\|([a-z0-9-]+)\]/g;

/** The size of something when it goes over the line. */
export const weightOf = (value: unknown): number => brotliCompressSync(value instanceof Uint8Array ? value : JSON.stringify(value)).length;

interface Placed {
  where: string;
  text: string;
}

const nameOf = (key: string, value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : key;

/** Every string of a course with the ids that lead to it, also what the drawn screens show; not the spellings that an answer may have. */
function stringsIn(value: unknown, path: readonly string[] = []): Placed[] {
  if (typeof value === 'string') return [{ where: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'accepted')
    .flatMap(([key, one]) => stringsIn(one, [...path, Array.isArray(value) ? nameOf(key, one) : key]));
}

function spellingFindings({ where, text }: Placed): Found[] {
  return [
    ...(canonicalKhmer(text) !== text || INVISIBLE.test(text) ? [{ rule: 'khmer-not-canonical', where, detail: text } as const] : []),
    ...misspellings(text).map(({ wrong, right }): Found => ({ rule: 'spelling', where, detail: `${wrong} → ${right}` })),
  ];
}

function sentenceFindings({ where, text }: Placed): Found[] {
  const language = where.endsWith('.en') ? 'en' : 'km';
  if (KEYWORDS.test(where) || (language === 'km' && !KHMER.test(text))) return [];
  return longSentences(text, language).map((detail) => ({ rule: 'too-many-words', where, detail }));
}

function languageFindings({ where, text }: Located, labels: ReadonlySet<string>): Found[] {
  // Names, numbers, addresses and labels as answers read the same in both languages; sentences don't.
  const mayBeSame = ANSWER.test(where) && (labels.has(text.km.toLowerCase()) || !TWO_WORDS.test(text.km));
  const isMissing = !/[A-Za-z0-9]/.test(text.en) || (text.km === text.en && !mayBeSame);
  return [
    ...(isMissing ? [{ rule: 'not-translated', where, detail: text.en } as const] : []),
    ...(KHMER.test(text.en) ? [{ rule: 'khmer-in-english', where, detail: text.en } as const] : []),
  ];
}

function glossaryFindings(course: Course, { where, text }: Located): Found[] {
  return [text.km, text.en]
    .flatMap((one) => [...one.matchAll(GLOSSARY_LINK)].map((match) => match[1] ?? ''))
    .filter((id) => !Object.hasOwn(course.glossary, id))
    .map((detail) => ({ rule: 'glossary-missing', where, detail }));
}

function wholeFindings(course: Course): Found[] {
  const kinds = new Set(course.lessons.flatMap(({ cards }) => cards.map((card) => card.kind)));
  const needs: [LintRule, boolean][] = [
    ['no-module-test', course.quizzes.some((quiz) => quiz.purpose === 'test')],
    ['no-job-card', kinds.has('job')],
    ['no-work-task', kinds.has('work')],
  ];
  const heavy = course.practices.map((practice) => ({ id: practice.id, bytes: weightOf(practice) }));
  return [
    ...needs.flatMap(([rule, has]): Found[] => (has ? [] : [{ rule, where: course.slug, detail: '' }])),
    ...heavy
      .filter(({ bytes }) => bytes > PRACTICE_BYTES)
      .map(({ id, bytes }): Found => ({ rule: 'practice-too-large', where: `practices.${id}`, detail: `${bytes} B` })),
  ];
}

/** What is wrong with one of our courses: the publish checks, and what we ask of ourselves beside. */
export function lintCourse({ course, media }: CurriculumCourse): LintFinding[] {
  const read = readCourse(course);
  const found = read.ok
    ? courseFindings(read.value, media)
    : read.findings.map((finding): Found => ({ rule: 'schema', where: '', detail: JSON.stringify(finding) }));
  return found.map((finding) => ({ course: slugOf(course), ...finding }));
}

function courseFindings(course: Course, media: CurriculumCourse['media']): Found[] {
  const texts = textsOf(course);
  const strings = stringsIn(course);
  const labels = new Set(knownLabels(course));
  return [
    // Canonical order is asked of every string below.
    ...checkForPublishing(course, media).filter(({ rule }) => rule !== 'khmer-not-canonical'),
    ...strings.flatMap(spellingFindings),
    ...strings.flatMap(sentenceFindings),
    ...texts.flatMap((text) => languageFindings(text, labels)),
    ...texts.flatMap((text) => glossaryFindings(course, text)),
    ...unexplainedEnglish(
      course,
      texts.filter(({ where }) => !KEYWORDS.test(where)),
    ).map((one): Found => ({ rule: 'english-unexplained', ...one })),
    ...wholeFindings(course),
  ];
}

const slugOf = (course: unknown): string => (typeof course === 'object' && course !== null && 'slug' in course ? String(course.slug) : '?');
