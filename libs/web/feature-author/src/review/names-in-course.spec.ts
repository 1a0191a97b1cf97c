import { describe, expect, it } from '@jest/globals';
import { emptyWords, nameAt } from './names-in-course.js';

const card = {
  id: 'q',
  kind: 'question',
  title: { km: 'សំណួរ', en: 'Question' },
  question: { prompt: { km: 'តើមួយណា?', en: '' }, options: [{ text: { km: 'ក', en: '' } }, { text: { km: '', en: ' ' } }] },
};

describe('the names in a course', () => {
  it('call the card of a question by what it asks, and by its title until it asks something', () => {
    expect(nameAt({ cards: [card] }, ['cards', 'q'])?.km).toBe('តើមួយណា?');
    expect(nameAt({ cards: [{ ...card, question: {} }] }, ['cards', 'q'])?.km).toBe('សំណួរ');
  });

  it('come with the count of texts that are missing in each language', () => {
    expect(emptyWords(card)).toEqual({ km: 1, en: 3 });
    expect(emptyWords(undefined)).toEqual({ km: 0, en: 0 });
  });
});
