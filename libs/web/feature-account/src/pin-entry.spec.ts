import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Display } from '@sala/web/ui';
import { SECRET_PICTURES } from './picture-code.js';
import { PinChoice } from './pin-choice.js';
import { PinEntry } from './pin-entry.js';

const press = (digits: string) => [...digits].forEach((key) => document.dispatchEvent(new KeyboardEvent('keydown', { key })));

const until = async (is: () => Promise<boolean>): Promise<void> => {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('entering a PIN', () => {
  beforeEach(() => TestBed.inject(Display).language.set('en'));

  it('is told with its fourth digit, from the pad or a keyboard, in either script', async () => {
    const fixture = TestBed.createComponent(PinEntry);
    const entered: string[] = [];
    fixture.componentInstance.entered.subscribe((pin) => entered.push(pin));
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const key = (name: string) => Array.from(root.querySelectorAll('button')).find((button) => button.textContent?.trim() === name)!;
    for (const digit of ['1', '4', '7', '0']) key(digit).click();
    press('២៥៨០');
    expect(entered).toEqual(['1470', '2580']);
  });

  it('takes pictures for digits: the same four, whichever way they are entered, and never half of each', async () => {
    const fixture = TestBed.createComponent(PinEntry);
    const entered: string[] = [];
    fixture.componentInstance.entered.subscribe((pin) => entered.push(pin));
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      Array.from(root.querySelectorAll('button')).find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name);
    button('7')!.click();
    button('Use pictures instead of numbers')!.click();
    await until(async () => (await fixture.whenStable(), button('Lotus') !== undefined));
    for (const name of ['Buffalo', 'House', 'Bicycle', 'Sun']) button(name)!.click();
    expect(entered).toEqual(['2580']);
    button('Use numbers instead of pictures')!.click();
    await fixture.whenStable();
    press('1470');
    expect(entered).toEqual(['2580', '1470']);
  });

  it('gives each digit one picture with a name of its own', () => {
    expect(SECRET_PICTURES.map(({ digit }) => digit).sort()).toEqual([...'0123456789']);
    for (const language of ['km', 'en'] as const) expect(new Set(SECRET_PICTURES.map(({ name }) => name[language])).size).toBe(10);
  });

  it('loses no digit of somebody who types faster than the screen is drawn', async () => {
    const fixture = TestBed.createComponent(PinChoice);
    const chosen: string[] = [];
    fixture.componentInstance.chosen.subscribe((pin) => chosen.push(pin));
    await fixture.whenStable();
    press('25802580');
    expect(chosen).toEqual(['2580']);
  });

  it('takes a new PIN only when it was entered twice alike, and none that is easily guessed', async () => {
    const fixture = TestBed.createComponent(PinChoice);
    const chosen: string[] = [];
    fixture.componentInstance.chosen.subscribe((pin) => chosen.push(pin));
    const said = async () => (await fixture.whenStable(), (fixture.nativeElement as HTMLElement).textContent);
    await fixture.whenStable();
    press('1111');
    expect(await said()).toContain('too easy to guess');
    press('2580');
    press('2581');
    expect(await said()).toContain('did not match');
    expect(chosen).toEqual([]);
  });
});
