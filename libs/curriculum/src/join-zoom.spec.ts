import { describe, expect, it } from '@jest/globals';
import type { Practice } from '@sala/domain/practice';
import { canDo, practiceOf as find, screensOf, tasksDone, withDeadButtons, without } from './dead-buttons.fixture.js';

const practiceOf = (id: string): Promise<Practice> => find('join-zoom', id);

describe('installing Zoom', () => {
  it.each(['play-store', 'search', 'zoom-app', 'install'])('needs %s: no other app and no link in a message brings it', async (button) => {
    const practice = await practiceOf('install-and-test');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(canDo(withDeadButtons(practice, [button]), 'install')).toBe(false);
    expect(tasksDone(withDeadButtons(practice, ['zoom-plus', 'zoom-camera', 'fake-link', 'sign-up']))).toBe(practice.tasks.length);
  });

  it('lets nobody be heard who did not allow the microphone and unmute', async () => {
    const practice = await practiceOf('install-and-test');
    expect(screensOf(withDeadButtons(practice, ['allow-microphone']))).not.toContain('meeting');
    expect(canDo(withDeadButtons(practice, ['unmute']), 'sound')).toBe(false);
    expect(canDo(withDeadButtons(practice, ['open-settings']), 'sound')).toBe(true);
  });
});

describe('joining by link', () => {
  it.each(['link', 'open-zoom', 'your-name', 'join'])('brings nobody in without %s', async (button) => {
    const practice = await practiceOf('join-by-link');
    expect(screensOf(practice)).toContain('meeting');
    expect(screensOf(withDeadButtons(practice, [button]))).not.toContain('meeting');
  });

  it('brings nobody in under the name of the phone, and nobody whom the host does not admit', async () => {
    const practice = await practiceOf('join-by-link');
    const nameless = withDeadButtons(practice, ['your-name']);
    expect(screensOf(nameless)).toContain('waiting');
    expect(screensOf(nameless)).not.toContain('meeting');
    expect(screensOf(without(practice, 'admit'))).not.toContain('meeting');
  });

  it('is done with the camera off, by the switch before or by Stop video inside', async () => {
    const practice = await practiceOf('join-by-link');
    expect(tasksDone(withDeadButtons(practice, ['turn-off-video']))).toBe(practice.tasks.length);
    expect(canDo(withDeadButtons(practice, ['turn-off-video', 'stop-video']), 'name')).toBe(false);
  });
});

describe('in the waiting room', () => {
  it('nothing but waiting for the host brings one in', async () => {
    const practice = await practiceOf('waiting-room');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(canDo(without(practice, 'admit'), 'in')).toBe(false);
    expect(tasksDone(withDeadButtons(practice, ['leave', 'back']))).toBe(practice.tasks.length);
  });
});

describe('leaving and coming back', () => {
  it.each(['link', 'join'])('brings nobody back after a drop without %s', async (button) => {
    const practice = await practiceOf('leave-and-return');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(canDo(withDeadButtons(practice, [button]), 'drop')).toBe(false);
  });

  it('needs no way out before the end, and no old link', async () => {
    const practice = await practiceOf('leave-and-return');
    expect(canDo(withDeadButtons(practice, ['leave', 'leave-meeting', 'leave-waiting', 'old-link', 'decline']), 'drop')).toBe(true);
  });
});

describe('the microphone', () => {
  it('is turned on by Unmute and by nothing else', async () => {
    const practice = await practiceOf('microphone-camera');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(canDo(withDeadButtons(practice, ['unmute']), 'speak')).toBe(false);
    expect(canDo(withDeadButtons(practice, ['start-video', 'stop-video', 'mute', 'leave', 'back', 'dial-in']), 'speak')).toBe(true);
  });
});
