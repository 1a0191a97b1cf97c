import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween } from './changes.js';
import { changeAt } from './path.js';

const LESSONS = 'libs/curriculum/courses/zoom-breakout-rooms/lessons';
const lessons = readdirSync(LESSONS).map(
  (file) => JSON.parse(readFileSync(`${LESSONS}/${file}`, 'utf8')) as { id: string; cards: { id: string }[] },
);
const course = { id: 'c', title: { km: 'ក', en: 'A' }, lessons, practices: [{ id: 'p', title: { km: 'អ', en: 'P' } }], quizzes: [] };
const places = lessons.flatMap((lesson) => lesson.cards.map((card) => ['lessons', lesson.id, 'cards', card.id] as const));

describe('what differs between two states of a course', () => {
  it('is nothing between a course and itself', () => {
    expect(changesBetween(course, structuredClone(course))).toEqual([]);
  });

  it('names the very cards whose words were changed, whatever else stands beside them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...places), { selector: (path) => path.join('.'), minLength: 1, maxLength: 6 }),
        (chosen) => {
          const after = chosen.reduce<unknown>((now, path) => changeAt(now, [...path, 'title', 'km'], (old) => `${String(old)}!`), course);
          const changes = changesBetween(course, after);
          expect(new Set(changes.map(({ path }) => path.join('.')))).toEqual(new Set(chosen.map((path) => path.join('.'))));
          for (const { what, words } of changes) {
            expect(what).toBe('changed');
            expect(words).toEqual([{ before: words[0]?.before, after: `${words[0]?.before ?? ''}!` }]);
          }
        },
      ),
    );
  });

  it('turns around with its two states', () => {
    const [first, ...rest] = lessons;
    const less = { ...course, lessons: rest, title: { km: 'ខ', en: 'A' } };
    const forth = changesBetween(course, less);
    const back = changesBetween(less, course);
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    expect(back.map(({ path, what }) => ({ path, what }))).toEqual(
      expect.arrayContaining(forth.map(({ path, what }) => ({ path, what: turned[what] }))),
    );
    expect(forth).toContainEqual({ path: [], what: 'changed', words: [{ before: 'ក', after: 'ខ' }] });
    expect(forth.find(({ path }) => path[1] === first?.id)?.what).toBe('removed');
  });

  it('does not tell a card that only moved', () => {
    expect(changesBetween(course, { ...course, lessons: lessons.toReversed() })).toEqual([]);
  });
});
