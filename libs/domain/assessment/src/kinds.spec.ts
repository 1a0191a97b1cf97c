import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Question, QuestionKind, Response, Text } from '@sala/domain/content';
import { draw, drawnQuestions, grade, quizResult, readNumber } from './index.js';

const text = (km: string): Text => ({ km, en: km });
const feedback = { right: text('ត្រូវ'), notYet: text('មិនទាន់') };
const shared = { id: 'q', prompt: text('?') };
const option = (id: string, correct: boolean) => ({ id, correct, text: text(id), feedback: text(id) });

/** One question of every kind with a right answer, a partly right one where the field has such, and a wrong one. */
const samples: Record<QuestionKind, { question: Question; answers: [response: Response, score: number][] }> = {
  'single-choice': {
    question: { ...shared, kind: 'single-choice', options: [option('a', true), option('b', false)] },
    answers: [
      [{ kind: 'single-choice', chosen: 'a' }, 1],
      [{ kind: 'single-choice', chosen: 'b' }, 0],
    ],
  },
  'multiple-choice': {
    question: { ...shared, kind: 'multiple-choice', options: [option('a', true), option('b', true), option('c', false)] },
    answers: [
      [{ kind: 'multiple-choice', chosen: ['a', 'b'] }, 1],
      [{ kind: 'multiple-choice', chosen: ['a'] }, 0.5],
      [{ kind: 'multiple-choice', chosen: ['c'] }, 0],
    ],
  },
  'true-false': {
    question: { ...shared, kind: 'true-false', statement: text('x'), isTrue: false, feedback },
    answers: [
      [{ kind: 'true-false', said: false }, 1],
      [{ kind: 'true-false', said: true }, 0],
    ],
  },
  order: {
    question: { ...shared, kind: 'order', items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: text(id) })), feedback },
    answers: [
      [{ kind: 'order', order: ['a', 'b', 'c', 'd'] }, 1],
      [{ kind: 'order', order: ['a', 'b', 'd', 'c'] }, 0.5],
      [{ kind: 'order', order: ['d', 'c', 'b', 'a'] }, 0],
    ],
  },
  match: {
    question: { ...shared, kind: 'match', pairs: ['a', 'b'].map((id) => ({ id, left: text(id), right: text(id) })), feedback },
    answers: [
      [{ kind: 'match', matched: { a: 'a', b: 'b' } }, 1],
      [{ kind: 'match', matched: { a: 'a' } }, 0.5],
      [{ kind: 'match', matched: { a: 'b', b: 'a' } }, 0],
    ],
  },
  sort: {
    question: {
      ...shared,
      kind: 'sort',
      groups: ['x', 'y'].map((id) => ({ id, text: text(id) })),
      items: [
        { id: 'a', text: text('a'), group: 'x' },
        { id: 'b', text: text('b'), group: 'y' },
      ],
      feedback,
    },
    answers: [
      [{ kind: 'sort', sorted: { a: 'x', b: 'y' } }, 1],
      [{ kind: 'sort', sorted: { a: 'x', b: 'x' } }, 0.5],
      [{ kind: 'sort', sorted: { a: 'y', b: 'x' } }, 0],
    ],
  },
  'tap-picture': {
    question: {
      ...shared,
      kind: 'tap-picture',
      scene: { file: 'pictures/a.svg', alt: text('a') },
      ratio: 1,
      areas: [
        { id: 'all', left: 0, top: 0, width: 100, height: 90, correct: false, feedback: text('near'), name: text('a') },
        { id: 'spot', left: 10, top: 10, width: 20, height: 20, correct: true, feedback: text('there'), name: text('b') },
      ],
    },
    answers: [
      [{ kind: 'tap-picture', left: 15, top: 15 }, 1],
      [{ kind: 'tap-picture', left: 50, top: 50 }, 0],
      [{ kind: 'tap-picture', left: 50, top: 99 }, 0],
    ],
  },
  'fill-word': {
    question: { ...shared, kind: 'fill-word', accepted: ['ទូរសព្ទ', 'ខ្មែរ ១២'], feedback },
    answers: [
      [{ kind: 'fill-word', word: 'ទូរស័ព្ទ ' }, 1],
      [{ kind: 'fill-word', word: 'ខែ្មរ12' }, 1],
      [{ kind: 'fill-word', word: ' ' }, 0],
    ],
  },
  number: {
    question: { ...shared, kind: 'number', answer: 1500.5, tolerance: 0.5, feedback },
    answers: [
      [{ kind: 'number', said: '១ ៥០០,៥' }, 1],
      [{ kind: 'number', said: '1501' }, 1],
      [{ kind: 'number', said: 'a lot' }, 0],
    ],
  },
  judge: {
    question: {
      ...shared,
      kind: 'judge',
      post: { from: text('x'), text: text('y') },
      verdict: 'check',
      reasons: [option('a', true), option('b', false)],
      feedback,
    },
    answers: [
      [{ kind: 'judge', verdict: 'check', reasons: ['a'] }, 1],
      [{ kind: 'judge', verdict: 'check', reasons: ['b'] }, 0.5],
      [{ kind: 'judge', verdict: 'real', reasons: ['a'] }, 0],
    ],
  },
  recorded: {
    question: { ...shared, kind: 'recorded', medium: 'voice', seconds: 20, feedback: { kept: text('kept') } },
    answers: [[{ kind: 'recorded', medium: 'voice', kept: '00000000-0000-4000-8000-000000000001' }, 0]],
  },
};

