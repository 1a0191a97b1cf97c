import type { Option, Question, QuestionKind, QuestionOf, Response, ResponseOf, Text } from '@sala/domain/content';

/** What an answer was worth and what to say about it. */
export interface Outcome {
  /** From 0 to 1. */
  score: number;
  /** Whether the score is full. */
  correct: boolean;
  /** What to say about each chosen answer, in the order of the question. */
  feedback: Text[];
}

type Grader<K extends QuestionKind> = (question: QuestionOf<K>, response: ResponseOf<K>) => Outcome;

const outcomeOf = (score: number, chosen: readonly Option[]): Outcome => ({
  score,
  correct: score === 1,
  feedback: chosen.map((option) => option.feedback),
});

const gradeSingleChoice: Grader<'single-choice'> = (question, response) => {
  const chosen = question.options.filter((option) => option.id === response.chosen);
  return outcomeOf(chosen.some((option) => option.correct) ? 1 : 0, chosen);
};

/** Right choices minus wrong ones over all right ones, never below 0: the rule of Moodle's multiple-answer question. */
const gradeMultipleChoice: Grader<'multiple-choice'> = (question, response) => {
  const chosen = question.options.filter((option) => response.chosen.includes(option.id));
  const right = chosen.filter((option) => option.correct).length;
  const all = question.options.filter((option) => option.correct).length;
  return outcomeOf(Math.max(0, right - (chosen.length - right)) / all, chosen);
};

const GRADERS: { [K in QuestionKind]: Grader<K> } = {
  'single-choice': gradeSingleChoice,
  'multiple-choice': gradeMultipleChoice,
};

/**
 * Grades an answer. A response of another kind, or one that names options the question no longer has, scores 0: a changed question never breaks an attempt.
 */
export function grade(question: Question, response: Response): Outcome {
  if (question.kind !== response.kind) return { score: 0, correct: false, feedback: [] };
  const grader = GRADERS[question.kind] as Grader<QuestionKind>;
  return grader(question, response);
}
