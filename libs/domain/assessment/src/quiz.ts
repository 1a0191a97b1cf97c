import type { Question, Quiz } from '@sala/domain/content';
import type { Outcome } from './grade.js';

/** A small random generator (mulberry32, public domain), so that a quiz that was begun can be drawn again from its seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [out[i] as T, out[j] as T];
    out[i] = b;
    out[j] = a;
  }
  return out;
}

/** Takes one question of each outcome in turn, so that a short quiz touches as many outcomes as it can. */
function inTurns(questions: readonly Question[]): Question[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) groups.set(question.outcome ?? '', [...(groups.get(question.outcome ?? '') ?? []), question]);
  const rows = Math.max(0, ...[...groups.values()].map((group) => group.length));
  return Array.from({ length: rows }, (_, row) => [...groups.values()].flatMap((group) => group[row] ?? [])).flat();
}

/**
 * Draws the questions of one attempt: never-seen ones first, spread over the outcomes. The same seed and the same seen questions give the same draw.
 */
export function draw(quiz: Pick<Quiz, 'bank' | 'draw'>, seen: ReadonlySet<string>, seed: number): Question[] {
  const mixed = shuffled(quiz.bank, randomFrom(seed));
  const fresh = inTurns(mixed.filter((question) => !seen.has(question.id)));
  const known = inTurns(mixed.filter((question) => seen.has(question.id)));
  return [...fresh, ...known].slice(0, quiz.draw);
}

/** The questions of an attempt under way by their ids; one that was retired since is left out, and never counts against the learner. */
export function drawnQuestions(quiz: Pick<Quiz, 'bank'>, ids: readonly string[]): Question[] {
  return ids.flatMap((id) => quiz.bank.find((question) => question.id === id) ?? []);
}

/** The result of an attempt. */
export interface QuizResult {
  /** 0 to 1, the mean of the questions that count. */
  score: number;
  passed: boolean;
  /** Questions to look at again: not fully right. */
  mistakes: string[];
}

/** Counts an attempt; answers that wait for a person's eye don't count yet. */
export function quizResult(quiz: Pick<Quiz, 'pass'>, answered: ReadonlyMap<string, Outcome>): QuizResult {
  const counted = [...answered].filter(([, outcome]) => !outcome.waiting);
  const score = counted.length === 0 ? 0 : counted.reduce((total, [, outcome]) => total + outcome.score, 0) / counted.length;
  return {
    score,
    passed: counted.length > 0 && score >= quiz.pass,
    mistakes: counted.filter(([, outcome]) => !outcome.correct).map(([id]) => id),
  };
}
