import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Display } from '../display/display.js';
import { Wording } from './wording.js';

const plain = (text: string) => text.replace(/[\u200b\u2060]/g, '');

describe('wording', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.resetTestingModule();
  });

  it('speaks Khmer at first, with Khmer digits for numbers', () => {
    const { say } = TestBed.inject(Wording);
    expect(plain(say({ km: '{count} មេរៀន', en: '{count} lessons' } as const, { count: 12 }))).toBe('១២ មេរៀន');
  });

  it('leaves codes as they are and says messages inside messages in the same language', () => {
    const { say } = TestBed.inject(Wording);
    const message = { km: '{code} · {place}', en: '{code} · {place}' } as const;
    expect(plain(say(message, { code: '4100', place: { km: 'ភូមិ', en: 'village' } }))).toBe('4100 · ភូមិ');
    TestBed.inject(Display).language.set('en');
    expect(say(message, { code: '4100', place: { km: 'ភូមិ', en: 'village' } })).toBe('4100 · village');
  });

  it('gives Khmer words that a browser would cut their invisible joints', () => {
    const { say } = TestBed.inject(Wording);
    expect(say({ km: 'បើកអេក្រង់', en: 'open' })).toContain('អេ\u2060ក្រង់');
  });

  it('remembers the language for the next start', () => {
    TestBed.inject(Display).language.set('en');
    TestBed.tick();
    TestBed.resetTestingModule();
    expect(TestBed.inject(Display).language()).toBe('en');
  });
});
