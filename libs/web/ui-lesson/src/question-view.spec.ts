import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Question } from '@sala/domain/content';
import { Display } from '@sala/web/ui';
import { Answering } from './answering.js';
import { HELPED } from './deeds.js';
import { RARE_VIEWS } from './rare-views.js';
import { QuestionView } from './question-view.js';

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
  providers: [
    { provide: HELPED, useFactory: () => signal(false) },
    { provide: RARE_VIEWS, useValue: () => import('./engine.js') },
  ],
  template: `<sala-question [question]="question()" [answering]="answering" />`,
})
class Host {
  readonly question = signal(single);
  readonly answering = new Answering();
}

/** The view of a kind is loaded when it is met. */
async function loaded(fixture: ComponentFixture<Host>): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await fixture.whenStable();
  }
}

describe('a question on the screen', () => {
  beforeEach(() => TestBed.inject(Display).language.set('en'));

  async function show(question: Question) {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.question.set(question);
    await loaded(fixture);
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
    expect(one.host.answering.response()).toEqual({ kind: 'single-choice', chosen: 'link' });
    const many = await show(multiple);
    many.labelled('app').querySelector('input')!.click();
    many.labelled('sound').querySelector('input')!.click();
    expect(many.host.answering.response()).toEqual({ kind: 'multiple-choice', chosen: ['app', 'sound'] });
  });

  it('shows in words, not only in colour, what is right, and takes no more answers once checked', async () => {
    const { fixture, labelled, host, root } = await show(single);
    host.answering.response.set({ kind: 'single-choice', chosen: 'link' });
    for (let tries = 0; tries < 2; tries++) host.answering.show({ score: 0, correct: false, feedback: [], waiting: false });
    await fixture.whenStable();
    expect(labelled('store').textContent).toContain('Correct');
    expect(labelled('link').textContent).not.toContain('Correct');
    expect(root.querySelector('fieldset')!.disabled).toBe(true);
  });
});
