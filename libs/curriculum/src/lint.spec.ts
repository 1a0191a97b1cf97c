import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Card, Course, Lesson, Question } from '@sala/domain/content';
import { misspellings } from './house-spelling.js';
import { countCourses, curriculum, lintCourse, type CurriculumCourse, type LintRule } from './index.js';
import { countKhmerWords, longSentences } from './sentences.js';

const FIXTURE = new URL('../../domain/khmer/fixtures/khmer-testdata.json', import.meta.url);
const both = (km: string, en = 'A word'): { km: string; en: string } => ({ km, en });
const text = (body: { km: string; en: string }): Card => ({ id: 'planted', kind: 'text', title: both('សាកល្បង'), body });
const plantedQuestion = (answer: { km: string; en: string }): Question => ({
  id: 'planted',
  kind: 'single-choice',
  prompt: both('តើមួយណា?'),
  options: ['a', 'b'].map((id) => ({ id, text: answer, correct: id === 'a', feedback: both('ល្អណាស់!') })),
});
/** Variables full of what doesn't compress. */
const heavy = (): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`noise-${i}`, createHash('sha512').update(String(i)).digest('base64')]));
const drawnOf = ({ screens, start }: Course['practices'][number]) => {
  const screen = screens[start];
  return screen?.kind === 'drawn' ? screen.widgets : [];
};

