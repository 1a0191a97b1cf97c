// For the bench `tap`: a course for each kind of question, with as many questions as are tapped, written as course folders.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Question, QuestionKind, QuestionOf, Text } from '@sala/domain/content';

const LESSONS = 5;
const QUESTIONS_A_LESSON = 10;
const SCENE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 180"><rect width="328" height="180" fill="#e4f1ec"/><circle cx="80" cy="90" r="40" fill="#0f5c4d"/></svg>';

const text = (km: string, en: string): Text => ({ km, en });
const feedback = { right: text('ល្អណាស់!', 'Well done!'), notYet: text('សូមមើលម្ដងទៀត។', 'Please look again.') };
const pictured = { file: 'pictures/scene.svg', alt: text('រង្វង់មួយ', 'A circle') };
const words = [text('រង់ចាំ', 'Wait'), text('ចូលរួម', 'Join'), text('ចាកចេញ', 'Leave'), text('លើកដៃ', 'Raise hand')];
const items = words.map((word, i) => ({ id: `item-${i}`, text: word }));
const options = items.map((item, i) => ({ ...item, correct: i === 0, feedback: i === 0 ? feedback.right : feedback.notYet }));
const areas = [10, 50].map((left, i) => ({
  id: `area-${i}`,
  left,
  top: 20,
  width: 30,
  height: 60,
  correct: i === 0,
  feedback: i === 0 ? feedback.right : feedback.notYet,
  name: words[i] ?? text('ទីនេះ', 'Here'),
}));

type Asked<K extends QuestionKind> = Omit<QuestionOf<K>, 'id' | 'kind' | 'prompt'>;

/** What a question of each kind asks, besides its prompt. */
const ASKED: { [K in QuestionKind]: Asked<K> } = {
  'single-choice': { options },
  'multiple-choice': { options },
  'true-false': { statement: text('ខ្ញុំគួររង់ចាំ។', 'I should wait.'), isTrue: true, feedback },
  order: { items, feedback },
  match: { pairs: items.map(({ id, text: left }) => ({ id, left, right: left })), feedback },
  sort: { groups: items.slice(0, 2), items: items.map((item) => ({ ...item, group: 'item-0' })), feedback },
  'tap-picture': { scene: pictured, ratio: 1.82, areas },
  'fill-word': { accepted: ['1'], feedback },
  number: { answer: 1, tolerance: 0, feedback },
  judge: {
    post: { from: text('លី ម៉ារី', 'Ly Mary'), text: text('ប្រជុំថ្ងៃនេះ ម៉ោង ៨:៣០។', 'Meeting today at 8:30.') },
    verdict: 'real',
    reasons: options.map(({ id, text: reason, correct }) => ({ id, text: reason, correct })),
    feedback,
  },
  recorded: { medium: 'voice', seconds: 5, feedback: { kept: feedback.right } },
};

/** All kinds of question. */
export const KINDS = Object.keys(ASKED) as QuestionKind[];
/** The lessons of each of these courses, by id. */
export const PARTS = Array.from({ length: LESSONS }, (_, part) => `part-${part}`);

function lessonOf(kind: QuestionKind, part: string): object {
  const title = text('សំណួរ', 'Question');
  const cards = Array.from({ length: QUESTIONS_A_LESSON }, (_, i) => {
    const question = { id: `q-${i}`, kind, prompt: text(`តើត្រូវធ្វើអ្វី? ${i}`, `What do you do? ${i}`), ...ASKED[kind] } as Question;
    return { id: `q-${i}`, kind: 'question', title, question };
  });
  return { id: part, title, outcome: title, minutes: 5, khmerReview: 'draft', cards };
}

/** Writes the course folders, one for each kind and named after it, into a folder. */
export function writeKinds(folder: string): void {
  for (const kind of KINDS) {
    const write = (name: string, content: string): void => {
      const file = path.join(folder, kind, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    };
    const title = text('សំណួរ', kind);
    const course = { format: 1, id: randomUUID(), slug: kind, title, summary: title, lessons: PARTS };
    write('course.json', JSON.stringify(course));
    for (const part of PARTS) write(`lessons/${part}.json`, JSON.stringify(lessonOf(kind, part)));
    write('pictures/scene.svg', SCENE);
  }
}
