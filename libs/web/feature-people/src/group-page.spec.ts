import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { GroupReply, PersonInList } from '@sala/contract/dto';
import { Api, type Called } from '@sala/web/data-api';
import { GroupPage } from './group-page.js';

const place = { code: '010202', unit: 'ឃុំ', khmer: 'បត់ត្រង់', latin: 'Bat Trang' };
const group = { id: 'g', name: 'ក្រុមបត់ត្រង់', place, members: [], mentors: [] } as unknown as GroupReply;
const named = (id: string, givenName: string): PersonInList =>
  ({
    person: { id, familyName: 'ឈឹម', givenName, familyNameLatin: '', givenNameLatin: '' },
    roles: [{ role: 'learner', place }],
    place,
  }) as unknown as PersonInList;

describe('the page of a group', () => {
  it('shows the answer to the last search, also when that to an earlier one comes later', async () => {
    const waiting = new Map<string, (people: PersonInList[]) => void>();
    const call = (name: string, { query }: { query?: { search?: string } }): Promise<Called<unknown>> =>
      name === 'group'
        ? Promise.resolve({ ok: true, value: group })
        : new Promise((resolve) => waiting.set(query?.search ?? '', (people) => resolve({ ok: true, value: { people } })));
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: { call } }] });
    const fixture = TestBed.createComponent(GroupPage);
    fixture.componentRef.setInput('id', 'g');
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    root.querySelectorAll<HTMLButtonElement>('section.card button.button')[0]?.click();
    await fixture.whenStable();
    root.querySelector<HTMLInputElement>('input[type=search]')!.value = 'រតនា';
    root.querySelector<HTMLFormElement>('form')!.dispatchEvent(new Event('submit'));
    waiting.get('រតនា')?.([named('1', 'រតនា')]);
    await fixture.whenStable();
    waiting.get('')?.([named('2', 'វណ្ណៈ')]);
    await fixture.whenStable();
    expect([...root.querySelectorAll('li.line .strong')].map((name) => name.textContent?.replace(/[\u200b\u2060]/g, '').trim())).toEqual([
      'ឈឹម រតនា',
    ]);
  });
});
