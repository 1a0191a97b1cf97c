import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { foldCourse, LEARNING_EVENT_KINDS, readLearningEvent, type LearningEvent } from './index.js';

const folder = new URL('../fixtures/', import.meta.url);
const read = (name: string): LearningEvent[] =>
  (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown[]).map((value) => {
    const one = readLearningEvent(value);
    if (!one.ok) throw new Error(JSON.stringify(one.findings));
    return one.value;
  });

// A released form is never changed: what a phone recorded with it may come years later. A new form is a new file beside these.
describe('events of every released form', () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith('events-')))('%s are read and folded by today’s code', (name) => {
    const facts = foldCourse(read(name));
    expect(facts['join-by-link']).toMatchObject({
      cards: ['why'],
      questions: { 'which-button': { best: 1, bestAlone: 1 } },
      completed: true,
      completedAlone: false,
      completedOn: ['2026-11-20'],
    });
  });

  it('keep their meaning: a review that does not say who did it was done alone', () => {
    expect(foldCourse(read('events-1.json'))['join-by-link']?.aloneOn).toEqual([]);
    expect(foldCourse(read('events-2.json'))['join-by-link']).toMatchObject({
      aloneOn: ['2026-11-20'],
      reviewed: [2],
      passed: ['join'],
      passedAloneOn: { join: ['2026-11-20'] },
      ticked: ['before:2'],
      words: ['Join'],
    });
    expect(foldCourse(read('events-3.json'))['join-by-link']).toMatchObject({ aloneOn: [], reviewed: [2] });
    expect(foldCourse(read('events-4.json'))['microphone-camera']).toMatchObject({ completedAlone: false, groupOn: ['2026-11-21'] });
  });

  it('hold every kind that there is, so that a new kind brings a new form', () => {
    const kinds = new Set(read('events-5.json').map((event) => event.kind));
    expect(LEARNING_EVENT_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