describe('grading', () => {
  const all = Object.values(samples);
  it.each(all.flatMap(({ question, answers }) => answers.map(([response, score]) => ({ kind: question.kind, question, response, score }))))(
    'gives $kind $score',
    ({ question, response, score }) => {
      expect(grade(question, response)).toMatchObject({ score, correct: score === 1 });
    },
  );

  it('stays between 0 and 1 and never throws, whatever question meets whatever answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), fc.nat(), ({ question }, other, pick) => {
        const [response] = other.answers[pick % other.answers.length] ?? [];
        if (!response) return;
        const outcome = grade(question, response);
        expect(outcome.score >= 0 && outcome.score <= 1).toBe(true);
        if (question.kind !== response.kind) expect(outcome.score).toBe(0);
      }),
    );
  });

  it('leaves a recorded answer to a person', () => {
    const [response] = samples.recorded.answers[0] ?? [];
    expect(response && grade(samples.recorded.question, response).waiting).toBe(true);
  });

  it('says nothing for a tap beside everything', () => {
    expect(grade(samples['tap-picture'].question, { kind: 'tap-picture', left: 50, top: 99 }).feedback).toEqual([]);
  });

  it.each([
    ['១២,៥', 12.5],
    ['-3', -3],
    ['1 000', 1000],
    ['', Number.NaN],
    ['12.5.1', Number.NaN],
  ])('reads the number %s', (said, value) => {
    expect(readNumber(said)).toBe(value);
  });
});

describe('a quiz', () => {
  const bank: Question[] = Array.from({ length: 12 }, (_, i) => ({
    id: `q${i}`,
    prompt: text('?'),
    outcome: `o${i % 3}`,
    kind: 'true-false',
    statement: text('x'),
    isTrue: true,
    feedback,
  }));
  const quiz = { bank, draw: 6, pass: 0.8 };
  const seen = fc.subarray(bank.map((question) => question.id)).map((ids) => new Set(ids));

  it('draws the same again from the same seed, and each question once', () => {
    fc.assert(
      fc.property(seen, fc.nat(), (known, seed) => {
        const ids = draw(quiz, known, seed).map((question) => question.id);
        expect(draw(quiz, known, seed).map((question) => question.id)).toEqual(ids);
        expect(new Set(ids).size).toBe(6);
      }),
    );
  });

  it('prefers questions never seen', () => {
    fc.assert(
      fc.property(seen, fc.nat(), (known, seed) => {
        const drawn = draw(quiz, known, seed).filter((question) => known.has(question.id)).length;
        expect(drawn).toBe(Math.max(0, 6 - (bank.length - known.size)));
      }),
    );
  });

  it('touches every outcome', () => {
    fc.assert(fc.property(fc.nat(), (seed) => new Set(draw(quiz, new Set(), seed).map((question) => question.outcome)).size === 3));
  });

  it('draws in many orders', () => {
    expect(
      new Set(
        Array.from({ length: 50 }, (_, seed) =>
          draw(quiz, new Set(), seed)
            .map((question) => question.id)
            .join(),
        ),
      ).size,
    ).toBeGreaterThan(40);
  });

  it('goes on when a question was retired under way', () => {
    expect(drawnQuestions(quiz, ['q1', 'retired', 'q2']).map((question) => question.id)).toEqual(['q1', 'q2']);
  });

  it('passes at the mark, names the mistakes, and leaves out what waits for a person', () => {
    const outcome = (score: number, waiting = false) => ({ score, correct: score === 1, feedback: [], waiting });
    const answers = new Map([
      ['a', outcome(1)],
      ['b', outcome(0.6)],
      ['c', outcome(0, true)],
    ]);
    expect(quizResult(quiz, answers)).toEqual({ score: 0.8, passed: true, mistakes: ['b'] });
    expect(quizResult(quiz, new Map())).toEqual({ score: 0, passed: false, mistakes: [] });
  });
});
