import { Component, resource, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Called } from '@sala/web/data-api';
import { Display } from '@sala/web/ui';
import { Answered } from './answered.js';

const title = { km: 'ក្រុម', en: 'Groups' };

@Component({
  imports: [Answered],
  template: `
    <ng-container *salaAnswered="names; let answer; title: title">
      <input />
      @for (name of answer; track name) {
        <p>{{ name }}</p>
      }
    </ng-container>
  `,
})
class Host {
  readonly title = title;
  readonly answers: Called<string[]>[] = [];
  readonly held = signal<(() => void) | undefined>(undefined);
  readonly names = resource({
    loader: async (): Promise<Called<string[]>> => {
      await new Promise<void>((resolve) => this.held.set(resolve));
      return this.answers.shift()!;
    },
  });
}

describe('the frame of a page that needs an answer', () => {
  beforeEach(() => TestBed.inject(Display).language.set('en'));

  async function opened(...answers: Called<string[]>[]) {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.answers.push(...answers);
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    const answer = async (): Promise<void> => {
      fixture.componentInstance.held()!();
      await fixture.whenStable();
      fixture.detectChanges();
    };
    return { fixture, root, answer };
  }

  it('waits, then shows what came, with no heading of its own', async () => {
    const { root, answer } = await opened({ ok: true, value: ['Channa'] });
    expect([root.querySelectorAll('sala-busy').length, root.querySelector('input')]).toEqual([1, null]);
    await answer();
    expect([root.querySelector('sala-busy'), root.querySelector('h1'), root.querySelector('p')?.textContent]).toEqual([
      null,
      null,
      'Channa',
    ]);
  });

  it('says why nothing came under the page’s heading, and asks anew', async () => {
    const { root, answer, fixture } = await opened({ ok: false, trouble: { code: 'offline' } }, { ok: true, value: ['Sophea'] });
    await answer();
    expect([root.querySelector('h1')?.textContent?.trim(), root.querySelectorAll('sala-notice').length]).toEqual(['Groups', 1]);
    root.querySelector('button')!.click();
    fixture.detectChanges();
    await answer();
    expect([root.querySelector('h1'), root.querySelector('p')?.textContent]).toEqual([null, 'Sophea']);
  });

  it('keeps what stands, with the words in its fields, while a newer answer comes', async () => {
    const { root, answer, fixture } = await opened({ ok: true, value: ['Channa'] }, { ok: true, value: ['Channa', 'Sophea'] });
    await answer();
    const field = root.querySelector('input')!;
    field.value = 'half a word';
    fixture.componentInstance.names.reload();
    fixture.detectChanges();
    expect(root.querySelector('input')).toBe(field);
    await answer();
    expect([root.querySelector('input') === field, root.querySelectorAll('p').length]).toEqual([true, 2]);
  });
});
