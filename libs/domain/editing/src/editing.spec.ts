import { describe, expect, it } from '@jest/globals';
import type { DraftDocument } from '@sala/domain/publishing';
import fc from 'fast-check';
import {
  applied,
  at,
  behind,
  copyOf,
  disputesOf,
  edited,
  grafted,
  listAt,
  merged,
  olderLanguage,
  opened,
  paused,
  redone,
  same,
  settled,
  undone,
  UNDO_STEPS,
  type Edit,
  type History,
  type Path,
  type Writing,
} from './index.js';

const text = (km: string, en = km) => ({ km, en });
const card = (id: string) => ({ id, kind: 'steps', title: text(id), steps: [text('one'), text('two'), text('three')] });
const course = (): DraftDocument => ({
  format: 1,
  id: '0198c0de-0000-7000-8000-000000000001',
  slug: 'small',
  title: text('ក', 'a'),
  summary: text('ខ', 'b'),
  lessons: [
    { id: 'first', title: text('f'), cards: [card('c1'), card('c2'), card('c3')] },
    { id: 'second', title: text('s'), cards: [card('d1')] },
  ],
  practices: [],
  quizzes: [],
});
const start = (): Writing => ({ document: course(), translated: {} });
const cards = (writing: Writing, lesson = 'first'): string[] =>
  listAt(writing.document, ['lessons', lesson, 'cards']).map((one) => (one as { id: string }).id);
const C1: Path = ['lessons', 'first', 'cards', 'c1'];

const place = fc.constantFrom<Path>(['title'], ['summary'], [...C1, 'title'], ['lessons', 'first', 'cards', 'c2', 'steps', 1]);
const member = fc.constantFrom<Path>(
  C1,
  ['lessons', 'first', 'cards', 'c3'],
  ['lessons', 'second'],
  [...C1, 'steps', 0],
  [...C1, 'steps', 2],
);
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('write'), path: place, language: fc.constantFrom('km', 'en'), words: fc.string({ maxLength: 4 }) }),
  fc.record({ do: fc.constant('put'), path: place, value: fc.constantFrom(text('x', 'y'), undefined) }),
  fc.record({
    do: fc.constant('insert'),
    list: fc.constantFrom<Path>(['lessons', 'first', 'cards']),
    at: fc.integer({ min: -2, max: 9 }),
    value: fc.constantFrom('c1', 'n1', 'n2', 'n3').map(card),
  }),
  fc.record({ do: fc.constant('remove'), path: member }),
  fc.record({ do: fc.constant('move'), path: member, by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ do: fc.constant('agree'), path: place }),
) as fc.Arbitrary<Edit>;
const keyed = fc.tuple(anEdit, fc.constantFrom(undefined, 'here', 'there'));

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

