import { LANGUAGES, questionsOf, voiceOf, type Card, type Course, type Lesson, type Quiz, type Text } from '@sala/domain/content';
import { canonicalKhmer, latinDigits } from '@sala/domain/khmer';
import { check, type Practice } from '@sala/domain/practice';
import { mediaOf, practicesOf, type FileToStore } from './package.js';

/** What stops a course from being published. */
export type PublishRule =
  | 'khmer-not-canonical'
  | 'khmer-missing'
  | 'sentence-too-long'
  | 'too-few-questions'
  | 'media-missing'
  | 'picture-unsafe'
  | 'lesson-too-large'
  | 'media-too-large'
  | 'voice-stale'
  | 'source-missing'
  | 'phone-number'
  | 'practice-missing'
  | 'practice-faulty'
  | 'lesson-missing'
  | 'same-id-twice';

/** A rule that a course breaks, and where: lesson, card and field by id. */
export interface PublishFinding {
  rule: PublishRule;
  where: string;
  detail: string;
}

/** A lesson's text and pictures may weigh this much uncompressed; media have a budget of their own. */
export const LESSON_TEXT_BYTES = 32_000;
/** All pictures, voices and clips of a lesson together: three megabytes are some 2,500 riel of mobile data, and a minute on a slow line. */
export const LESSON_MEDIA_BYTES = 3_000_000;
const QUESTIONS_A_LESSON = 2;
/** Twelve words; Khmer writes no spaces, and a word has 2-3 syllables, so a sentence is measured in syllables. */
export const SENTENCE_SYLLABLES = 36;

const KHMER = /[\u1780-\u17b3]/;
const SENTENCE_END = /[។៕?!\n]|៖ /;
const SYLLABLE = /[\u1780-\u17b3](?:\u17cc|\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])*/g;

/** A text of a course and where it stands: lesson, card and field by id, with dots between. */
export interface Located {
  where: string;
  text: Text;
}

/** The sentences of a Khmer text: what ends at a Khmer full stop, a question or exclamation mark, a line's end, or leads over to what follows. */
export const khmerSentences = (text: string): string[] => text.split(SENTENCE_END);

const isText = (value: object): value is Text =>
  'km' in value && 'en' in value && typeof value.km === 'string' && typeof value.en === 'string';
const nameOf = (value: unknown, index: number): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(index);

function textsIn(value: unknown, where: readonly string[]): Located[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => textsIn(one, [...where, nameOf(one, index)]));
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) return [{ where: where.join('.'), text: value }];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...where, key]));
}

/** Every text of a course with where it stands, whatever the kind of card or question. */
export function textsOf(course: Course): Located[] {
  return textsIn(course, []);
}

// A Cambodian number with its leading zero or country code, however it is grouped. Nobody's phone may ring because a course named it, so courses
// invent theirs: 000 follows the operator's digits, where no number is given out.
const PHONE_NUMBER = /(?<![\d.])(?:\+?855[\s.-]?|0)[1-9]\d(?![\s.-]?000)(?:[\s.-]?\d){6,7}(?!\d)/;

function phoneNumbers({ where, text }: Located): PublishFinding[] {
  const found = LANGUAGES.map((language) => PHONE_NUMBER.exec(latinDigits(text[language]))?.[0]).find((one) => one !== undefined);
  return found === undefined ? [] : [{ rule: 'phone-number', where, detail: found }];
}

// Laws, shares and years of rules are facts that somebody must be able to look up again.
const CLAIM = /ច្បាប់|អនុក្រឹត្យ|ព្រះរាជក្រឹត្យ|ប្រកាសលេខ|មាត្រា|ភាគរយ|\d\s?%/;

function cardFindings(lesson: Lesson, card: Card): PublishFinding[] {
  const where = `${lesson.id}.${card.id}`;
  const stale = LANGUAGES.filter((language) => voiceOf(card, language)?.stale).map((language): PublishFinding => ({
    rule: 'voice-stale',
    where: `${where}.voice`,
    detail: language,
  }));
  // What a question or a story says is part of its play; a text, tip or list of steps claims.
  const claims = card.kind === 'text' || card.kind === 'tip' || card.kind === 'steps' || card.kind === 'picture';
  const claim =
    claims && card.source === undefined
      ? CLAIM.exec(
          latinDigits(
            textsIn(card, [])
              .map(({ text }) => text.km)
              .join(' '),
          ),
        )
      : null;
  return claim ? [...stale, { rule: 'source-missing', where: `${where}.source`, detail: claim[0] }] : stale;
}