describe('the lint of the curriculum', () => {
  let good: CurriculumCourse;
  beforeAll(async () => {
    good = (await curriculum()).find(({ course }) => (course as Course).slug === 'join-zoom')!;
  });

  /** The rules that a good course breaks once something was planted in it. */
  function brokenBy(plant: (course: Course, lesson: Lesson) => void): LintRule[] {
    const course = structuredClone(good.course) as Course;
    plant(course, course.lessons[0]!);
    return [...new Set(lintCourse({ ...good, course }).map(({ rule }) => rule))];
  }
  const brokenByCard = (card: Card): LintRule[] => brokenBy((_course, lesson) => lesson.cards.splice(0, 1, card));

  it('finds nothing in a good course', () => {
    expect(brokenBy(() => undefined)).toEqual([]);
  });

  it.each<[string, LintRule, { km: string; en: string }]>([
    ['marks in another order', 'khmer-not-canonical', both('ភាសាខែ្មរ')],
    ['an invisible space', 'khmer-not-canonical', both('ភាសា\u200bខ្មែរ')],
    ['another spelling', 'spelling', both('ហៅទូរស័ព្ទ')],
    ['TA for DA under a consonant', 'spelling', both('ធ្វើម្តងទៀត')],
    ['thirteen Khmer words', 'too-many-words', both('ខ្ញុំ '.repeat(13))],
    ['thirteen English words', 'too-many-words', both('ខ្ញុំ', 'word '.repeat(13))],
    ['a text without Khmer', 'khmer-missing', both('Wi-Fi')],
    ['Khmer in the English', 'khmer-in-english', both('ល្អ', 'Well ល្អ')],
    ['no English', 'not-translated', both('ល្អ', '–')],
    ['a button without its meaning', 'english-unexplained', both('សូមចុច Mute។')],
    ['English that nobody teaches', 'english-unexplained', both('សូមបើក settings menu។')],
    ['a word that is in no glossary', 'glossary-missing', both('សូមចុច [Mute|mute-all]។')],
  ])('finds %s', (_what, rule, body) => {
    expect(brokenByCard(text(body))).toEqual([rule]);
  });

  it.each<[string, { km: string; en: string }]>([
    [
      'twelve words in each of two sentences',
      both('ខ្ញុំ '.repeat(12) + '។' + 'ខ្ញុំ '.repeat(12), 'word '.repeat(12) + '. ' + 'word '.repeat(12)),
    ],
    ['a button with its meaning, and again without', both('ចុច Mute (បិទសំឡេង)។ ចុច Mute ម្ដងទៀត។')],
    ['a meaning with its button', both('ចុចបិទសំឡេង (Mute)។')],
    ['a glossary link', both('ចុច [Mute|mute]។')],
    ['names, addresses and numbers', both('បើក Zoom តាម Wi-Fi៖ zoom.us/j/000 ឬ QR។')],
    ['a word that only looks like a wrong one', both('ចុចតំណរបស់លោកអ្នក។')],
  ])('lets %s pass', (_what, body) => {
    expect(brokenByCard(text(body))).toEqual([]);
  });

  it('finds a text that is the same in both languages', () => {
    expect(brokenByCard(text(both('ល្អណាស់', 'ល្អណាស់')))).toEqual(['not-translated', 'khmer-in-english']);
  });

  it('takes names and labels as answers in both languages, but no sentence', () => {
    const withAnswer = (answer: { km: string; en: string }): LintRule[] =>
      brokenByCard({ id: 'planted', kind: 'question', title: both('សំណួរ'), question: plantedQuestion(answer) });
    expect(withAnswer(both('zoom.us/j/000', 'zoom.us/j/000'))).toEqual([]);
    expect(withAnswer(both('ប៊ូតុង Mute'))).toEqual([]);
    expect(withAnswer(both('Leave this meeting now', 'Leave this meeting now'))).toEqual(['not-translated', 'english-unexplained']);
  });

  it('measures no list of key words as a sentence', () => {
    const steps = [both('ចុច'), both('រង់ចាំ')];
    expect(brokenByCard({ id: 'planted', kind: 'job', title: both('ប័ណ្ណការងារ'), keywords: both('ខ្ញុំ '.repeat(13)), steps })).toEqual([]);
  });

  it.each<[string, LintRule, (course: Course, lesson: Lesson) => void]>([
    [
      'a lesson of thirteen cards',
      'schema',
      (_, lesson) => lesson.cards.push(...lesson.cards.map((card) => ({ ...card, id: `${card.id}-again` }))),
    ],
    ['a lesson of one question', 'too-few-questions', (_, lesson) => (lesson.cards = [text(both('ល្អ'))])],
    ['no module test', 'no-module-test', (course) => (course.quizzes = course.quizzes.filter((quiz) => quiz.purpose !== 'test'))],
    [
      'no job card',
      'no-job-card',
      (course) => course.lessons.forEach((one) => (one.cards = one.cards.filter((card) => card.kind !== 'job'))),
    ],
    [
      'no work task',
      'no-work-task',
      (course) => course.lessons.forEach((one) => (one.cards = one.cards.filter((card) => card.kind !== 'work'))),
    ],
    [
      'a practice without its hint’s button',
      'practice-faulty',
      (course) => (course.practices[0]!.tasks[0]!.path = [{ step: 'tap', target: 'nowhere' }]),
    ],
    [
      'a misspelling on a drawn screen',
      'spelling',
      ({ practices: [practice] }) =>
        (practice!.screens[practice!.start] = { kind: 'drawn', widgets: [...drawnOf(practice!), { kind: 'text', text: 'ពត៌មាន' }] }),
    ],
    [
      'a practice that is too heavy',
      'practice-too-large',
      ({ practices: [practice] }) => (practice!.variables = { ...practice!.variables, ...heavy() }),
    ],
  ])('finds %s', (_what, rule, plant) => {
    expect(brokenBy(plant)).toContain(rule);
  });

  it('knows the other spellings that the search knows', () => {
    const { spellingVariants } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as {
      spellingVariants: { preferred: string; variant: string }[];
    };
    const misspelt = spellingVariants.filter(
      ({ variant }) => /^[\u1780-\u17dd]+$/.test(variant) && variant !== 'ចូលរួម' && !variant.includes('ដៃ'),
    );
    expect(misspelt.length).toBeGreaterThan(15);
    for (const { preferred, variant } of misspelt)
      expect([variant, misspellings(variant).map(({ right }) => right)]).toEqual([variant, [preferred]]);
  });

  it('counts Khmer words by the dictionary of Node’s ICU', () => {
    expect(countKhmerWords('ចុចលើវាម្ដង ដើម្បីចូលប្រជុំតាម Zoom')).toBe(9);
    expect(longSentences('[ខ្ញុំ|me] '.repeat(12), 'km')).toEqual([]);
    expect(longSentences('ខ្ញុំ '.repeat(13), 'km')).toHaveLength(1);
  });

  it('counts what there is', async () => {
    const courses = await curriculum();
    const counts = countCourses(courses);
    expect([...counts.keys()]).toEqual([...courses.map(({ course }) => (course as Course).slug), 'total']);
    const of = (what: string): number[] => [...counts.values()].map((one) => one.get(what) ?? 0);
    const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
    for (const what of ['lessons', 'cards', 'cards: question', 'questions', 'practices', 'job cards']) {
      const [total = 0, ...each] = of(what).reverse();
      expect([what, sum(each)]).toEqual([what, total]);
      expect(Math.min(...each)).toBeGreaterThan(0);
    }
    expect(of('kB of the largest practice').at(-1)).toBe(Math.max(...of('kB of the largest practice').slice(0, -1)));
    const kinds = [...counts.get('total')!].filter(([what]) => what.startsWith('cards: '));
    expect(sum(kinds.map(([, count]) => count))).toBe(counts.get('total')!.get('cards'));
  });
});
