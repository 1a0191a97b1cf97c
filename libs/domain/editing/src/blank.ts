import type {
  Card,
  CardKind,
  CardOf,
  Glossary,
  Lesson,
  Picture,
  Question,
  QuestionKind,
  QuestionOf,
  Quiz,
  Text,
} from '@sala/domain/content';
import { isPart } from './path.js';

/** Makes an id that nobody else makes. */
export type NewId = (stem: string) => string;

const empty = (): Text => ({ km: '', en: '' });
const several = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
/** A picture that is not chosen yet: it has a name that no file has. */
export const NO_FILE = 'pictures/none.webp';
const noPicture = (): Picture => ({ file: NO_FILE, alt: empty() });
const feedback = (): { right: Text; notYet: Text } => ({ right: empty(), notYet: empty() });
const item = (newId: NewId): { id: string; text: Text } => ({ id: newId('item'), text: empty() });
const option = (newId: NewId, correct: boolean): QuestionOf<'single-choice'>['options'][number] => ({
  id: newId('option'),
  text: empty(),
  correct,
  feedback: empty(),
});

type BlankQuestions = { [K in QuestionKind]: (newId: NewId) => Omit<QuestionOf<K>, 'id' | 'prompt' | 'kind'> };
const QUESTIONS: BlankQuestions = {
  'single-choice': (newId) => ({ options: [option(newId, true), option(newId, false)] }),
  'multiple-choice': (newId) => ({ options: [option(newId, true), option(newId, true), option(newId, false)] }),
  'true-false': () => ({ statement: empty(), isTrue: true, feedback: feedback() }),
  order: (newId) => ({ items: several(3, () => item(newId)), feedback: feedback() }),
  match: (newId) => ({ pairs: several(2, () => ({ id: newId('pair'), left: empty(), right: empty() })), feedback: feedback() }),
  sort: (newId) => {
    const groups = several(2, () => ({ id: newId('group'), text: empty() }));
    return { groups, items: groups.map(({ id }) => ({ ...item(newId), group: id })), feedback: feedback() };
  },
  'tap-picture': (newId) => ({ scene: noPicture(), ratio: 1, areas: [blankArea(newId)] }),
  'fill-word': () => ({ accepted: [''], feedback: feedback() }),
  number: () => ({ answer: 0, tolerance: 0, feedback: feedback() }),
  judge: (newId) => ({
    post: { from: empty(), text: empty() },
    verdict: 'check',
    reasons: [true, false].map((correct) => ({ id: newId('reason'), text: empty(), correct })),
    feedback: feedback(),
  }),
  recorded: () => ({ medium: 'voice', seconds: 30, feedback: { kept: empty() } }),
};

/** A place on a picture that nobody has drawn yet. */
export function blankArea(newId: NewId): QuestionOf<'tap-picture'>['areas'][number] {
  return { id: newId('area'), left: 30, top: 30, width: 30, height: 20, correct: true, feedback: empty(), name: empty() };
}

/** A question without words. */
export function blankQuestion(kind: QuestionKind, newId: NewId): Question {
  return { id: newId('question'), kind, prompt: empty(), ...QUESTIONS[kind](newId) } as Question;
}

type BlankCards = { [K in CardKind]: (newId: NewId) => Omit<CardOf<K>, 'id' | 'title' | 'kind'> };
const CARDS: BlankCards = {
  text: () => ({ body: empty() }),
  picture: () => ({ picture: noPicture(), caption: empty() }),
  tip: () => ({ tone: 'tip', body: empty() }),
  steps: () => ({ steps: several(3, empty) }),
  video: () => ({
    seconds: 60,
    variants: [{ quality: '360p', file: 'videos/none.webm' }],
    captions: { km: 'videos/none.vtt' },
    transcript: empty(),
  }),
  story: (newId) => ({
    situation: empty(),
    choices: [true, false].map((good) => ({ id: newId('choice'), text: empty(), consequence: empty(), good })),
    better: empty(),
  }),
  checklist: () => ({ items: several(2, empty) }),
  term: () => ({ label: '', meaning: empty(), example: empty() }),
  job: () => ({ keywords: empty(), steps: several(3, empty) }),
  practice: () => ({ practice: 'none', mode: 'try' }),
  work: () => ({ task: empty(), checklist: several(3, empty) }),
  question: (newId) => ({ question: blankQuestion('single-choice', newId) }),
};

/** A card without words. */
export function blankCard(kind: CardKind, newId: NewId): Card {
  return { id: newId(kind), kind, title: empty(), ...CARDS[kind](newId) } as Card;
}

/** A lesson with one empty card: nobody is asked for a setting before the first word. */
export function blankLesson(newId: NewId): Lesson {
  return { id: newId('lesson'), title: empty(), outcome: empty(), minutes: 5, khmerReview: 'draft', cards: [blankCard('text', newId)] };
}

/** A module test with two empty questions. */
export function blankQuiz(purpose: Quiz['purpose'], newId: NewId): Quiz {
  const bank = several(2, () => blankQuestion('single-choice', newId));
  const feedback = purpose === 'test' ? 'at-once' : 'at-end';
  return { id: newId('quiz'), title: empty(), purpose, bank, draw: 2, feedback, pass: 0.8, practices: [], skips: [] };
}

/** A word of the glossary without its meaning. */
export const blankWord = (): Glossary[string] => ({ label: '', meaning: empty() });

const isSame = (one: unknown, other: unknown): boolean => typeof one === typeof other && Array.isArray(one) === Array.isArray(other);

/** A value in the shape of a blank: what is missing or of another type comes from the blank. Fields that the blank doesn't have stay. */
function filled(value: unknown, blank: unknown): unknown {
  if (!isSame(value, blank) || value === null) return blank;
  if (Array.isArray(value) && Array.isArray(blank)) {
    const [model]: readonly unknown[] = blank;
    return value.length === 0 || model === undefined ? value : value.map((one: unknown) => filled(one, model));
  }
  if (!isPart(value) || !isPart(blank)) return value;
  return { ...value, ...Object.fromEntries(Object.entries(blank).map(([key, one]) => [key, filled(value[key], one)])) };
}

const isKind = <K extends string>(value: unknown, table: Record<K, unknown>): value is K => typeof value === 'string' && value in table;
const fixed: NewId = (stem) => `${stem}-0`;

/** A question of a draft as one that can be shown and edited, however unfinished it is; undefined when its kind is unknown. */
export function wholeQuestion(value: unknown): Question | undefined {
  if (!isPart(value) || !isKind(value['kind'], QUESTIONS)) return undefined;
  return filled(value, blankQuestion(value['kind'], fixed)) as Question;
}

/** A card of a draft as one that can be shown and edited, however unfinished it is; undefined when its kind is unknown. */
export function wholeCard(value: unknown): Card | undefined {
  if (!isPart(value) || !isKind(value['kind'], CARDS)) return undefined;
  const { kind } = value;
  const question = kind === 'question' ? (wholeQuestion(value['question']) ?? blankQuestion('single-choice', fixed)) : undefined;
  return filled(
    question ? { ...value, question } : value,
    question ? { ...blankCard(kind, fixed), question } : blankCard(kind, fixed),
  ) as Card;
}

/** Cards of a lesson of a draft that can be shown. */
export function wholeCards(cards: readonly unknown[]): Card[] {
  return cards.flatMap((card) => wholeCard(card) ?? []);
}
