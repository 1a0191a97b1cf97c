import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Card, Course, Text } from '@sala/domain/content';
import { checkForPublishing, filesOf, manifestOf, packageFiles, readManifest, sameContent, type FileToStore } from './index.js';

const text = (km: string): Text => ({ km, en: 'English' });
const good = text('ចុចតំណម្ដង។');
const question = (id: string): Card => ({
  id,
  kind: 'question',
  title: good,
  question: {
    id,
    kind: 'single-choice',
    prompt: good,
    options: [
      { id: 'a', text: text('Zoom'), correct: true, feedback: good },
      { id: 'b', text: good, correct: false, feedback: good },
    ],
  },
});
const picture: Card = { id: 'p', kind: 'picture', title: good, picture: { file: 'pictures/p.svg', alt: good }, caption: good };
const course = (...cards: Card[]): Course => ({
  format: 1,
  id: '5a1a0000-0000-4000-8000-000000000007',
  slug: 'c',
  title: good,
  summary: good,
  practices: [],
  quizzes: [],
  glossary: {},
  lessons: [{ id: 'l', title: good, outcome: good, minutes: 3, khmerReview: 'draft', cards: [question('q1'), question('q2'), ...cards] }],
});
const svg = (body: string): FileToStore => ({
  path: 'pictures/p.svg',
  mediaType: 'image/svg+xml',
  bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`),
});
const sound: FileToStore = { path: 'sounds/x.webm', mediaType: 'audio/webm', bytes: new Uint8Array(10) };
const rules = (made: Course, media: FileToStore[] = []) => checkForPublishing(made, media).map((finding) => finding.rule);
const body = (km: string): Card => ({ id: 'x', kind: 'tip', tone: 'tip', title: good, body: text(km) });

describe('publish checks', () => {
  it('let a good course out', () => {
    expect(checkForPublishing(course(picture), [svg('<rect fill="url(#a)" width="1"/>')])).toEqual([]);
  });

  it.each([
    ['Khmer in another order', body('ខែ្មរ'), 'khmer-not-canonical'],
    ['an invisible space', body('ចូល\u200bរួម'), 'khmer-not-canonical'],
    ['no Khmer', body('Zoom'), 'khmer-missing'],
    ['an endless sentence', body('ចុចតំណម្ដង'.repeat(10)), 'sentence-too-long'],
    ['a picture that is not there', picture, 'media-missing'],
    ['a telephone number', body('ទូរសព្ទ ០១២ ៣៤៥ ៦៧៨។'), 'phone-number'],
    ['a telephone number with the country before it', body('ទូរសព្ទ +855 12 345 678។'), 'phone-number'],
    ['a law without its source', body('នេះជាច្បាប់។'), 'source-missing'],
    ['a share without its source', body('មាន ៣០% ធ្វើបាន។'), 'source-missing'],
    [
      'a voice whose words have changed',
      { ...body('ក។'), voice: { km: { file: 'sounds/x.webm', seconds: 2, textHash: 'old' } } },
      'voice-stale',
    ],
  ])('stop %s', (_what, card, rule) => {
    expect(rules(course(card as Card), [sound])).toEqual([rule]);
  });

  it.each([
    '<script>1</script>',
    '<rect onload="x()"/>',
    '<a href="https://x.example">1</a>',
    '<image href="data:,"/>',
    '<rect style="fill:url(https://x.example)"/>',
    '<!ENTITY a "b">',
    '<foreignObject/>',
    '<rect\nonclick = "x()"/>',
  ])('stop a drawing with %s', (inside) => {
    expect(rules(course(picture), [svg(inside)])).toEqual(['picture-unsafe']);
  });

  it('let a fact out with its source, and numbers that are no telephone', () => {
    const source = { name: 'NCDD', checkedOn: '2026-11-01' };
    expect(rules(course({ ...body('នេះជាច្បាប់។'), source } as Card))).toEqual([]);
    expect(rules(course(body('លេខប្រជុំ 840 1234 5678 ឆ្នាំ ២០២៦ ហៅ ០១២ ០០០ ៣២១។')))).toEqual([]);
  });

  it('stop media that weigh more than three megabytes a lesson', () => {
    const heavy = { ...svg(''), bytes: new Uint8Array(3_000_001) };
    expect(rules(course(picture), [heavy])).toEqual(['media-too-large']);
  });

  it('ask for two questions a lesson and a small text', () => {
    const made = course();
    const lesson = made.lessons[0];
    expect(lesson && rules({ ...made, lessons: [{ ...lesson, cards: [question('q1')] }] })).toEqual(['too-few-questions']);
    expect(rules(course(body('ក។ '.repeat(5_000))))).toEqual(['lesson-too-large']);
  });
});

describe('a package', () => {
  const media = [svg('<rect/>'), { ...svg('<circle/>'), path: 'pictures/unused.svg' }];
  const files = packageFiles(course(picture), media);
  const hashed = files.map((file) => ({
    path: file.path,
    mediaType: file.mediaType,
    bytes: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }));
  const manifest = manifestOf(course(picture), 3, hashed);

  it('holds the lessons and only the media they use', () => {
    expect(files.map((file) => file.path)).toEqual(['lessons/l.json', 'pictures/p.svg']);
    expect(readManifest(JSON.parse(JSON.stringify(manifest)))).toEqual({ ok: true, value: manifest });
  });

  it('names the files of a lesson, the lesson first', () => {
    const outline = manifest.lessons[0];
    expect(outline && filesOf(manifest, outline).map((file) => file.path)).toEqual(['lessons/l.json', 'pictures/p.svg']);
  });

  it('says which pictures a question or practice needs', () => {
    const seen: Card = {
      ...question('q3'),
      question: { ...(question('q3') as { question: object }).question, picture: { file: 'pictures/p.svg', alt: good } },
    } as Card;
    expect([manifest.needed, manifestOf(course(picture, seen), 3, hashed).needed]).toEqual([[], ['pictures/p.svg']]);
  });

  it('is the same content under another number', () => {
    expect(sameContent(manifest, { ...manifest, version: 4 })).toBe(true);
    expect(sameContent(manifest, manifestOf(course(), 3, hashed))).toBe(false);
  });
});
