import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Practice, Screen } from '@sala/domain/practice';
import { newPractice } from '@sala/domain/practice/editing';
import { Display } from '@sala/web/ui';
import { PICTURES } from '@sala/web/ui-lesson';
import fc from 'fast-check';
import { boxBetween } from './picture-places.js';
import { PracticeEditor } from './practice-editor.js';

type Picture = Extract<Screen, { kind: 'picture' }>;

const place = (id: string): Picture['areas'][number] => ({
  target: { id, label: id, effects: [] },
  left: 10,
  top: 40,
  width: 80,
  height: 12,
});
const picture: Picture = {
  kind: 'picture',
  file: 'pictures/screen.webp',
  ratio: 0.5,
  alt: { km: '', en: '' },
  areas: [place('yes'), place('no')],
};

@Component({
  imports: [PracticeEditor],
  providers: [{ provide: PICTURES, useValue: { addressOf: () => Promise.resolve('data:image/gif;base64,R0lGODlhAQABAAAAACw=') } }],
  template: `<sala-practice-editor [practice]="practice()" (changed)="practice.set($event)" />`,
})
class Host {
  readonly practice = signal<Practice>({ ...newPractice('new', '2026-11-01'), screens: { home: picture }, start: 'home' });
}

describe('places on the picture of a screen', () => {
  let fixture: ComponentFixture<Host>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const places = (): Picture['areas'] => (fixture.componentInstance.practice().screens['home'] as Picture).areas;

  beforeEach(async () => {
    TestBed.inject(Display).language.set('en');
    fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    await fixture.whenStable();
    fixture.detectChanges();
  });

  /** The pointer on the picture, which is 200 wide and 400 high. */
  function point(type: string, x: number, y: number, pointerType = 'mouse'): void {
    const scene = page().querySelector<HTMLElement>('.places-scene');
    if (!scene) throw new Error('no picture');
    scene.getBoundingClientRect = () => new DOMRect(0, 0, 200, 400);
    scene.setPointerCapture = () => undefined;
    const event = new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, cancelable: true });
    scene.dispatchEvent(Object.assign(event, { pointerType, pointerId: 1 }));
    fixture.detectChanges();
  }

  function tap(x: number, y: number): void {
    point('pointerdown', x, y, 'touch');
    point('pointerup', x, y, 'touch');
  }

  it('are put by tapping two corners, whichever comes first; only the chosen one moves', () => {
    tap(180, 360);
    expect(page().textContent).toContain('Now tap the opposite corner');
    expect(places()[1]).toMatchObject({ left: 10, top: 40, width: 80, height: 12 });
    tap(100, 300);
    expect(places()[1]).toMatchObject({ left: 50, top: 75, width: 40, height: 15 });
    expect(places()[0]).toEqual(place('yes'));
    [...page().querySelectorAll<HTMLElement>('.chip')].find((one) => one.textContent.trim() === 'Place 1')?.click();
    fixture.detectChanges();
    tap(0, 0);
    tap(100, 40);
    expect(places()[0]).toMatchObject({ left: 0, top: 0, width: 50, height: 10 });
  });

  it('are drawn with the mouse from one corner to the other, and follow it on the way', () => {
    point('pointerdown', 20, 40);
    point('pointermove', 120, 140);
    expect(page().querySelector<HTMLElement>('.area.here')?.style.width).toBe('50%');
    point('pointermove', 60, 100);
    point('pointerup', 60, 100);
    expect(places()[1]).toMatchObject({ left: 10, top: 10, width: 20, height: 15 });
  });

  it('stay when a finger only scrolls over the picture', () => {
    point('pointerdown', 20, 40, 'touch');
    point('pointercancel', 20, 200, 'touch');
    point('pointerup', 20, 200, 'touch');
    expect(places()).toEqual(picture.areas);
  });

  it('are never over the edge and never too small for a finger', () => {
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (x, y, u, v) => {
        const box = boxBetween({ x, y }, { x: u, y: v });
        expect(box).toEqual(boxBetween({ x: u, y: v }, { x, y }));
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(100);
        expect([box.width >= 8, box.height >= 5]).toEqual([true, true]);
      }),
    );
  });
});
