import { applied, type Edit, type Writing } from './edit.js';
import { merged } from './merge.js';
import { isPart } from './path.js';

/** So many steps can be undone. */
export const UNDO_STEPS = 100;

/** What was written, and the way back and forth. */
export interface History {
  readonly past: readonly Writing[];
  readonly present: Writing;
  readonly future: readonly Writing[];
  /** The writing at one place that goes on: what it was before, and whether the next letter still belongs to the same step. */
  readonly run?: { readonly key: string; readonly since: Writing; readonly isOpen: boolean };
}

/** The history of a course that was just opened. */
export const opened = (present: Writing): History => ({ past: [], present, future: [] });

/** Takes a new state as a step that can be undone. */
export function stepped({ past, present }: History, next: Writing): History {
  if (next === present) return { past, present, future: [] };
  return { past: [...past, present].slice(-UNDO_STEPS), present: next, future: [] };
}

/** Does an edit. Edits with the same key, one after the other and without a pause, are undone together: the letters of a word. */
export function edited(history: History, edit: Edit, key?: string): History {
  const { past, present, run } = history;
  const goesOn = run !== undefined && run.key === key;
  const since = goesOn ? run.since : present;
  const next = applied(present, edit, since);
  if (next.document === present.document && next.translated === present.translated) return history;
  const stepsOn = goesOn && run.isOpen ? { past, present: next, future: [] } : stepped(history, next);
  return key === undefined ? stepsOn : { ...stepsOn, run: { key, since, isOpen: true } };
}

/** The author pauses: what comes next is a step of its own. */
export function paused(history: History): History {
  return history.run?.isOpen ? { ...history, run: { ...history.run, isOpen: false } } : history;
}

/** Takes the last step back. */
export function undone({ past, present, future }: History): History {
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : { past, present, future };
}

/** Does the last step again that was taken back. */
export function redone({ past, present, future }: History): History {
  const [after, ...rest] = future;
  return after ? { past: [...past, present], present: after, future: rest } : { past, present, future };
}

function everywhere({ past, present, future }: History, change: (writing: Writing) => Writing): History {
  return { past: past.map(change), present: change(present), future: future.map(change) };
}

/** Puts what somebody else saved into every step: taking back one's own work must not take back theirs. */
export function rebased(history: History, base: Writing, theirs: Writing): History {
  return everywhere(history, (writing) => merged(base, writing, theirs).value);
}

/** Names a file anew in every step: the server gave what it made of it a name of its own. */
export function renamedFile(history: History, from: string, to: string): History {
  const renamed = (value: unknown): unknown => {
    if (value === from) return to;
    if (Array.isArray(value)) return mapped(value, renamed);
    if (!isPart(value)) return value;
    const entries = Object.entries(value);
    const after = mapped(
      entries.map(([, one]) => one),
      renamed,
    );
    return after.some((one, index) => one !== entries[index]?.[1])
      ? Object.fromEntries(entries.map(([key], index) => [key, after[index]]))
      : value;
  };
  return everywhere(history, (writing) => {
    const document = renamed(writing.document) as Writing['document'];
    return document === writing.document ? writing : { ...writing, document };
  });
}

/** A list with its members changed; the very same list when none was. */
function mapped(list: readonly unknown[], change: (value: unknown) => unknown): readonly unknown[] {
  const after = list.map(change);
  return after.some((one, index) => one !== list[index]) ? after : list;
}
