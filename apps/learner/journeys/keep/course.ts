import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Card, Course } from '@sala/domain/content';
import { spokenWords, textHash } from '@sala/domain/content';

const text = (km: string, en: string) => ({ km, en });
const about = text('ពន្យល់៖ សូមអានម្ដងទៀត។', 'Because of this: read it once more.');

const question = (id: string): Card => ({
  id,
  kind: 'question',
  title: text('សំណួរ', 'Question'),
  question: {
    id,
    kind: 'single-choice',
    prompt: text('តើចុចអ្វី ដើម្បីចូលប្រជុំ?', 'What do you tap to join?'),
    options: [
      { id: 'join', text: text('Join (ចូលរួម)', 'Join'), correct: true, feedback: about },
      { id: 'leave', text: text('Leave (ចាកចេញ)', 'Leave'), correct: false, feedback: about },
    ],
  },
});

/** A card that is read aloud from a recording. */
function spoken(id: string): Card {
  const card: Card = { id, kind: 'tip', tone: 'tip', title: text('សំឡេង', 'Voice'), body: text('សូមស្ដាប់សំឡេងនេះ។', 'Listen to this voice.') };
  const hash = textHash(spokenWords(card, 'km'));
  return { ...card, voice: { km: { file: `sounds/${id}.webm`, seconds: 20, textHash: hash } } };
}

const picture = (id: string): Card => ({
  id,
  kind: 'picture',
  title: text('រូបភាព', 'Picture'),
  picture: { file: `pictures/${id}.svg`, alt: text('គំនូរផ្ទះ', 'A drawing of a house') },
  caption: text('នេះជាផ្ទះ។', 'This is a house.'),
});

const clip: Card = {
  id: 'clip',
  kind: 'video',
  title: text('វីដេអូខ្លី', 'A short clip'),
  seconds: 10,
  variants: [{ quality: '240p', file: 'videos/clip.webm' }],
  captions: { km: 'videos/clip.vtt' },
  transcript: text('នេះជាពាក្យក្នុងវីដេអូ។', 'These are the words of the clip.'),
};

const lesson = (id: string, km: string, ...cards: Card[]): Course['lessons'][number] => ({
  id,
  title: text(km, id),
  outcome: text('ចូលប្រជុំបាន។', 'Can join a meeting.'),
  minutes: 3,
  khmerReview: 'draft',
  cards: [...cards, question('q1'), question('q2')],
});

/** A course with every class of file; its second version says something else in one lesson, and shows one picture more. */
export const courseOf = (version: 1 | 2): Course => ({
  format: 1,
  id: '5a1a0000-0000-4000-8000-0000000000ee',
  slug: 'kept-course',
  title: text('អ៊ីនធឺណិតខ្សោយ', 'A weak line'),
  summary: text('វគ្គសម្រាប់ទុកក្នុងទូរសព្ទ។', 'A course to keep on the phone.'),
  practices: [],
  quizzes: [],
  glossary: {},
  lessons: [
    lesson('first', 'មេរៀនទីមួយ', spoken('voice-1'), picture('house')),
    lesson('second', version === 1 ? 'មេរៀនទីពីរ' : 'មេរៀនទីពីរថ្មី', spoken('voice-2'), clip, ...(version === 2 ? [picture('garden')] : [])),
  ],
});

/** Bytes that nothing packs smaller. */
const noise = (length: number, seed: number): Uint8Array => {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16);
};

/** Writes a version of the course as a course folder, in the form in which authors keep theirs. */
export function writeCourse(courses: string, version: 1 | 2): void {
  const course = courseOf(version);
  const write = (name: string, content: string | Uint8Array): void => {
    const file = path.join(courses, course.slug, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('course.json', JSON.stringify({ ...course, lessons: course.lessons.map(({ id }) => id), practices: [], quizzes: [] }));
  for (const one of course.lessons) write(`lessons/${one.id}.json`, JSON.stringify(one));
  for (const name of ['house', 'garden'])
    write(
      `pictures/${name}.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${name}</title><path d="M1 8V4l3-3 3 3v4z"/></svg>`,
    );
  write('sounds/voice-1.webm', noise(600_000, 1));
  write('sounds/voice-2.webm', noise(300_000, 2));
  write('videos/clip.webm', noise(900_000, 3));
  write('videos/clip.vtt', 'WEBVTT\n\n00:00.000 --> 00:02.000\nនេះជាពាក្យ។\n');
}
