import { readdirSync, readFileSync } from 'node:fs';
import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { check, Practice } from '@sala/domain/practice';
import { newPractice, WIDGET_KINDS } from '@sala/domain/practice/editing';
import { Display } from '@sala/web/ui';
import { PICTURES } from '@sala/web/ui-lesson';
import * as v from 'valibot';
import { PracticeEditor } from './practice-editor.js';

const COURSES = 'libs/curriculum/courses';
const written = readdirSync(COURSES).flatMap((course) =>
  readdirSync(`${COURSES}/${course}/practices`).map((file): [string, Practice] => [
    file,
    v.parse(Practice, JSON.parse(readFileSync(`${COURSES}/${course}/practices/${file}`, 'utf8'))),
  ]),
);

@Component({
  imports: [PracticeEditor],
  providers: [{ provide: PICTURES, useValue: { addressOf: () => Promise.resolve(undefined) } }],
  template: `<sala-practice-editor [practice]="practice()" (changed)="practice.set($event)" />`,
})
class Host {
  readonly practice = signal(newPractice('new', '2026-11-01'));
}

describe('the practice editor', () => {
  let fixture: ComponentFixture<Host>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const practice = (): Practice => fixture.componentInstance.practice();
  const drawn = (): void => fixture.detectChanges();
  /** The checker has looked as well, which it does when the author pauses. */
  const looked = async (): Promise<void> => {
    await fixture.whenStable();
    drawn();
  };

  beforeEach(() => {
    TestBed.inject(Display).language.set('en');
    fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
  });

  function show(value: Practice): void {
    fixture.componentInstance.practice.set(value);
    drawn();
  }

  function press(name: string | RegExp): void {
    const button = [...page().querySelectorAll<HTMLButtonElement>('button')].find((one) => {
      const said = one.getAttribute('aria-label') ?? one.textContent;
      return typeof name === 'string' ? said.trim() === name : name.test(said);
    });
    if (!button) throw new Error(`no button ${String(name)}`);
    button.click();
    drawn();
  }

  const field = (label: string, within: ParentNode = page()): HTMLInputElement => {
    const found = [...within.querySelectorAll('label')].find((one) => one.querySelector('span')?.textContent.trim() === label);
    const input = found?.querySelector<HTMLInputElement>('input, textarea, select');
    if (!input) throw new Error(`no field ${label}`);
    return input;
  };

  function write(label: string, value: string, within: ParentNode = page()): void {
    const input = field(label, within);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
    drawn();
  }

  it.each(written)('shows every part of %s and changes nothing by showing it', async (_file, value) => {
    show(value);
    for (const [index] of Object.keys(value.screens).entries()) press(new RegExp(`^\\s*${index + 1}\\. `));
    await looked();
    for (const part of ['Tasks', 'What happens by itself', 'About this practice', 'Nothing to be mended']) press(part);
    expect(page().textContent).toContain('No learner can get stuck');
    expect(practice()).toBe(value);
  });

  it.each(WIDGET_KINDS)('adds a part of the kind %s which the schema and the phone understand', (kind) => {
    write('Choose what to add', kind);
    page()
      .querySelector('.search-row')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    drawn();
    const [added] = Object.values(practice().screens).flatMap((screen) => (screen.kind === 'drawn' ? screen.widgets.slice(3) : []));
    expect(added?.kind).toBe(kind);
    const opened = page().querySelectorAll<HTMLElement>('details.part')[3] ?? page();
    for (const summary of opened.querySelectorAll('details')) summary.setAttribute('open', '');
    for (const box of opened.querySelectorAll<HTMLTextAreaElement>('textarea')) {
      box.value = box.lang === 'km' ? 'ន័យ' : 'Meaning';
      box.dispatchEvent(new Event('input'));
      drawn();
    }
    expect(v.safeParse(Practice, practice()).success).toBe(true);
    expect(check(practice())).toEqual([]);
    expect(page().querySelector(`.widget.of-${kind}`)).not.toBeNull();
  });

  it('writes what stands in each field into the document', () => {
    write('Title', 'Chats');
    write('English word on the button', 'Join');
    write('What it means in Khmer', 'ចូលរួម');
    expect(JSON.stringify(practice().screens['screen-1'])).toContain('"title":"Chats"');
    expect(JSON.stringify(practice().screens['screen-1'])).toContain('"label":"Join","meaning":{"km":"ចូលរួម"');
    expect(page().querySelector('.sim')?.textContent).toContain('Join');
  });

  it('records the way of a task from taps on the phone and takes the last screen as the goal', () => {
    press('Tasks');
    press('Delete: Tap Open');
    expect(practice().tasks[0]?.path).toEqual([]);
    press('Record the way by tapping the phone');
    page().querySelector<HTMLElement>('[data-target="target-1"]')?.click();
    drawn();
    press('Finish: this screen is the goal');
    expect(practice().tasks[0]).toMatchObject({ path: [{ step: 'tap', target: 'target-1' }], goal: { is: 'on', screen: 'screen-2' } });
    expect(check(practice())).toEqual([]);
  });

  it('leads from a finding to the very field', async () => {
    document.body.append(page());
    write('What it means in Khmer', '');
    write('What it means in English', '');
    await looked();
    press('To be mended (1)');
    press('Go to it: Open');
    await looked();
    expect(document.activeElement).toBe(field('English word on the button'));
    write('What it means in Khmer', 'បើក');
    write('What it means in English', 'Open');
    await looked();
    press('Nothing to be mended');
  });

  it('shows the screen whose form is open, and what a wrong tap is answered with', () => {
    write('What is said when it was the wrong tap in English', 'Not this one');
    press('Add a screen');
    expect(page().querySelector('.sim')?.textContent).not.toContain('Open');
    press(/^\s*1\. /);
    expect(page().querySelector('.sim')?.textContent).toContain('Open');
    expect(page().textContent).not.toContain('the learner reads');
    page().querySelector<HTMLElement>('[data-target="target-1"]')?.click();
    drawn();
    expect(page().textContent).toContain('the learner reads: “Not this one”');
    press('Edit the screen that is shown');
    expect(page().querySelector('.chip[aria-pressed="true"]:not(.strong)')?.textContent).toContain('2.');
    expect([...page().querySelectorAll('button')].map((one) => one.textContent.trim())).not.toContain('Edit the screen that is shown');
  });

  it('says which name it can’t take for what the phone remembers, and takes a good one', () => {
    press('What happens by itself');
    write('New name', 'មីក្រូ');
    press('Add something on or off');
    expect(page().textContent).toContain('Please write a name of small English letters');
    write('New name', 'mic-on');
    press('Add something on or off');
    expect(practice().variables).toEqual({ 'mic-on': false });
  });
});
