import type { Practice, Step, Task } from './practice.js';
import { holds, nextHappening, run, startOf, targetsNow, type Input, type PhoneState } from './run.js';

/** A phone in the course of a practice's tasks. */
export interface Standing {
  phone: PhoneState;
  /** The index of the task to do now; the number of tasks when all are done. */
  task: number;
}

/** Moves on over every task whose goal is reached. */
export function advance(practice: Practice, phone: PhoneState, from: number): Standing {
  let task = from;
  for (let goal = practice.tasks[task]?.goal; goal !== undefined && holds(goal, phone); goal = practice.tasks[task]?.goal) task++;
  return { phone, task };
}

/** The standing at the start. */
export function beginning(practice: Practice): Standing {
  return advance(practice, startOf(practice), 0);
}

/** The standing after an input. */
export function after(practice: Practice, standing: Standing, input: Input): Standing {
  return advance(practice, run(practice, standing.phone, input).state, standing.task);
}

/** The input that a step of a written way stands for; waiting is until the next happening. */
export function inputOf(practice: Practice, phone: PhoneState, step: Step): Input {
  if (step.step === 'wait') return { kind: 'wait', seconds: nextHappening(practice, phone)?.seconds ?? 0 };
  return step.step === 'tap' ? { kind: 'tap', target: step.target } : { kind: 'type', target: step.target, text: step.text };
}

/** The texts that the written ways type into a target: what an exploration types there. */
function textsFor(practice: Practice, target: string): string[] {
  const steps = practice.tasks.flatMap((task: Task) => task.path);
  return [...new Set(steps.flatMap((step) => (step.step === 'type' && step.target === target ? [step.text] : [])))];
}

/** Every input that leads on: a tap on each target, the known texts into each field, and waiting until something happens. */
export function inputsFrom(practice: Practice, phone: PhoneState): Input[] {
  const inputs = targetsNow(practice, phone).flatMap((target): Input[] => [
    { kind: 'tap', target: target.id },
    ...(target.types === undefined ? [] : textsFor(practice, target.id).map((text): Input => ({ kind: 'type', target: target.id, text }))),
  ]);
  const next = nextHappening(practice, phone);
  return next ? [...inputs, { kind: 'wait', seconds: next.seconds }] : inputs;
}

/** A name by which two equal standings are known to be the same. */
export function keyOf({ phone, task }: Standing): string {
  const sorted = (record: Readonly<Record<string, unknown>>): unknown[] =>
    Object.keys(record)
      .sort()
      .flatMap((key) => [key, record[key]]);
  return JSON.stringify([task, phone.screen, sorted(phone.variables), sorted(phone.pending)]);
}

/** A standing that was reached, how, and where it leads. */
export interface Node {
  standing: Standing;
  /** The node and input that first led here; undefined for the start. */
  from: { node: number; input: Input } | undefined;
  next: number[];
}

/** Everything that can be reached, breadth first; `complete` is false when the limit was hit. */
export interface Exploration {
  nodes: Node[];
  complete: boolean;
}

/** Explores what can be reached from a standing, up to a number of standings, or until one is found that is looked for. */
export function explore(practice: Practice, from: Standing, limit: number, isWanted?: (standing: Standing) => boolean): Exploration {
  const nodes: Node[] = [{ standing: from, from: undefined, next: [] }];
  const known = new Map([[keyOf(from), 0]]);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node || node.standing.task >= practice.tasks.length) continue;
    for (const input of inputsFrom(practice, node.standing.phone)) {
      const standing = after(practice, node.standing, input);
      const key = keyOf(standing);
      const seen = known.get(key);
      if (seen === undefined && nodes.length >= limit) return { nodes, complete: false };
      if (seen === undefined) {
        known.set(key, nodes.length);
        nodes.push({ standing, from: { node: at, input }, next: [] });
        if (isWanted?.(standing)) return { nodes, complete: false };
      }
      node.next.push(seen ?? nodes.length - 1);
    }
  }
  return { nodes, complete: true };
}

/** The inputs by which a node was first reached. */
export function wayTo(nodes: readonly Node[], index: number): Input[] {
  const way: Input[] = [];
  for (let node = nodes[index]; node?.from; node = nodes[node.from.node]) way.unshift(node.from.input);
  return way;
}

/** Standings that a search for a hint may look at: found within a few milliseconds on a slow phone. */
const HINT_LIMIT = 2_000;

/** The shortest way to finish the present task, from wherever the learner has wandered; undefined when none was found. */
export function shortestWay(practice: Practice, standing: Standing): Input[] | undefined {
  const { nodes } = explore(practice, standing, HINT_LIMIT, (next) => next.task > standing.task);
  const done = nodes.length - 1;
  return (nodes[done]?.standing.task ?? 0) > standing.task ? wayTo(nodes, done) : undefined;
}