describe('two authors on one course', () => {
  const wrote = (path: Path, words: string, from = start()): Writing => applied(from, { do: 'write', path, language: 'km', words });
  const all = (edits: readonly Edit[]): Writing => edits.reduce<Writing>((writing, edit) => applied(writing, edit), start());

  it('lose nothing and are asked nothing as long as they write at different places', () => {
    const places: Path[] = [
      [...C1, 'title'],
      ['lessons', 'first', 'cards', 'c2', 'title'],
      ['lessons', 'second', 'cards', 'd1', 'title'],
      ['summary'],
    ];
    fc.assert(
      fc.property(fc.subarray(places), (chosen) => {
        const rest = places.filter((one) => !chosen.includes(one));
        const mine = chosen.reduce((writing, path) => wrote(path, 'របស់ខ្ញុំ', writing), start());
        const theirs = rest.reduce((writing, path) => wrote(path, 'របស់គេ', writing), start());
        const { value, clashes } = merged(start(), mine, theirs);
        expect(clashes).toEqual([]);
        for (const path of chosen) expect(at(value.document, [...path, 'km'])).toBe('របស់ខ្ញុំ');
        for (const path of rest) expect(at(value.document, [...path, 'km'])).toBe('របស់គេ');
      }),
    );
  });

  it('get what either made when the other did nothing, or the same', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), (edits) => {
        const changed = all(edits);
        for (const [mine, theirs] of [
          [changed, start()],
          [start(), changed],
          [changed, changed],
        ] as const) {
          const { value, clashes } = merged(start(), mine, theirs);
          expect([value.document, clashes]).toEqual([changed.document, []]);
        }
      }),
    );
  });

  it('share what is the same, so that it is not compared again for each step back', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), (edits) => {
        const base = start();
        const theirs = structuredClone(edits.reduce<Writing>((writing, edit) => applied(writing, edit), base));
        const shared = grafted(base, theirs);
        expect(shared).toEqual(theirs);
        if (same(theirs.document.lessons, base.document.lessons)) expect(shared.document.lessons).toBe(base.document.lessons);
      }),
    );
  });

  it('find every word of both either in the merged course or in what they are asked', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), fc.array(anEdit, { maxLength: 12 }), (ours, others) => {
        const [mine, theirs] = [all(ours), all(others)];
        const { value, clashes } = merged(start(), mine, theirs);
        const known = JSON.stringify([value.document, clashes, start()]);
        for (const word of JSON.stringify([mine.document, theirs.document]).match(/"km":"[^"\\]*"/g) ?? [])
          expect(known).toContain(word.slice(5));
      }),
    );
  });

  it('both add cards, and both find them where they put them', () => {
    const mine = applied(start(), behind(start(), C1, card('mine')));
    const theirs = applied(applied(start(), { do: 'move', path: C1, by: 9 }), {
      do: 'insert',
      list: C1.slice(0, 3),
      at: 0,
      value: card('theirs'),
    });
    const { value, clashes } = merged(start(), mine, theirs);
    expect(clashes).toEqual([]);
    expect(cards(value)).toEqual(['theirs', 'c2', 'c3', 'c1', 'mine']);
  });

  it.each([
    ['mine', ['c1', 'c2', 'c3'], 'របស់ខ្ញុំ'],
    ['theirs', ['c1', 'c2', 'c3'], 'របស់គេ'],
    ['both', ['c1', 'new', 'c2', 'c3'], 'របស់ខ្ញុំ'],
  ] as const)('are asked about the same words of a card, and settle it with %s', (side, order, title) => {
    const { value, clashes } = merged(start(), wrote([...C1, 'title'], 'របស់ខ្ញុំ'), wrote([...C1, 'title'], 'របស់គេ'));
    const [dispute, ...more] = disputesOf(clashes);
    expect(more).toEqual([]);
    expect(dispute).toMatchObject({ path: C1, canKeepBoth: true });
    const result = settled(value, dispute!, side, () => 'new');
    expect(cards(result)).toEqual(order);
    expect(at(result.document, [...C1, 'title', 'km'])).toBe(title);
    if (side === 'both') expect(at(result.document, ['lessons', 'first', 'cards', 'new', 'title', 'km'])).toBe('របស់គេ');
  });

  it('keep a card that one took away while the other wrote in it, until they say so', () => {
    const mine = applied(start(), { do: 'remove', path: C1 });
    const { value, clashes } = merged(start(), mine, wrote([...C1, 'title'], 'របស់គេ'));
    expect(cards(value)).toEqual(['c1', 'c2', 'c3']);
    const [dispute] = disputesOf(clashes);
    expect(dispute?.canKeepBoth).toBe(false);
    expect(cards(settled(value, dispute!, 'mine', () => 'new'))).toEqual(['c2', 'c3']);
    expect(cards(settled(value, dispute!, 'theirs', () => 'new'))).toEqual(['c1', 'c2', 'c3']);
  });

  it('may keep both texts of a title in one', () => {
    const { value, clashes } = merged(start(), wrote(['title'], 'មួយ'), wrote(['title'], 'ពីរ'));
    expect(settled(value, disputesOf(clashes)[0]!, 'both', () => 'new').document.title.km).toBe('មួយ\nពីរ');
    expect(same(value.document.summary, start().document.summary)).toBe(true);
  });
});
