import { advance, beginning, shortestWay, type Standing } from './explore.js';
import type { Practice } from './practice.js';
import { run, targetsNow, type Input } from './run.js';

/** `try` shows hints and explains wrong taps; `test` does neither. */
export type PracticeMode = 'try' | 'test';

/** An input with the second of the attempt in which it was made; a shown hint is kept in the same list. */
export interface Recorded {
  at: number;
  input: Input | { kind: 'hint' };
}

/** What a task shows of a learner. */
export interface TaskEvidence {
  task: string;
  done: boolean;
  /** Targets tapped that did not lead nearer to the goal, in order; `nothing` for a tap on no target. */
  wrong: string[];
  hints: number;
  seconds: number;
}

/** A learner in the course of a practice, with the evidence so far. */
export interface Attempt {
  mode: PracticeMode;
  standing: Standing;
  evidence: readonly TaskEvidence[];
  /** The second at which the present task began. */
  since: number;
}

const blank = (task: string): TaskEvidence => ({ task, done: false, wrong: [], hints: 0, seconds: 0 });

/** Begins a practice. */
export function begin(practice: Practice, mode: PracticeMode): Attempt {
  const standing = beginning(practice);
  const evidence = practice.tasks.map((task, index) => ({ ...blank(task.id), done: index < standing.task }));
  return { mode, standing, evidence, since: 0 };
}

const change = (attempt: Attempt, index: number, patch: (old: TaskEvidence) => TaskEvidence): TaskEvidence[] =>
  attempt.evidence.map((one, i) => (i === index ? patch(one) : one));

/** Whether all tasks are done. */
export function isDone(practice: Practice, attempt: Attempt): boolean {
  return attempt.standing.task >= practice.tasks.length;
}

/** Whether a tap led no nearer to the goal than it was before. Typing and the written way are never wrong. */
function wasWrong(practice: Practice, before: Standing, input: Input, next: Standing): boolean {
  if (next.task > before.task || input.kind !== 'tap') return false;
  if (practice.tasks[before.task]?.path.some((step) => step.step === 'tap' && step.target === input.target)) return false;
  const was = shortestWay(practice, before);
  const is = shortestWay(practice, next);
  return was === undefined || is === undefined || is.length >= was.length;
}

/** Takes one input at a second of the attempt; pure, so that recorded inputs replay to the same evidence. */
export function act(practice: Practice, attempt: Attempt, { at, input }: Recorded): Attempt {
  const index = attempt.standing.task;
  if (isDone(practice, attempt)) return attempt;
  if (input.kind === 'hint') return { ...attempt, evidence: change(attempt, index, (old) => ({ ...old, hints: old.hints + 1 })) };
  const known = input.kind === 'wait' || targetsNow(practice, attempt.standing.phone).some((target) => target.id === input.target);
  const standing = advance(practice, run(practice, attempt.standing.phone, input).state, index);
  const tapped = input.kind === 'wait' ? undefined : known ? input.target : 'nothing';
  const wrong = tapped !== undefined && wasWrong(practice, attempt.standing, input, standing) ? [tapped] : [];
  const seconds = Math.max(0, at - attempt.since);
  const evidence = attempt.evidence.map((one, i): TaskEvidence => {
    if (i < index || i > standing.task) return one;
    if (i > index) return i < standing.task ? { ...one, done: true } : one;
    return { ...one, wrong: [...one.wrong, ...wrong], done: standing.task > index, seconds };
  });
  return { ...attempt, standing, evidence, since: standing.task > index ? at : attempt.since };
}

/** The evidence that recorded inputs give: the same on the phone and on the server. */
export function replay(practice: Practice, mode: PracticeMode, recorded: readonly Recorded[]): Attempt {
  return recorded.reduce((attempt, one) => act(practice, attempt, one), begin(practice, mode));
}

/** The next input towards the goal, from wherever the learner has wandered. */
export function hintFor(practice: Practice, attempt: Attempt): Input | undefined {
  return shortestWay(practice, attempt.standing)?.[0];
}
