import { describe, expect, it } from '@jest/globals';
import { beginning, explore, type Practice, type Target } from '@sala/domain/practice';
import { readCourse } from '@sala/domain/content';
import { curriculum } from './index.js';

/** The practice with some buttons dead: what can then still be reached tells which buttons no learner gets round. */
function withDeadButtons(practice: Practice, ids: readonly string[]): Practice {
  const deaden = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(deaden);
    if (typeof value !== 'object' || value === null) return value;
    if ('effects' in value && 'id' in value && ids.includes(String(value.id))) return { ...(value as Target), effects: [] };
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deaden(one)]));
  };
  return deaden(practice) as Practice;
}

const tasksDone = (practice: Practice): number =>
  Math.max(...explore(practice, beginning(practice), 20_000).nodes.map(({ standing }) => standing.task));

async function practiceOf(id: string): Promise<Practice> {
  const read = (await curriculum())
    .map(({ course }) => readCourse(course))
    .find((one) => one.ok && one.value.slug === 'zoom-breakout-rooms');
  const practice = read?.ok ? read.value.practices.find((one) => one.id === id) : undefined;
  if (!practice) throw new Error(`no practice ${id}`);
  return practice;
}

describe('the breakout rooms', () => {
  it.each(['link', 'join', 'send', 'rooms', 'room-3'])('nobody who dropped out of room 3 gets back without %s', async (button) => {
    const practice = await practiceOf('dropped-out');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, [button]))).toBeLessThan(practice.tasks.findIndex((task) => task.id === 'same-room') + 1);
  });

  it('is left for the big room by Leave room, never by Leave meeting, from which one can come back', async () => {
    const practice = await practiceOf('back-to-main');
    expect(tasksDone(withDeadButtons(practice, ['leave-room']))).toBe(0);
    expect(tasksDone(withDeadButtons(practice, ['leave-meeting']))).toBe(practice.tasks.length);
  });

  it('is found by its button when the invitation was missed', async () => {
    const practice = await practiceOf('enter-room');
    expect(tasksDone(withDeadButtons(practice, ['rooms']))).toBe(1);
  });
});
