import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Question } from '@sala/domain/content';
import { Display } from '@sala/web/ui';
import { QuestionView, responseTo } from './question-view.js';

const text = (en: string) => ({ km: en, en });
const option = (id: string, correct: boolean) => ({ id, text: text(id), correct, feedback: text(id) });
const single: Question = {
  id: 'one',
  kind: 'single-choice',
  prompt: text('Where from?'),
  options: [option('store', true), option('link', false)],
};
const multiple: Question = {
  ...single,
  id: 'all',
  kind: 'multiple-choice',
  options: [option('app', true), option('sound', true), option('pay', false)],
};

@Component({
  imports: [QuestionView],
  template: `<sala-question [question]="question()" [(chosen)]="chosen" [checked]="checked()" [revealed]="revealed()" />`,
})
class Host {
  readonly question = signal(single);
  readonly chosen = signal<readonly string[]>([]);
  readonly checked = signal(false);
  readonly revealed = signal(false);
}

describe('a question on the screen', () => {
  beforeEach(() => TestBed.inject(Display).language.set('en'));

  async function show(question: Question) {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.question.set(question);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const labelled = (words: string) => Array.from(root.querySelectorAll('label')).find((label) => label.textContent?.includes(words))!;
    return { fixture, root, labelled, host: fixture.componentInstance };
  }

  it('is a group named by its prompt, with one radio button an answer', async () => {
    const { root } = await show(single);
    const group = root.querySelector('fieldset')!;
    expect(root.querySelector(`#${group.getAttribute('aria-labelledby')}`)?.textContent).toBe('Where from?');
    expect(root.querySelectorAll('input[type=radio]')).toHaveLength(2);
  });

  it('takes one answer where one is right and several where several are', async () => {
    const one = await show(single);
    one.labelled('store').querySelector('input')!.click();
    one.labelled('link').querySelector('input')!.click();
    expect(one.host.chosen()).toEqual(['link']);
    const many = await show(multiple);
    many.labelled('app').querySelector('input')!.click();
    many.labelled('sound').querySelector('input')!.click();
    expect(responseTo(multiple, many.host.chosen())).toEqual({ kind: 'multiple-choice', chosen: ['app', 'sound'] });
  });

  it('shows in words, not only in colour, what is right, and takes no more answers once checked', async () => {
    const { fixture, labelled, host, root } = await show(single);
    host.chosen.set(['link']);
    host.checked.set(true);
    host.revealed.set(true);
    await fixture.whenStable();
    expect(labelled('store').textContent).toContain('Correct');
    expect(labelled('link').textContent).not.toContain('Correct');
    expect(root.querySelector('fieldset')!.disabled).toBe(true);
  });
});
