import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText, readRich } from './index.js';

describe('rich text', () => {
  it('reads headings, lists, bold and glossary words', () => {
    expect(readRich('# មុន\nចុច **Join** ឥឡូវ\n- ក\n- [តំណ|link]\n\nចប់')).toEqual([
      { kind: 'heading', spans: [{ text: 'មុន' }] },
      { kind: 'paragraph', spans: [{ text: 'ចុច ' }, { text: 'Join', bold: true }, { text: ' ឥឡូវ' }] },
      { kind: 'list', items: [[{ text: 'ក' }], [{ text: 'តំណ', term: 'link' }]] },
      { kind: 'paragraph', spans: [{ text: 'ចប់' }] },
    ]);
  });

  it('shows marks that mean nothing as they stand', () => {
    expect(plainText('a ** b [c] #d')).toBe('a ** b [c] #d');
  });

  it('never throws and never loses a word', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        expect(plainText(text).replace(/\s/g, '').length).toBeLessThanOrEqual(text.replace(/\s/g, '').length),
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('ក', 'a', ' ', '\n') }), (text) =>
        expect(plainText(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, '')),
      ),
    );
  });
});
