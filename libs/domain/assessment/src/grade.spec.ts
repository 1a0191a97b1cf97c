import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Question, Text } from '@sala/domain/content';
import { grade } from './index.js';

const text = (km: string): Text => ({ km, en: km });
const option = (id: string, correct: boolean) => ({ id, correct, text: text(id), feedback: text(`${id}!`) });
const single: Question = { id: 'q', kind: 'single-choice', prompt: text('?'), options: [option('a', true), option('b', false)] };
const multiple: Question = {
  id: 'q',
  kind: 'multiple-choice',
  prompt: text('?'),
  options: [option('a', true), option('b', true), option('c', false), option('d', false)],
};

describe('grade', () => {
  it.each([
    ['a', 1],
    ['b', 0],
    ['gone', 0],
  ])('scores the single choice %s as %d', (chosen, score) => {
    expect(grade(single, { kind: 'single-choice', chosen })).toMatchObject({ score, correct: score === 1 });
  });

  it.each([
    [['a', 'b'], 1],
    [['a'], 0.5],
    [['a', 'b', 'c'], 0.5],
    [['a', 'c'], 0],
    [['c', 'd'], 0],
    [['a', 'a', 'b'], 1],
  ])('scores the choices %j as %d', (chosen, score) => {
    expect(grade(multiple, { kind: 'multiple-choice', chosen }).score).toBe(score);
  });

  it('says something about each chosen answer', () => {
    expect(grade(multiple, { kind: 'multiple-choice', chosen: ['c', 'a'] }).feedback).toEqual([text('a!'), text('c!')]);
  });

  it('gives nothing for an answer of another kind', () => {
    expect(grade(single, { kind: 'multiple-choice', chosen: ['a'] })).toEqual({ score: 0, correct: false, feedback: [], waiting: false });
  });

  it('is full only for exactly the right choices', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }), (chosen) => {
        const outcome = grade(multiple, { kind: 'multiple-choice', chosen });
        expect(outcome.correct).toBe([...chosen].sort().join() === 'a,b');
        expect(outcome.score).toBeGreaterThanOrEqual(0);
        expect(outcome.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
