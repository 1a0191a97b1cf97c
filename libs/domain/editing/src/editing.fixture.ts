import type { DraftDocument } from '@sala/domain/publishing';
import fc from 'fast-check';
import { listAt, type Edit, type Path, type Writing } from './index.js';

/** A text in both languages. */
export const text = (km: string, en = km) => ({ km, en });
/** A card with three steps. */
export const card = (id: string) => ({ id, kind: 'steps', title: text(id), steps: [text('one'), text('two'), text('three')] });
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
/** A small course of two lessons, as it is opened. */
export const start = (): Writing => ({ document: course(), translated: {} });
/** The cards of a lesson, by their ids in order. */
export const cards = (writing: Writing, lesson = 'first'): string[] =>
  listAt(writing.document, ['lessons', lesson, 'cards']).map((one) => (one as { id: string }).id);
/** The first card. */
export const C1: Path = ['lessons', 'first', 'cards', 'c1'];

const place = fc.constantFrom<Path>(['title'], ['summary'], [...C1, 'title'], ['lessons', 'first', 'cards', 'c2', 'steps', 1]);
const member = fc.constantFrom<Path>(
  C1,
  ['lessons', 'first', 'cards', 'c3'],
  ['lessons', 'second'],
  [...C1, 'steps', 0],
  [...C1, 'steps', 2],
);
/** Any edit of the small course. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
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
/** An edit with the place at which it goes on, if it does. */
export const keyed = fc.tuple(anEdit, fc.constantFrom(undefined, 'here', 'there'));
