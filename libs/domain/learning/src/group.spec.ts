import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  actorOf,
  afterInGroup,
  arriveInGroup,
  beginGroup,
  closeCheck,
  creditsOf,
  isGroupOver,
  leaveGroup,
  openCheck,
  takeLesson,
  toChecks,
  toChoice,
  turnOf,
  type GroupSession,
} from './group.js';
import { foldCourse, type LearningEvent } from './index.js';

const lesson = { courseId: 'course', slug: 'course', version: 1, lessonId: 'lesson' };
const began = '2026-11-27T07:00:00.000Z';
const withPeople = (...people: string[]): GroupSession => people.reduce(arriveInGroup, beginGroup('group', began));
const together = (...people: string[]): GroupSession => takeLesson(toChoice(withPeople(...people)), lesson);

describe('a group session', () => {
  it('needs two people', () => {
    expect(toChoice(withPeople('a')).stage).toBe('roll-call');
    expect(toChoice(withPeople('a', 'b')).stage).toBe('choosing');
  });

  it('lets everybody see a card, and one have the turn', () => {
    const group = together('a', 'b', 'c');
    expect(creditsOf(group, 'card.seen')).toEqual(['a', 'b', 'c']);
    expect(creditsOf(group, 'question.answered')).toEqual(['a']);
    const answered = afterInGroup(group, 'question.answered');
    expect(turnOf(answered)).toBe('a');
    const left = afterInGroup(answered, 'card.seen', 'one');
    expect(turnOf(left)).toBe('b');
    expect(turnOf(afterInGroup(left, 'practice.done'))).toBe('c');
    expect(afterInGroup(left, 'card.seen', 'one').seen).toEqual(['one']);
  });

  it('gives credit for the own check alone, and to whoever passed it', () => {
    const checks = toChecks(together('a', 'b'));
    expect(openCheck(checks, 'absent')).toBe(checks);
    const check = openCheck(checks, 'b');
    expect([actorOf(check), creditsOf(check, 'question.answered'), creditsOf(checks, 'card.seen')]).toEqual(['b', ['b'], []]);
    expect(closeCheck(check, 0.5)).toMatchObject({ session: { stage: 'checks', passed: [], notYet: ['b'] } });
    const again = closeCheck(openCheck(closeCheck(check, 0.5).session, 'b'), 1);
    expect(again).toMatchObject({ session: { passed: ['b'], notYet: [] }, completedBy: 'b' });
    // A later check that goes wrong takes nothing back.
    expect(closeCheck(openCheck(again.session, 'b'), 0)).toMatchObject({ session: { passed: ['b'], notYet: [] } });
  });

  it('is gone on with in the same lesson, and begins anew in another', () => {
    const seen = afterInGroup(together('a', 'b'), 'card.seen', 'one');
    expect(takeLesson(toChoice(seen), lesson).seen).toEqual(['one']);
    expect(takeLesson(toChoice(seen), { ...lesson, lessonId: 'other' }).seen).toEqual([]);
  });

  it('is over after half a day, and when the clock has jumped', () => {
    expect(isGroupOver(withPeople(), '2026-11-27T18:59:00.000Z')).toBe(false);
    expect(isGroupOver(withPeople(), '2026-11-27T19:00:00.000Z')).toBe(true);
    expect(isGroupOver(withPeople(), '2020-01-01T00:00:00.000Z')).toBe(true);
    expect(isGroupOver({ ...withPeople(), began: 'yesterday' }, began)).toBe(true);
  });

  it('is another fact than alone and than with help', () => {
    const event = { kind: 'lesson.completed', occurredAt: began, body: { lessonId: 'lesson', aid: 'group' } } as LearningEvent;
    expect(foldCourse([event])['lesson']).toMatchObject({
      completed: true,
      completedAlone: false,
      aloneOn: [],
      completedOn: ['2026-11-27'],
      groupOn: ['2026-11-27'],
    });
  });

  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const step = fc.oneof(
    fc.record({ do: fc.constant('arrive' as const), person }),
    fc.record({ do: fc.constant('leave' as const), person }),
    fc.record({ do: fc.constantFrom('question.answered' as const, 'practice.done' as const, 'card.seen' as const), person }),
    fc.record({ do: fc.constantFrom('choice' as const, 'lesson' as const, 'checks' as const, 'right' as const, 'wrong' as const), person }),
    fc.record({ do: fc.constant('check' as const), person }),
  );
  type Step = { do: string; person: string };
  function after(group: GroupSession, { do: what, person: who }: Step): GroupSession {
    if (what === 'arrive') return arriveInGroup(group, who);
    if (what === 'leave') return leaveGroup(group, who);
    if (what === 'choice') return toChoice(group);
    if (what === 'lesson') return takeLesson(group, lesson);
    if (what === 'checks') return toChecks(group);
    if (what === 'check') return openCheck(group, who);
    if (what === 'right' || what === 'wrong') return closeCheck(group, what === 'right' ? 1 : 0).session;
    return afterInGroup(group, what as 'card.seen', `card-${who}`);
  }

  it('never credits who is not here', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let group = beginGroup('group', began);
        for (const one of steps) {
          const next = after(group, one);
          for (const kind of ['card.seen', 'question.answered', 'practice.done'] as const)
            for (const who of creditsOf(next, kind)) expect(next.present).toContain(who);
          for (const who of next.passed.filter((id) => !group.passed.includes(id))) expect(group.present).toContain(who);
          group = next;
        }
      }),
    );
  });

  it('gives those who are here all the time as many turns, give or take one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('question.answered', 'practice.done', 'card.seen'), { maxLength: 60 }), (kinds) => {
        const end = kinds.reduce((group, kind) => afterInGroup(group, kind as 'card.seen', 'card'), together('a', 'b', 'c'));
        const turns = ['a', 'b', 'c'].map((who) => end.turns[who] ?? 0);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
