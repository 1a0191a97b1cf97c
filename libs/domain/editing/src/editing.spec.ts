import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { text, card, start, cards, C1, anEdit, keyed } from './editing.fixture.js';
import {
  applied,
  at,
  behind,
  copyOf,
  edited,
  olderLanguage,
  opened,
  paused,
  redone,
  undone,
  UNDO_STEPS,
  type History,
  type Path,
  type Writing,
} from './index.js';

describe('an edit', () => {
  it('is taken back to exactly what was there, and done again to exactly what it made', () => {
    fc.assert(
      fc.property(fc.array(keyed, { maxLength: 30 }), (edits) => {
        const begin = opened(start());
        const end = edits.reduce<History>((history, [edit, key]) => edited(history, edit, key), begin);
        let back = end;
        while (back.past.length > 0) back = undone(back);
        expect(back.present).toEqual(begin.present);
        while (back.future.length > 0) back = redone(back);
        expect(back.present).toEqual(end.present);
      }),
    );
  });

  it('leaves every id once, and all that it does not touch the very same', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 30 }), (edits) => {
        const end = edits.reduce<Writing>((writing, edit) => applied(writing, edit), start());
        for (const lesson of end.document.lessons) {
          const ids = cards(end, lesson.id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
    const before = start();
    const after = applied(before, { do: 'write', path: [...C1, 'title'], language: 'km', words: 'ថ្មី' });
    expect(after.document.lessons[1]).toBe(before.document.lessons[1]);
    expect(after.document.lessons[0]?.cards[1]).toBe(before.document.lessons[0]?.cards[1]);
  });

  it.each([
    [-1, ['c1', 'c3', 'c2']],
    [-9, ['c3', 'c1', 'c2']],
    [1, ['c1', 'c2', 'c3']],
  ])('moves the last card by %d and never out of its lesson', (by, order) => {
    expect(cards(applied(start(), { do: 'move', path: ['lessons', 'first', 'cards', 'c3'], by }))).toEqual(order);
  });

  it('remembers a hundred steps and lets the oldest go', () => {
    let history = opened(start());
    for (let n = 0; n < UNDO_STEPS + 20; n++) history = edited(history, { do: 'write', path: ['title'], language: 'km', words: `ក${n}` });
    expect(history.past).toHaveLength(UNDO_STEPS);
    while (history.past.length > 0) history = undone(history);
    expect(history.present.document.title.km).toBe('ក19');
  });

  it('takes back the letters of a word together, and what came after a pause apart', () => {
    const type = (history: History, words: string): History =>
      edited(history, { do: 'write', path: ['title'], language: 'km', words }, 'title');
    let history = ['ស', 'សា', 'សាលា'].reduce(type, opened(start()));
    history = type(paused(history), 'សាលាថ្មី');
    expect(undone(history).present.document.title.km).toBe('សាលា');
    expect(undone(undone(history)).present.document.title.km).toBe('ក');
  });

  it('duplicates a card behind itself under new ids', () => {
    const writing = start();
    let n = 0;
    const copy = copyOf({ ...card('c1'), question: { id: 'q' } }, () => `new-${++n}`);
    expect(copy).toMatchObject({ id: 'new-2', question: { id: 'new-1' }, title: text('c1') });
    expect(cards(applied(writing, behind(writing, C1, copy)))).toEqual(['c1', 'new-2', 'c2', 'c3']);
  });
});

describe('a copy of a lesson', () => {
  it('shares no id with the lesson: what is learnt in one is not learnt in the other', () => {
    let n = 0;
    const lesson = { id: 'l', cards: [card('c1'), { id: 'c2', kind: 'question', question: { id: 'q', options: [{ id: 'yes' }] } }] };
    const copy = copyOf(lesson, () => `new-${++n}`) as typeof lesson;
    const ids = (one: typeof lesson): string[] => [
      one.id,
      ...one.cards.flatMap((each) => [each.id, 'question' in each ? each.question.id : '']),
    ];
    expect(ids(copy).filter((id) => id !== '' && ids(lesson).includes(id))).toEqual([]);
    expect(copy.cards[1]).toMatchObject({ question: { options: [{ id: 'yes' }] } });
    expect(new Set(ids(copy).filter(Boolean)).size).toBe(4);
  });
});

describe('the two languages of a text', () => {
  const write = (history: History, language: 'km' | 'en', words: string, path: Path = ['title']): History =>
    edited(history, { do: 'write', path, language, words }, `${path.join('.')} ${language}`);
  const older = ({ present }: History, path: Path = ['title']): string | undefined =>
    olderLanguage(at(present.document, path) as { km: string; en: string }, present.translated[path.join('.')]);

  it('show which one is older, letter by letter, until the other follows', () => {
    let history = write(opened(start()), 'km', 'កខ');
    expect(older(history)).toBe('en');
    history = write(history, 'km', 'កខគ');
    expect(older(history)).toBe('en');
    history = write(history, 'en', 'a b');
    expect(older(history)).toBeUndefined();
    history = write(paused(history), 'en', 'a b c');
    expect(older(history)).toBeUndefined();
    history = write(write(history, 'km', 'ង', ['summary']), 'en', 'other');
    expect(older(history)).toBe('km');
    expect(older(history, ['summary'])).toBe('en');
    history = edited(history, { do: 'agree', path: ['title'] });
    expect(older(history)).toBeUndefined();
  });

  it('say nothing of a language that is missing, of what was taken back, and of what reads as before', () => {
    let history = opened(applied(start(), { do: 'put', path: ['title'], value: text('ក', '') }));
    history = write(history, 'km', 'ខ');
    expect(older(history)).toBeUndefined();
    history = write(history, 'en', 'new');
    expect(older(history)).toBeUndefined();
    const changed = write(opened(start()), 'km', 'ខ');
    expect(older(undone(changed))).toBeUndefined();
    expect(older(write(changed, 'km', 'ក'))).toBeUndefined();
  });

  it('go with the step of a list to its new place', () => {
    const steps: Path = [...C1, 'steps'];
    let history = write(opened(start()), 'km', 'ថ្មី', [...steps, 0]);
    history = edited(history, { do: 'move', path: [...steps, 0], by: 2 });
    expect([0, 1, 2].map((n) => older(history, [...steps, n]))).toEqual([undefined, undefined, 'en']);
    history = edited(history, { do: 'remove', path: [...steps, 1] });
    expect([0, 1].map((n) => older(history, [...steps, n]))).toEqual([undefined, 'en']);
    expect(older(undone(history), [...steps, 2])).toBe('en');
  });

  it('are compared in a part that is put whole, as a practice is', () => {
    const history = edited(opened(start()), { do: 'put', path: C1, value: { ...card('c1'), title: text('ប្ដូរ', 'c1') } });
    expect(older(history, [...C1, 'title'])).toBe('en');
  });
});
