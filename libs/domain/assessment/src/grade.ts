import type { Option, Question, QuestionKind, QuestionOf, Response, ResponseOf, Text } from '@sala/domain/content';
import { latinDigits, searchKey } from '@sala/domain/khmer';

/** What an answer was worth and what to say about it. */
export interface Outcome {
  /** From 0 to 1. */
  score: number;
  /** Whether the score is full. */
  correct: boolean;
  /** What to say: about each chosen answer, or about the whole. */
  feedback: Text[];
  /** A person has to hear or see the answer first; it has no score yet. */
  waiting: boolean;
}

type Grader<K extends QuestionKind> = (question: QuestionOf<K>, response: ResponseOf<K>) => Outcome;

const outcome = (score: number, feedback: Text[]): Outcome => ({ score, correct: score === 1, feedback, waiting: false });
const said = (score: number, feedback: { right: Text; notYet: Text }): Outcome =>
  outcome(score, [score === 1 ? feedback.right : feedback.notYet]);
const share = (right: number, of: number): number => (of === 0 ? 0 : right / of);
const feedbackOf = (chosen: readonly Option[]): Text[] => chosen.map((option) => option.feedback);

/** Right choices minus wrong ones over all right ones, never below 0: Moodle's multiple-answer question. */
function choiceScore(all: readonly { id: string; correct: boolean }[], chosen: readonly string[]): number {
  const picked = all.filter((option) => chosen.includes(option.id));
  const right = picked.filter((option) => option.correct).length;
  return Math.max(0, share(right - (picked.length - right), all.filter((option) => option.correct).length));
}

const singleChoice: Grader<'single-choice'> = ({ options }, { chosen }) => {
  const picked = options.filter((option) => option.id === chosen);
  return outcome(picked.some((option) => option.correct) ? 1 : 0, feedbackOf(picked));
};

const multipleChoice: Grader<'multiple-choice'> = ({ options }, { chosen }) =>
  outcome(choiceScore(options, chosen), feedbackOf(options.filter((option) => chosen.includes(option.id))));

const trueFalse: Grader<'true-false'> = (question, response) => said(question.isTrue === response.said ? 1 : 0, question.feedback);

/** The share of items at their own place: "absolute position" of Moodle's ordering question. */
const order: Grader<'order'> = ({ items, feedback }, response) =>
  said(share(items.filter((item, i) => response.order[i] === item.id).length, items.length), feedback);

/** The share of right pairs: Moodle's matching question. */
const match: Grader<'match'> = ({ pairs, feedback }, { matched }) =>
  said(share(pairs.filter((pair) => matched[pair.id] === pair.id).length, pairs.length), feedback);

/** The share of items in their group: H5P's drag and drop without penalty. */
const sort: Grader<'sort'> = ({ items, feedback }, { sorted }) =>
  said(share(items.filter((item) => sorted[item.id] === item.group).length, items.length), feedback);

/** The smallest area under the finger counts, as in QTI's hotspot interaction; a tap beside all areas scores nothing and says nothing. */
const tapPicture: Grader<'tap-picture'> = ({ areas }, { left, top }) => {
  const under = areas
    .filter((area) => left >= area.left && left <= area.left + area.width && top >= area.top && top <= area.top + area.height)
    .sort((a, b) => a.width * a.height - b.width * b.height)[0];
  return outcome(under?.correct ? 1 : 0, under ? [under.feedback] : []);
};

/** A word is right in any encoding, spelling variant and script of digits that search would find it under. */
const fillWord: Grader<'fill-word'> = ({ accepted, feedback }, { word }) => {
  const key = searchKey(word);
  return said(key !== '' && accepted.some((one) => searchKey(one) === key) ? 1 : 0, feedback);
};

/** Reads digits of both scripts, with spaces between thousands and a comma or point before decimals; NaN when it is no number. */
export function readNumber(text: string): number {
  const plain = latinDigits(text)
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Right within the tolerance: Moodle's numerical question. */
const number: Grader<'number'> = ({ answer, tolerance, feedback }, response) =>
  said(Math.abs(readNumber(response.said) - answer) <= tolerance ? 1 : 0, feedback);

/** Half for the verdict, half for the reasons, and nothing for reasons under a wrong verdict: a rule of our own. */
const judge: Grader<'judge'> = ({ verdict, reasons, feedback }, response) =>
  said(response.verdict === verdict ? 0.5 + choiceScore(reasons, response.reasons) / 2 : 0, feedback);

const recorded: Grader<'recorded'> = ({ feedback }) => ({ score: 0, correct: false, feedback: [feedback.kept], waiting: true });

const GRADERS: { [K in QuestionKind]: Grader<K> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  order,
  match,
  sort,
  'tap-picture': tapPicture,
  'fill-word': fillWord,
  number,
  judge,
  recorded,
};

/**
 * Grades an answer. A response of another kind, or one that names what the question no longer has, loses those points: a changed question never breaks an
 * attempt under way.
 */
export function grade(question: Question, response: Response): Outcome {
  if (question.kind !== response.kind) return outcome(0, []);
  const grader = GRADERS[question.kind] as Grader<QuestionKind>;
  return grader(question, response);
}
