import { beginning, explore, type Practice, type Target } from '@sala/domain/practice';
import { readCourse } from '@sala/domain/content';
import { curriculum } from './index.js';

const LIMIT = 20_000;

/** A practice of one of our courses. */
export async function practiceOf(course: string, id: string): Promise<Practice> {
  const read = (await curriculum()).map((one) => readCourse(one.course)).find((one) => one.ok && one.value.slug === course);
  const practice = read?.ok ? read.value.practices.find((one) => one.id === id) : undefined;
  if (!practice) throw new Error(`no practice ${id}`);
  return practice;
}

/** The practice with some buttons dead: what can then still be reached tells which buttons no learner gets round. */
export function withDeadButtons(practice: Practice, ids: readonly string[]): Practice {
  const deaden = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(deaden);
    if (typeof value !== 'object' || value === null) return value;
    if ('effects' in value && 'id' in value && ids.includes(String(value.id)))
      return { ...(value as Target), effects: [], types: undefined };
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deaden(one)]));
  };
  return deaden(practice) as Practice;
}

/** The practice in which something never happens, however long one waits. */
export function without(practice: Practice, happening: string): Practice {
  const never = practice.happenings[happening];
  if (!never) throw new Error(`no happening ${happening}`);
  return { ...practice, happenings: { ...practice.happenings, [happening]: { ...never, effects: [] } } };
}

const standings = (practice: Practice) => explore(practice, beginning(practice), LIMIT).nodes.map(({ standing }) => standing);

/** How many tasks can be done. */
export function tasksDone(practice: Practice): number {
  return Math.max(...standings(practice).map(({ task }) => task));
}

/** Whether all tasks up to and with this one can be done. */
export function canDo(practice: Practice, task: string): boolean {
  const place = practice.tasks.findIndex(({ id }) => id === task);
  if (place < 0) throw new Error(`no task ${task}`);
  return tasksDone(practice) > place;
}

/** The screens that can be reached. */
export function screensOf(practice: Practice): Set<string> {
  return new Set(standings(practice).map(({ phone }) => phone.screen));
}
