import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { card, start, cards, C1, anEdit } from './editing.fixture.js';
import { applied, at, behind, disputesOf, grafted, merged, same, settled, type Edit, type Path, type Writing } from './index.js';

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
