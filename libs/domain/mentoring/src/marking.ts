import type { QuestionKind, Response } from '@sala/domain/content';

/** Questions that no rule grades: a voice or a photo waits for a person. */
export const UNGRADED_KINDS: readonly QuestionKind[] = ['recorded'];
/** Questions whose answers a mentor may mark: those that no rule grades, and written words, which may be right in another way. */
export const MARKED_KINDS: readonly QuestionKind[] = [...UNGRADED_KINDS, 'fill-word'];

/** What a mentor looks at to mark an answer: a recording under its id, or what was written. */
export type Marked = { medium: 'voice' | 'photo'; recording: string } | { medium: 'written'; written: string };

/** What there is of an answer for a mentor to mark; nothing for answers that are only chosen. */
export function markedOf(response: Response): Marked | undefined {
  if (response.kind === 'recorded') return { medium: response.medium, recording: response.kept };
  return response.kind === 'fill-word' ? { medium: 'written', written: response.word } : undefined;
}
