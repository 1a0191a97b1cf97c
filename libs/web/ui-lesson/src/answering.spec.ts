import { describe, expect, it } from '@jest/globals';
import type { Question } from '@sala/domain/content';
import { Answering } from './answering.js';

const text = (km: string) => ({ km, en: km });
const option = (id: string, correct: boolean) => ({ id, text: text(id), correct, feedback: text(`about ${id}`) });
const single: Question = { id: 'where', kind: 'single-choice', prompt: text('?'), options: [option('store', true), option('link', false)] };

function answer(answering: Answering, chosen: string): void {
  answering.response.set({ kind: 'single-choice', chosen });
  const graded = answering.check(single);
  if (graded) answering.show(graded.outcome);
}

describe('answering a question', () => {
  it('needs a choice first', () => {
    expect(new Answering().check(single)).toBeUndefined();
  });

  it('says what was right and gives the answer of the chosen option', () => {
    const answering = new Answering();
    answer(answering, 'store');
    expect(answering.outcome()).toMatchObject({ correct: true, feedback: [text('about store')] });
    expect(answering.revealed()).toBe(true);
  });

  it('asks to try again after the first wrong answer and shows the right one after the second', () => {
    const answering = new Answering();
    answer(answering, 'link');
    expect(answering.revealed()).toBe(false);
    answering.tryAgain();
    expect([answering.checked(), answering.response()]).toEqual([false, undefined]);
    answer(answering, 'link');
    expect(answering.revealed()).toBe(true);
  });
});
