import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handFile } from './hand-file.js';

describe('a file that is handed on', () => {
  const { createObjectURL, revokeObjectURL } = URL;
  let clicked: string[] = [];
  const onClick = (event: Event): void => {
    clicked.push((event.target as HTMLAnchorElement).download);
    event.preventDefault();
  };
  const { click } = HTMLAnchorElement.prototype;
  const hand = () => handFile(new Blob(['sala:AA'], { type: 'text/plain' }), 'sala-work.txt');
  const withShare = (share: (data: ShareData) => Promise<void>, canShare: boolean): void => {
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    Object.defineProperty(navigator, 'canShare', { value: () => canShare, configurable: true });
  };

  beforeEach(() => {
    clicked = [];
    URL.createObjectURL = () => 'blob:sala';
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', onClick);
      this.dispatchEvent(new Event('click', { cancelable: true }));
    };
  });
  afterEach(() => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
    for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
  });

  it('goes into the share sheet, under its name', async () => {
    const shared: (string | undefined)[] = [];
    withShare(({ files }) => Promise.resolve(void shared.push(files?.[0]?.name)), true);
    expect(await hand()).toBe('shared');
    expect([shared, clicked]).toEqual([['sala-work.txt'], []]);
  });

  it('goes nowhere when the person closes the share sheet', async () => {
    withShare(() => Promise.reject(new DOMException('closed', 'AbortError')), true);
    expect(await hand()).toBe('cancelled');
    expect(clicked).toEqual([]);
  });

  it('goes into the downloads where there is no share sheet, or it takes no such file', async () => {
    expect(await hand()).toBe('downloaded');
    withShare(() => Promise.reject(new DOMException('no', 'NotAllowedError')), true);
    expect(await hand()).toBe('downloaded');
    withShare(() => Promise.reject(new Error('never asked')), false);
    expect(await hand()).toBe('downloaded');
    expect(clicked).toEqual(['sala-work.txt', 'sala-work.txt', 'sala-work.txt']);
  });
});
