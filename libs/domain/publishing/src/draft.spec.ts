import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draftFinding, DRAFT_STATES, moveDraft, placeInCourse, readDraft, type DraftState, type DraftStep } from './index.js';

const STEPS: readonly DraftStep[] = ['edit', 'submit', 'send-back', 'approve', 'publish'];

describe('the way of a draft', () => {
  it.each<[DraftState, DraftStep, DraftState | 'wrong-state']>([
    ['draft', 'edit', 'draft'],
    ['draft', 'submit', 'in-review'],
    ['draft', 'approve', 'wrong-state'],
    ['draft', 'publish', 'wrong-state'],
    ['in-review', 'edit', 'wrong-state'],
    ['in-review', 'approve', 'approved'],
    ['in-review', 'send-back', 'draft'],
    ['in-review', 'publish', 'wrong-state'],
    ['approved', 'edit', 'wrong-state'],
    ['approved', 'send-back', 'draft'],
    ['approved', 'publish', 'published'],
    ['published', 'edit', 'draft'],
    ['published', 'publish', 'wrong-state'],
    ['published', 'submit', 'wrong-state'],
  ])('%s, %s: %s', (state, step, then) => {
    expect(moveDraft(state, step, 'reviewer', ['author'])).toEqual(
      then === 'wrong-state' ? { ok: false, why: 'wrong-state' } : { ok: true, state: then },
    );
  });

  it('never leads to learners without somebody who wrote none of it', () => {
    const person = fc.constantFrom('sokha', 'dara', 'vanna');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...STEPS), person), { maxLength: 40 }), (steps) => {
        let state: DraftState = 'draft';
        let authors = new Set(['sokha']);
        let approver: string | undefined;
        for (const [step, who] of steps) {
          const move = moveDraft(state, step, who, [...authors]);
          if (!move.ok) continue;
          if (step === 'edit') authors = new Set(state === 'published' ? [who] : [...authors, who]);
          if (step === 'approve') approver = who;
          if (step === 'publish') expect(approver !== undefined && !authors.has(approver)).toBe(true);
          if (step === 'send-back' || step === 'edit') approver = undefined;
          state = move.state;
        }
        expect(DRAFT_STATES).toContain(state);
      }),
    );
  });
});

const draft = (more: object = {}): object => ({
  format: 1,
  id: '5a1a0000-0000-4000-8000-000000000099',
  slug: 'new-course',
  title: { km: '', en: '' },
  summary: { km: '', en: '' },
  lessons: [{ id: 'one', title: { km: '', en: '' }, cards: [{ id: 'a', kind: 'question', question: {} }] }],
  ...more,
});

describe('a draft', () => {
  it('may be unfinished in every text and question', () => {
    expect(readDraft(draft()).ok).toBe(true);
    expect(readDraft(draft({ lessons: [] })).ok).toBe(true);
  });

  it('keeps what this code does not know', () => {
    const read = readDraft(draft({ later: { more: 1 } }));
    expect(read.ok && read.value).toMatchObject({ later: { more: 1 } });
  });

  it.each([
    [
      'two lessons of one id',
      draft({
        lessons: [
          { id: 'one', cards: [] },
          { id: 'one', cards: [] },
        ],
      }),
    ],
    [
      'two cards of one id',
      draft({
        lessons: [
          {
            id: 'one',
            cards: [
              { id: 'a', kind: 'tip' },
              { id: 'a', kind: 'tip' },
            ],
          },
        ],
      }),
    ],
    ['no lessons at all', draft({ lessons: undefined })],
    ['another format', draft({ format: 2 })],
    ['a depth without an end', draft({ deep: Array.from({ length: 40 }).reduce<object>((inside) => ({ inside }), {}) })],
    ['four million letters', draft({ long: 'ក'.repeat(4_000_000) })],
    ['nothing', undefined],
    ['a list', []],
  ])('is refused with %s', (_what, value) => {
    expect(readDraft(value).ok).toBe(false);
  });

  it('is read or refused, never thrown at, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof readDraft(value).ok === 'boolean'));
  });
});

describe('a finding', () => {
  const course = {
    lessons: [{ id: 'l-1', cards: [{ id: 'a' }, { id: 'b' }] }],
    quizzes: [{ id: 'module-test', bank: [{ id: 'q' }] }],
    practices: [{ id: 'join' }],
  };

  it.each([
    ['lessons.l-1.cards.b.body', { part: 'lesson', id: 'l-1', item: 'b', field: 'body' }],
    ['lessons.0.cards.1.body.km', { part: 'lesson', id: 'l-1', item: 'b', field: 'body.km' }],
    ['l-1', { part: 'lesson', id: 'l-1', field: '' }],
    ['l-1.b.voice', { part: 'lesson', id: 'l-1', item: 'b', field: 'voice' }],
    ['l-1.pictures/p.svg', { part: 'lesson', id: 'l-1', field: 'pictures/p.svg' }],
    ['quizzes.0.bank.0.options', { part: 'quiz', id: 'module-test', item: 'q', field: 'options' }],
    ['join.lobby.leave', { part: 'practice', id: 'join', field: 'lobby.leave' }],
    ['title.km', { part: 'course', field: 'title.km' }],
    ['lessons.9.title', { part: 'course', field: 'lessons.9.title' }],
  ])('at %s leads to its place', (where, place) => {
    expect(placeInCourse(course, where)).toEqual(place);
  });

  it('of a schema says that something is not filled in', () => {
    expect(draftFinding(course, { path: 'lessons.0.title.km', reason: 'empty' })).toEqual({
      rule: 'not-filled-in',
      place: { part: 'lesson', id: 'l-1', field: 'title.km' },
      detail: 'empty',
    });
  });
});
