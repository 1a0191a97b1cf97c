import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spokenWords, textHash, voiceOf, type Card } from './index.js';

const both = (text: string) => ({ km: text, en: `${text} in English` });
const card: Card = { id: 'why', kind: 'text', title: both('ចំណងជើង'), body: both('ចុច **Join** ([ចូល|join])') };
const recorded = (words: string): Card => ({ ...card, voice: { km: { file: 'voices/why.webm', seconds: 4, textHash: textHash(words) } } });

describe('the recorded voice of a card', () => {
  it('reads what stands on the card, without its marks', () => {
    expect(spokenWords(card, 'km')).toBe('ចំណងជើង\nចុច Join (ចូល)');
    expect(spokenWords({ id: 's', kind: 'steps', title: both('ក'), steps: [both('ខ'), both('គ')] }, 'en')).toBe(
      'ក in English\nខ in English\nគ in English',
    );
  });

  it('is fresh while the words are those that were read, and stale after any change', () => {
    const words = spokenWords(card, 'km');
    expect(voiceOf(recorded(words), 'km')?.stale).toBe(false);
    expect(voiceOf({ ...recorded(words), title: both('ចំណងជើងថ្មី') }, 'km')?.stale).toBe(true);
    expect(voiceOf({ ...recorded(words), title: { km: 'ចំណងជើង', en: 'Changed' } }, 'km')?.stale).toBe(false);
  });

  it('is told for its own language only', () => {
    expect(voiceOf(recorded('x'), 'en')).toBeUndefined();
    expect(voiceOf(card, 'km')).toBeUndefined();
  });

  it('hashes as FNV-1a does', () => {
    // Known values of the 64-bit FNV-1a for one-octet texts and the empty one.
    expect([textHash(''), textHash('a'), textHash('foobar')]).toEqual(['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8']);
  });

  it('tells two different texts apart', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => a === b || textHash(a) !== textHash(b)));
  });
});