function khmerFindings({ where, text }: Located): PublishFinding[] {
  const findings: PublishFinding[] = [];
  const isAnswer = /\.(?:options|pairs|items|groups)\.[^.]+\.(?:text|left|right)$/.test(where);
  if (!KHMER.test(text.km) && !isAnswer) findings.push({ rule: 'khmer-missing', where, detail: text.km });
  if (canonicalKhmer(text.km) !== text.km || /[\u200b-\u200d]/.test(text.km))
    findings.push({ rule: 'khmer-not-canonical', where, detail: text.km });
  for (const sentence of khmerSentences(text.km)) {
    const length = sentence.match(SYLLABLE)?.length ?? 0;
    if (length > SENTENCE_SYLLABLES) findings.push({ rule: 'sentence-too-long', where, detail: `${length}: ${sentence}` });
  }
  return findings;
}

// A picture is shown through <img>, where a browser runs no script; it is refused here as well, so that no other use can run one.
const UNSAFE_SVG =
  /<\s*(?:script|foreignObject|iframe|use|image|a|animate|set)\b|\bon[a-z]+\s*=|(?:xlink:)?href\s*=|url\s*\(\s*['"]?(?!#)|<!|<\?xml-stylesheet/i;

/** Whether a drawing (SVG) holds nothing that could run, load or link. */
export function isSafeDrawing(bytes: Uint8Array): boolean {
  return !UNSAFE_SVG.test(new TextDecoder().decode(bytes));
}

function mediaFindings(part: unknown, where: string, media: ReadonlyMap<string, FileToStore>): PublishFinding[] {
  return mediaOf(part).flatMap((path): PublishFinding[] => {
    const file = media.get(path);
    const at = `${where}.${path}`;
    if (!file) return [{ rule: 'media-missing', where: at, detail: path }];
    const unsafe = file.mediaType === 'image/svg+xml' && !isSafeDrawing(file.bytes);
    return unsafe ? [{ rule: 'picture-unsafe', where: at, detail: path }] : [];
  });
}

function lessonFindings(course: Course, lesson: Lesson, media: ReadonlyMap<string, FileToStore>): PublishFinding[] {
  const findings = mediaFindings(lesson, lesson.id, media);
  const questions = questionsOf(lesson).length;
  if (questions < QUESTIONS_A_LESSON) findings.push({ rule: 'too-few-questions', where: lesson.id, detail: String(questions) });
  const bytes = new TextEncoder().encode(JSON.stringify(lesson)).length;
  if (bytes > LESSON_TEXT_BYTES) findings.push({ rule: 'lesson-too-large', where: lesson.id, detail: String(bytes) });
  const weight = mediaOf(lesson).reduce((sum, path) => sum + (media.get(path)?.bytes.length ?? 0), 0);
  if (weight > LESSON_MEDIA_BYTES) findings.push({ rule: 'media-too-large', where: lesson.id, detail: String(weight) });
  return [
    ...findings,
    ...lesson.cards.flatMap((card) => cardFindings(lesson, card)),
    ...unknownPractices(course, lesson.id, practicesOf(lesson)),
  ];
}

function unknownPractices(course: Course, where: string, ids: readonly string[]): PublishFinding[] {
  return ids
    .filter((id) => !course.practices.some((practice) => practice.id === id))
    .map((id) => ({ rule: 'practice-missing', where, detail: id }));
}

function practiceFindings(practice: Practice, media: ReadonlyMap<string, FileToStore>): PublishFinding[] {
  const faults = check(practice).map(({ fault, where }): PublishFinding => ({
    rule: 'practice-faulty',
    where: `${practice.id}.${where}`,
    detail: fault,
  }));
  return [...faults, ...mediaFindings(practice, practice.id, media)];
}

function quizFindings(course: Course, quiz: Quiz, media: ReadonlyMap<string, FileToStore>): PublishFinding[] {
  const lessons = course.lessons.map((lesson) => lesson.id);
  const clash: PublishFinding[] = lessons.includes(quiz.id) ? [{ rule: 'same-id-twice', where: quiz.id, detail: quiz.id }] : [];
  const unknown = quiz.skips
    .filter((id) => !lessons.includes(id))
    .map((id): PublishFinding => ({ rule: 'lesson-missing', where: quiz.id, detail: id }));
  return [...clash, ...unknown, ...unknownPractices(course, quiz.id, quiz.practices), ...mediaFindings(quiz, quiz.id, media)];
}

/** What stops a course from being published; an empty list means that it may go out. */
export function checkForPublishing(course: Course, media: readonly FileToStore[]): PublishFinding[] {
  const byPath = new Map(media.map((file) => [file.path, file]));
  return [
    ...textsOf(course).flatMap((located) => [...khmerFindings(located), ...phoneNumbers(located)]),
    ...course.lessons.flatMap((lesson) => lessonFindings(course, lesson, byPath)),
    ...course.practices.flatMap((practice) => practiceFindings(practice, byPath)),
    ...course.quizzes.flatMap((quiz) => quizFindings(course, quiz, byPath)),
  ];
}
