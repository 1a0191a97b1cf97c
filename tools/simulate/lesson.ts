import type { Unit } from '@sala/domain/content';
import type { LearningEventKind, LearningEventOf } from '@sala/domain/learning';

/** An id that tells what it is of. */
export const uuid = (kind: string, n: number): string => `00000000-0000-4000-8000-${kind}${String(n).padStart(12 - kind.length, '0')}`;
const COURSE = uuid('c', 1);
/** The one lesson of the simulated world. */
export const LESSON: Unit = {
  id: 'lesson',
  questions: [
    {
      id: 'q',
      kind: 'true-false',
      prompt: { km: 'ក', en: 'a' },
      statement: { km: 'ក', en: 'a' },
      isTrue: true,
      feedback: { right: { km: 'ក', en: 'a' }, notYet: { km: 'ក', en: 'a' } },
    },
  ],
};

/** Something that a learner does in it. */
export function happening(what: number): { courseId: string; version: number; kind: LearningEventKind; body: never } {
  const lessonId = LESSON.id;
  const kinds: { kind: LearningEventKind; body: LearningEventOf<'card.seen' | 'question.answered' | 'item.ticked'>['body'] }[] = [
    { kind: 'card.seen', body: { lessonId, cardId: `card-${what}` } },
    {
      kind: 'question.answered',
      body: {
        lessonId,
        questionId: 'q',
        response: { kind: 'true-false', said: what % 2 === 0 },
        score: what % 2 === 0 ? 1 : 0,
        aid: 'alone',
      },
    },
    { kind: 'item.ticked', body: { lessonId, cardId: 'list', item: what } },
  ];
  return { courseId: COURSE, version: 1, ...(kinds[what % kinds.length] as { kind: LearningEventKind; body: never }) };
}
