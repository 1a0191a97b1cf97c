import { describe, expect, it } from '@jest/globals';
import type { Practice } from '@sala/domain/practice';
import { canDo, practiceOf as find, tasksDone, withDeadButtons } from './dead-buttons.fixture.js';

const practiceOf = (id: string): Promise<Practice> => find('zoom-breakout-rooms', id);

describe('the breakout rooms', () => {
  it.each(['link', 'join', 'send', 'rooms', 'room-3'])('nobody who dropped out of room 3 gets back without %s', async (button) => {
    const practice = await practiceOf('dropped-out');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(canDo(withDeadButtons(practice, [button]), 'same-room')).toBe(false);
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
