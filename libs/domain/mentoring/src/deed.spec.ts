import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, type LessonFacts } from '@sala/domain/learning';
import { factsOfDeed, isWhole, readMentorDeed, standingOf, type HowDone } from './index.js';

const id = '01938000-0000-7000-8000-000000000001';
const head = { id, learnerId: id, doneAt: '2026-11-27T05:00:00.000Z' };
const lesson = { courseId: id, lessonId: 'one' };
const signed = (items: number[], of = 4) => ({ ...head, kind: 'work.signed', body: { ...lesson, cardId: 'work', items, of } });
const marked = (mark: string, aid: string) => ({
  ...head,
  kind: 'answer.marked',
  body: { ...lesson, answer: id, questionId: 'say', aid, mark },
});

const good: [what: string, deed: object][] = [
  ['a visit', { ...head, kind: 'visit.noted', body: { way: 'met', did: ['helped-lesson'], next: 'nothing' } }],
  ['an answer in words', { ...head, kind: 'help.answered', body: { ...lesson, asked: id, how: 'words', words: 'សូមចុចតំណ' } }],
  ['an answer by voice', { ...head, kind: 'help.answered', body: { ...lesson, asked: id, how: 'voice', voice: id } }],
  ['a mark', marked('good', 'alone')],
  ['a sign-off', signed([0, 1, 2, 3])],
  ['a course', { ...head, kind: 'course.assigned', body: { courseId: id } }],
  ['whose an attempt was', { ...head, kind: 'attempt.confirmed', body: { disowned: id, to: id } }],
  ['that it stays', { ...head, kind: 'attempt.declined', body: { disowned: id } }],
];
const bad: [what: string, deed: object][] = [
  ['of no kind that there is', { ...head, kind: 'role.given', body: {} }],
  ['without a learner', { ...head, learnerId: '', kind: 'course.assigned', body: { courseId: id } }],
  ['with a checklist of five', signed([0], 5)],
  ['with an item that no checklist has', signed([4])],
  ['that signs nothing', signed([])],
  ['with too many words', { ...head, kind: 'visit.noted', body: { way: 'met', did: [], next: 'call', words: 'ក'.repeat(501) } }],
];

describe('what a mentor did', () => {
  it.each(good)('%s is read', (_, deed) => expect(readMentorDeed(deed)).toMatchObject({ ok: true }));
  it.each(bad)('%s is refused', (_, deed) => expect(readMentorDeed(deed)).toMatchObject({ ok: false }));

  const facts = (value: object): Partial<LessonFacts> => {
    const read = readMentorDeed(value);
    return read.ok ? factsOfDeed(read.value) : {};
  };

  it('signs a work task off when every item was seen, and not before', () => {
    expect(isWhole({ ...lesson, cardId: 'work', items: [0, 0, 1, 2], of: 4 })).toBe(false);
    expect(facts(signed([0, 1, 2]))).toEqual({});
    expect(facts(signed([3, 2, 1, 0]))).toEqual({ signedOff: ['work'] });
    expect(facts(signed([0, 1, 2], 2))).toEqual({ signedOff: ['work'] });
  });

  it('makes an answer right that a person found good, as far as it was given alone', () => {
    expect(facts(marked('good', 'alone'))).toEqual({ questions: { say: { best: 1, bestAlone: 1 } } });
    expect(facts(marked('good', 'helped'))).toEqual({ questions: { say: { best: 1, bestAlone: 0 } } });
    expect(facts(marked('again', 'alone'))).toEqual({});
  });
});

describe('how somebody stands in a lesson', () => {
  const day = '2026-11-20';
  const table: [what: string, facts: Partial<LessonFacts>, how: HowDone][] = [
    ['opened only', {}, 'not-yet'],
    ['completed alone', { completed: true, completedAlone: true, completedOn: [day] }, 'alone'],
    ['completed with help', { completed: true, completedOn: [day] }, 'helped'],
    ['completed in a group', { completed: true, completedOn: [day], groupOn: [day] }, 'group'],
    ['in a group, and with help on another day', { completed: true, completedOn: [day, '2026-11-21'], groupOn: [day] }, 'helped'],
    ['in a group, and alone later', { completed: true, completedAlone: true, completedOn: [day], groupOn: [day] }, 'alone'],
  ];
  it.each(table)('%s', (_, facts, how) => expect(standingOf({ ...NO_FACTS, ...facts }).how).toBe(how));

  it('tells practices apart: alone, with help, and only tried', () => {
    const facts = { ...NO_FACTS, tried: ['c'], passed: ['a', 'b'], passedAloneOn: { a: [day] } };
    expect(standingOf(facts).practices).toEqual({ a: 'alone', b: 'helped', c: 'not-yet' });
  });
});
