import { describe, expect, it } from '@jest/globals';
import { beginning, explore, type Practice } from '@sala/domain/practice';
import { practiceOf as find, tasksDone, withDeadButtons } from './dead-buttons.fixture.js';

const taskAt = (practice: Practice, id: string): number => practice.tasks.findIndex((task) => task.id === id);

const practiceOf = (id: string): Promise<Practice> => find('telegram-first-steps', id);

describe('a message in Telegram', () => {
  it.each([
    ['reply', 'reply'],
    ['edit', 'edit'],
    ['for-all', 'delete'],
    ['delete-now', 'delete'],
  ])('without %s nobody does the task %s', async (button, task) => {
    const practice = await practiceOf('reply-edit');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, [button]))).toBe(taskAt(practice, task));
  });

  it('is answered at its own place: neither a new message nor an answer to another one counts', async () => {
    const practice = await practiceOf('reply-edit');
    expect(tasksDone(withDeadButtons(practice, ['where']))).toBe(0);
  });
});

describe('the login code', () => {
  it('is never what gets a learner on: without Block user the one who asks for it stays unanswered', async () => {
    const practice = await practiceOf('register');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, ['block-now']))).toBe(taskAt(practice, 'refuse'));
    expect(tasksDone(withDeadButtons(practice, ['give-code', 'tell-code']))).toBe(practice.tasks.length);
  });

  it('can be told to the caller, but the call is over only when it was refused', async () => {
    const practice = await practiceOf('register');
    expect(tasksDone(withDeadButtons(practice, ['decline', 'end-call']))).toBe(taskAt(practice, 'refuse-call'));
  });

  it('can be given by message and by call, after which nothing goes on before the way back was taken', async () => {
    const practice = await practiceOf('register');
    const lost = explore(practice, beginning(practice), 20_000)
      .nodes.map(({ standing }) => standing)
      .filter(({ phone }) => phone.screen === 'lost');
    expect(new Set(lost.map(({ task }) => practice.tasks[task]?.id))).toEqual(new Set(['refuse', 'refuse-call']));
    const noWayBack = withDeadButtons(practice, ['try-again']);
    for (const from of lost) expect(explore(noWayBack, from, 20_000).nodes.every(({ standing }) => standing.task === from.task)).toBe(true);
  });
});

describe('calls and data in Telegram', () => {
  it('are a voice call on a weak line, by the voice button or by stopping the video', async () => {
    const practice = await practiceOf('calls-and-data');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, ['call', 'stop-video']))).toBe(0);
  });

  it.each([
    [['battery-saver'], 'battery'],
    [['decline', 'accept'], 'incoming'],
    [['mobile-data'], 'save-data'],
  ])('without %s nobody does the task %s', async (buttons, task) => {
    const practice = await practiceOf('calls-and-data');
    expect(tasksDone(withDeadButtons(practice, buttons))).toBe(taskAt(practice, task));
  });
});

describe('a person in Telegram', () => {
  it('is found by the number: neither the namesake nor the group will do', async () => {
    const practice = await practiceOf('find-and-message');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, ['nary']))).toBe(0);
    expect(tasksDone(withDeadButtons(practice, ['person']))).toBe(0);
    expect(tasksDone(withDeadButtons(practice, ['shop', 'group']))).toBe(practice.tasks.length);
  });

  it.each([
    ['send', 'write'],
    ['new-contact', 'add'],
    ['create', 'add'],
  ])('without %s nobody does the task %s', async (button, task) => {
    const practice = await practiceOf('find-and-message');
    expect(tasksDone(withDeadButtons(practice, [button]))).toBe(taskAt(practice, task));
  });
});

describe('the phone number in Telegram', () => {
  it.each([
    [['privacy-and-security'], 'find'],
    [['my-contacts'], 'my-contacts'],
    [['save', 'apply'], 'my-contacts'],
    [['block-now'], 'block'],
  ])('without %s nobody does the task %s', async (buttons, task) => {
    const practice = await practiceOf('number-privacy');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, buttons))).toBe(taskAt(practice, task));
  });
});

describe('the minutes, a photo and a voice', () => {
  it('are sent as the PDF: a photo of the paper and the wrong month can be sent, but count for nothing', async () => {
    const practice = await practiceOf('voice-photo-file');
    expect(tasksDone(practice)).toBe(practice.tasks.length);
    expect(tasksDone(withDeadButtons(practice, ['send-pdf']))).toBe(taskAt(practice, 'file'));
    expect(tasksDone(withDeadButtons(practice, ['send-paper', 'send-feb', 'send-blurred']))).toBe(practice.tasks.length);
    const sentInstead = explore(practice, beginning(practice), 20_000).nodes.flatMap(({ standing }) =>
      standing.task === 0 ? [String(standing.phone.variables['wrong'])] : [],
    );
    expect(sentInstead).toContain('🖼 IMG_0412.jpg');
  });

  it('the noisy recording is cancelled, and only then a second one is sent', async () => {
    const practice = await practiceOf('voice-photo-file');
    expect(tasksDone(withDeadButtons(practice, ['cancel-voice']))).toBe(taskAt(practice, 'cancel'));
    expect(tasksDone(withDeadButtons(practice, ['send-voice']))).toBe(taskAt(practice, 'voice'));
  });
});
