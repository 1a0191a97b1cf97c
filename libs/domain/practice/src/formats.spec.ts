import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { check, Practice } from './index.js';

const document = JSON.parse(readFileSync(new URL('../fixtures/practice-1.json', import.meta.url), 'utf8')) as object;

// A practice as it was first published; it stays on phones, so today's code has to run it.
describe('practices of every released form', () => {
  it('are read without losing anything, and can be done to their end', () => {
    const practice = v.parse(Practice, document);
    expect(practice).toMatchObject(document);
    expect(check(practice)).toEqual([]);
  });
});
