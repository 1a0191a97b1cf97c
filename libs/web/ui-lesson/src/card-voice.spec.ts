import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { spokenWords, textHash, type Card } from '@sala/domain/content';
import { CardVoice } from './card-voice.js';
import { PICTURES } from './pictures.js';

const card: Card = { id: 'one', kind: 'text', title: { km: 'ចំណងជើង', en: 'Title' }, body: { km: 'អក្សរ', en: 'Words' } };
const read = (words: string): Card => ({ ...card, voice: { km: { file: 'sounds/one.webm', seconds: 2, textHash: textHash(words) } } });

describe('the voice of a card', () => {
  async function shown(one: Card): Promise<string> {
    TestBed.resetTestingModule().configureTestingModule({
      providers: [{ provide: PICTURES, useValue: { addressOf: () => Promise.resolve(undefined) } }],
    });
    const fixture = TestBed.createComponent(CardVoice);
    fixture.componentRef.setInput('card', one);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent ?? '';
  }

  it('says so when the words changed after they were read, as in a draft', async () => {
    expect(await shown(read('ពាក្យចាស់'))).toContain('អក្សរបានកែក្រោយពេលអាន');
    expect(await shown(read(spokenWords(card, 'km')))).not.toContain('អក្សរបានកែក្រោយពេលអាន');
  });

  it('is not offered where nothing was recorded', async () => {
    expect((await shown(card)).trim()).toBe('');
  });
});
