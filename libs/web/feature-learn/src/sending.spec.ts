import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { StoredEvent } from '@sala/web/data-device';
import { refusedFile, send } from './refused-letter.js';
import { whenSent } from './state-more.js';
import { playTone } from './tone.js';

const event: StoredEvent = {
  id: '01938000-0000-7000-8000-00000000000a',
  learnerId: '01938000-0000-7000-8000-000000000001',
  deviceId: '01938000-0000-7000-8000-00000000000d',
  sequence: 1,
  state: 'refused',
  code: 'unknown-course',
  event: {
    id: '01938000-0000-7000-8000-00000000000a',
    learnerId: '01938000-0000-7000-8000-000000000001',
    deviceId: '01938000-0000-7000-8000-00000000000d',
    sequence: 1,
    courseId: '5a1a0000-0000-4000-8000-000000000007',
    version: 1,
    occurredAt: '2026-11-26T03:05:00.000Z',
    kind: 'card.seen',
    body: { lessonId: 'join-by-link', cardId: 'why' },
  },
};

describe('when something was last sent', () => {
  const sent = new Date(2026, 10, 26, 10, 5);
  const told = (now: Date) => whenSent(sent.getTime(), now)?.km;

  it('is said as people say it', () => {
    expect(told(new Date(2026, 10, 26, 23, 59))).toBe('ផ្ញើចុងក្រោយ ថ្ងៃនេះ ម៉ោង ១០:០៥ ព្រឹក។');
    expect(told(new Date(2026, 10, 27, 0, 1))).toBe('ផ្ញើចុងក្រោយ ម្សិលមិញ ម៉ោង ១០:០៥ ព្រឹក។');
    expect(told(new Date(2026, 11, 24))).toBe('ផ្ញើចុងក្រោយ ថ្ងៃព្រហស្បតិ៍ ទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦។');
    expect(whenSent(sent.getTime(), sent)?.en).toMatch(/^Last sent: Thursday,? 26 November 2026 at 10:05\.$/);
    expect(whenSent(0, sent)).toBeUndefined();
  });
});

describe('what the server refused', () => {
  const change = (parts: object) => Object.assign(navigator, parts);
  const file = () => refusedFile('សុខ ចាន់ណា', [event], new Date('2026-11-27T00:00:00Z'));

  afterEach(() => {
    change({ share: undefined, canShare: undefined });
    jest.restoreAllMocks();
  });

  it('goes to the mentor whole, each event with its reason', async () => {
    const shared: ShareData[] = [];
    change({ canShare: () => true, share: (data: ShareData) => Promise.resolve(void shared.push(data)) });
    expect(await send(file(), 'ជូនអ្នកណែនាំ')).toEqual({ way: 'shared' });
    const [sent] = shared[0]?.files ?? [];
    const text = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsText(sent as File);
    });
    expect(JSON.parse(String(text))).toEqual({
      format: 'sala-refused-1',
      person: 'សុខ ចាន់ណា',
      events: [{ code: 'unknown-course', event: event.event }],
    });
  });

  it('stays when the learner closes the share sheet, and is saved where there is none or it fails', async () => {
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    change({ canShare: () => true, share: () => Promise.reject(new DOMException('closed', 'AbortError')) });
    expect(await send(file(), '')).toEqual({ way: 'stopped' });
    change({ canShare: () => true, share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    expect(await send(file(), '')).toEqual({ way: 'saved', file: 'sala-2026-11-27.txt' });
    change({ share: undefined, canShare: undefined });
    expect(await send(file(), '')).toEqual({ way: 'saved', file: 'sala-2026-11-27.txt' });
    expect(clicked).toHaveBeenCalledTimes(2);
  });
});

describe('the tone of a state', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'AudioContext');
  });

  it.each([
    ['good', [523, 784]],
    ['wait', [523, 523]],
    ['care', [523, 392]],
  ] as const)('%s has its own two notes', async (tone, notes) => {
    const played: number[] = [];
    let closed = 0;
    class Audio {
      readonly currentTime = 0;
      readonly state = 'running';
      readonly destination = {};
      readonly createGain = () => ({ gain: { value: 0 }, connect: () => undefined });
      readonly createOscillator = () => {
        const frequency = { value: 0 };
        const end = new EventTarget();
        return Object.assign(end, {
          frequency,
          connect: () => undefined,
          start: () => played.push(frequency.value),
          stop: () => setTimeout(() => end.dispatchEvent(new Event('ended'))),
        });
      };
      readonly close = () => Promise.resolve(closed++);
    }
    Object.assign(globalThis, { AudioContext: Audio });
    await playTone(tone);
    expect(played).toEqual(notes);
    expect(closed).toBe(1);
  });

  it('is silent where the browser has no sound', async () => {
    await expect(playTone('good')).resolves.toBeUndefined();
  });
});
