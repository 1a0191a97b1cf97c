import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readLesson, readQuiz } from './index.js';

const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));

// Documents as they were first published; they stay on phones, so today's code has to read them without losing a word.
describe('course documents of every released form', () => {
  it.each([
    ['lesson-1.json', readLesson],
    ['quiz-1.json', readQuiz],
  ])('%s is read, and nothing of it is lost', (name, read) => {
    const one = read(fixture(name));
    expect(one).toMatchObject({ ok: true });
    expect(one.ok && one.value).toMatchObject(fixture(name) as object);
  });
});
