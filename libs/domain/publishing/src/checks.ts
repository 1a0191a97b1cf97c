import { questionsOf, type Card, type Course, type Lesson, type Text } from '@sala/domain/content';
import { canonicalKhmer } from '@sala/domain/khmer';
import type { FileToStore } from './package.js';
import { picturesOf } from './package.js';

/** What stops a course from being published. */
export type PublishRule =
  | 'khmer-not-canonical'
  | 'khmer-missing'
  | 'sentence-too-long'
  | 'too-few-questions'
  | 'picture-missing'
  | 'picture-unsafe'
  | 'lesson-too-large';

/** A rule that a course breaks, and where: lesson, card and field by id. */
export interface PublishFinding {
  rule: PublishRule;
  where: string;
  detail: string;
}

/** A lesson's text and pictures may weigh this much uncompressed; media have a budget of their own. */
export const LESSON_TEXT_BYTES = 32_000;
const QUESTIONS_A_LESSON = 2;
/** Twelve words; Khmer writes no spaces, and a word has 2-3 syllables, so a sentence is measured in syllables. */
export const SENTENCE_SYLLABLES = 36;

const KHMER = /[\u1780-\u17b3]/;
const SENTENCE_END = /[។៕?!\n]|៖ /;
const SYLLABLE = /[\u1780-\u17b3](?:\u17cc|\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])*/g;

interface Located {
  where: string;
  text: Text;
}

const at = (where: string, text: Text): Located => ({ where, text });

function textsOfCard(card: Card, where: string): Located[] {
  const title = at(`${where}.title`, card.title);
  switch (card.kind) {
    case 'text':
      return [title, at(`${where}.body`, card.body), ...(card.picture ? [at(`${where}.picture.alt`, card.picture.alt)] : [])];
    case 'picture':
      return [title, at(`${where}.caption`, card.caption), at(`${where}.picture.alt`, card.picture.alt)];
    case 'tip':
      return [title, at(`${where}.body`, card.body)];
    case 'steps':
      return [title, ...card.steps.map((step, i) => at(`${where}.steps.${i}`, step))];
    case 'question':
      return [
        title,
        at(`${where}.question.prompt`, card.question.prompt),
        ...card.question.options.flatMap((option) => [
          at(`${where}.question.${option.id}.text`, option.text),
          at(`${where}.question.${option.id}.feedback`, option.feedback),
        ]),
      ];
  }
}

/** Every text of a course with where it stands. */
export function textsOf(course: Course): Located[] {
  const lessons = course.lessons.flatMap((lesson) => [
    at(`${lesson.id}.title`, lesson.title),
    at(`${lesson.id}.outcome`, lesson.outcome),
    ...lesson.cards.flatMap((card) => textsOfCard(card, `${lesson.id}.${card.id}`)),
  ]);
  return [at('title', course.title), at('summary', course.summary), ...lessons];
}

function khmerFindings({ where, text }: Located): PublishFinding[] {
  const findings: PublishFinding[] = [];
  const isOption = /\.question\.[a-z0-9-]+\.text$/.test(where);
  if (!KHMER.test(text.km) && !isOption) findings.push({ rule: 'khmer-missing', where, detail: text.km });
  if (canonicalKhmer(text.km) !== text.km || /[\u200b-\u200d]/.test(text.km))
    findings.push({ rule: 'khmer-not-canonical', where, detail: text.km });
  for (const sentence of text.km.split(SENTENCE_END)) {
    const length = sentence.match(SYLLABLE)?.length ?? 0;
    if (length > SENTENCE_SYLLABLES) findings.push({ rule: 'sentence-too-long', where, detail: `${length}: ${sentence}` });
  }
  return findings;
}

// A picture is shown through <img>, where a browser runs no script; it is refused here as well, so that no other use can run one.
const UNSAFE_SVG =
  /<\s*(?:script|foreignObject|iframe|use|image|a|animate|set)\b|\bon[a-z]+\s*=|(?:xlink:)?href\s*=|url\s*\(\s*['"]?(?!#)|<!|<\?xml-stylesheet/i;

function pictureFindings(lesson: Lesson, media: ReadonlyMap<string, FileToStore>): PublishFinding[] {
  return picturesOf(lesson).flatMap((path): PublishFinding[] => {
    const file = media.get(path);
    const where = `${lesson.id}.${path}`;
    if (!file) return [{ rule: 'picture-missing', where, detail: path }];
    const unsafe = file.mediaType === 'image/svg+xml' && UNSAFE_SVG.test(new TextDecoder().decode(file.bytes));
    return unsafe ? [{ rule: 'picture-unsafe', where, detail: path }] : [];
  });
}

function lessonFindings(lesson: Lesson, media: ReadonlyMap<string, FileToStore>): PublishFinding[] {
  const findings = pictureFindings(lesson, media);
  const questions = questionsOf(lesson).length;
  if (questions < QUESTIONS_A_LESSON) findings.push({ rule: 'too-few-questions', where: lesson.id, detail: String(questions) });
  const bytes = new TextEncoder().encode(JSON.stringify(lesson)).length;
  if (bytes > LESSON_TEXT_BYTES) findings.push({ rule: 'lesson-too-large', where: lesson.id, detail: String(bytes) });
  return findings;
}

/** What stops a course from being published; an empty list means that it may go out. */
export function checkForPublishing(course: Course, media: readonly FileToStore[]): PublishFinding[] {
  const byPath = new Map(media.map((file) => [file.path, file]));
  return [...textsOf(course).flatMap(khmerFindings), ...course.lessons.flatMap((lesson) => lessonFindings(lesson, byPath))];
}
