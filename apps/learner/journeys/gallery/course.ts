import type { Card, Course, Question } from '@sala/domain/content';
import { spokenWords, textHash } from '@sala/domain/content';
import { practice } from './practice.js';

const text = (km: string, en: string) => ({ km, en });
const about = text('ពន្យល់៖ សូមអានមេរៀនម្ដងទៀត។', 'Because of this: read the lesson once more.');
const feedback = {
  right: text('ល្អណាស់! ត្រូវហើយ។', 'Well done! That is right.'),
  notYet: text('មិនទាន់ទេ។ សូមសាកម្ដងទៀត។', 'Not yet. Try once more.'),
};
const scene = { file: 'pictures/scene.svg', alt: text('ផ្ទះពណ៌បៃតង និងព្រះអាទិត្យពណ៌មាស', 'A green house and a golden sun') };
const option = (id: string, km: string, en: string, correct: boolean) => ({ id, text: text(km, en), correct, feedback: about });
const item = (id: string, km: string, en: string) => ({ id, text: text(km, en) });

/** A question of every kind. */
export const QUESTIONS: Question[] = [
  {
    id: 'single',
    kind: 'single-choice',
    prompt: text('តើចុចអ្វី ដើម្បីចូលប្រជុំ?', 'What do you tap to join?'),
    hint: text('ប៊ូតុងពណ៌ខៀវ។', 'The blue button.'),
    picture: scene,
    options: [
      { ...option('join', 'Join (ចូលរួម)', 'Join', true), picture: scene, sound: 'sounds/word.webm' },
      option('leave', 'Leave (ចាកចេញ)', 'Leave', false),
    ],
  },
  {
    id: 'multiple',
    kind: 'multiple-choice',
    prompt: text('តើត្រូវត្រៀមអ្វីខ្លះ មុនប្រជុំ?', 'What do you prepare before a meeting?'),
    sound: 'sounds/word.webm',
    options: [
      option('charge', 'សាកថ្មទូរសព្ទ', 'Charge the phone', true),
      option('place', 'រកកន្លែងស្ងាត់', 'Find a quiet place', true),
      option('pay', 'បង់ប្រាក់', 'Pay', false),
    ],
  },
  {
    id: 'true',
    kind: 'true-false',
    prompt: text('ត្រូវ ឬមិនត្រូវ?', 'True or not?'),
    statement: text('កុំប្រាប់លេខកូដដល់អ្នកណាឡើយ។', 'Never tell anybody the code.'),
    isTrue: true,
    feedback,
  },
  {
    id: 'order',
    kind: 'order',
    prompt: text('សូមរៀបតាមលំដាប់', 'Put these in order'),
    items: [item('link', 'ចុចតំណ', 'Tap the link'), item('name', 'សរសេរឈ្មោះ', 'Write the name'), item('join', 'ចុច Join (ចូលរួម)', 'Tap Join')],
    feedback,
  },
  {
    id: 'match',
    kind: 'match',
    prompt: text('សូមផ្គូផ្គងពាក្យ', 'Match the words'),
    pairs: [
      { id: 'mute', left: text('Mute', 'Mute'), right: text('បិទសំឡេង', 'Sound off') },
      { id: 'leave', left: text('Leave', 'Leave'), right: text('ចាកចេញ', 'Go out') },
    ],
    feedback,
  },
  {
    id: 'sort',
    kind: 'sort',
    prompt: text('សូមដាក់ក្នុងក្រុម', 'Sort into groups'),
    groups: [item('before', 'មុនប្រជុំ', 'Before the meeting'), item('after', 'ក្រោយប្រជុំ', 'After the meeting')],
    items: [
      { ...item('test', 'សាកសំឡេង', 'Test the sound'), group: 'before' },
      { ...item('thank', 'អរគុណម្ចាស់កិច្ចប្រជុំ', 'Thank the host'), group: 'after' },
    ],
    feedback,
  },
  {
    id: 'tap',
    kind: 'tap-picture',
    prompt: text('សូមចុចលើព្រះអាទិត្យ', 'Tap the sun'),
    scene,
    ratio: 1.82,
    areas: [
      { id: 'sun', left: 60, top: 8, width: 32, height: 50, correct: true, feedback: about, name: text('ព្រះអាទិត្យ', 'The sun') },
      { id: 'house', left: 8, top: 30, width: 40, height: 62, correct: false, feedback: about, name: text('ផ្ទះ', 'The house') },
    ],
  },
  {
    id: 'word',
    kind: 'fill-word',
    prompt: text('សូមសរសេរពាក្យ «ប្រជុំ»', 'Write the word “meeting”'),
    accepted: ['ប្រជុំ', 'meeting'],
    feedback,
  },
  {
    id: 'number',
    kind: 'number',
    prompt: text('តើមានបន្ទប់ប៉ុន្មាន?', 'How many rooms are there?'),
    answer: 12,
    tolerance: 0,
    unit: text('បន្ទប់', 'rooms'),
    feedback,
  },
  {
    id: 'judge',
    kind: 'judge',
    prompt: text('តើសារនេះពិតទេ?', 'Is this message real?'),
    post: {
      from: text('អ្នកមិនស្គាល់', 'A stranger'),
      text: text('សូមផ្ញើលេខកូដមកខ្ញុំឥឡូវ!', 'Send me the code now!'),
      time: text('ម្សិលមិញ', 'Yesterday'),
      picture: scene,
    },
    verdict: 'false',
    reasons: [
      { ...item('code', 'គេសុំលេខកូដ', 'They ask for a code'), correct: true },
      { ...item('hurry', 'គេប្រញាប់យើង', 'They hurry us'), correct: true },
      { ...item('short', 'សារខ្លី', 'The message is short'), correct: false },
    ],
    feedback,
  },
  {
    id: 'voice',
    kind: 'recorded',
    prompt: text('សូមនិយាយឈ្មោះ និងឃុំ', 'Say your name and commune'),
    medium: 'voice',
    seconds: 15,
    feedback: { kept: text('បានទុកឱ្យអ្នកណែនាំស្ដាប់។', 'Kept for your mentor.') },
  },
  {
    id: 'photo',
    kind: 'recorded',
    prompt: text('សូមថតរូបសេចក្ដីជូនដំណឹង', 'Take a photo of a notice'),
    medium: 'photo',
    seconds: 15,
    feedback: { kept: text('បានទុកឱ្យអ្នកណែនាំមើល។', 'Kept for your mentor.') },
  },
];

const spoken: Card = {
  id: 'text',
  kind: 'text',
  title: text('អត្ថបទដែលមានសំឡេងអាន', 'A text that is read aloud'),
  body: text(
    '# ចំណងជើងតូច\nនេះជាអក្សរ**ដិត** និងពាក្យ [Join|join] (ចូលរួម)។\n- មួយ\n- ពីរ',
    '# A small heading\nThis is **bold**, and the word [Join|join].\n- one\n- two',
  ),
};
const voice = (words: string) => ({ km: { file: 'sounds/card.webm', seconds: 2, textHash: textHash(words) } });

/** A card of every kind but the question and the practice. */
export const CARDS: Card[] = [
  { ...spoken, voice: voice(spokenWords(spoken, 'km')) },
  {
    id: 'picture',
    kind: 'picture',
    title: text('រូបភាពមួយ', 'A picture'),
    picture: scene,
    caption: text('ផ្ទះ និងព្រះអាទិត្យ', 'A house and the sun'),
  },
  {
    id: 'tip',
    kind: 'tip',
    tone: 'tip',
    title: text('ចំណាំល្អ', 'Good to know'),
    body: text('សាកថ្មមុនប្រជុំ។', 'Charge the phone before the meeting.'),
  },
  {
    id: 'warning',
    kind: 'tip',
    tone: 'warning',
    title: text('ប្រយ័ត្នលេខកូដ', 'Mind the code'),
    body: text('កុំប្រាប់លេខកូដដល់អ្នកណាឡើយ។', 'Never tell anybody the code.'),
  },
  {
    id: 'steps',
    kind: 'steps',
    title: text('បីជំហាន', 'Three steps'),
    steps: [text('ចុចតំណ។', 'Tap the link.'), text('សរសេរឈ្មោះ។', 'Write the name.'), text('ចុច Join (ចូលរួម)។', 'Tap Join.')],
  },
  {
    id: 'video',
    kind: 'video',
    title: text('វីដេអូខ្លី', 'A short clip'),
    seconds: 2,
    variants: [
      { quality: '360p', file: 'videos/clip-360.webm' },
      { quality: '240p', file: 'videos/clip-240.webm' },
      { quality: 'audio', file: 'sounds/card.webm' },
    ],
    captions: { km: 'videos/clip.vtt' },
    transcript: text('ព្រះអាទិត្យរះឡើង។', 'The sun rises.'),
  },
  {
    id: 'story',
    kind: 'story',
    title: text('លេខកូដ', 'The code'),
    situation: text('មានគេទូរសព្ទសុំលេខកូដ។', 'Somebody calls and asks for a code.'),
    picture: scene,
    choices: [
      { id: 'refuse', text: text('មិនប្រាប់', 'Refuse'), consequence: text('គណនីមានសុវត្ថិភាព។', 'The account is safe.'), good: true },
      { id: 'tell', text: text('ប្រាប់គេ', 'Tell it'), consequence: text('គេចូលគណនីរបស់យើង។', 'They get into the account.'), good: false },
    ],
    better: text('បិទទូរសព្ទ រួចប្រាប់អ្នកណែនាំ។', 'Hang up and tell your mentor.'),
  },
  {
    id: 'checklist',
    kind: 'checklist',
    title: text('មុនប្រជុំ', 'Before the meeting'),
    items: [text('សាកថ្ម', 'Charged'), text('មានអ៊ីនធឺណិត', 'Online')],
  },
  {
    id: 'term',
    kind: 'term',
    title: text('ពាក្យ Mute', 'The word Mute'),
    label: 'Mute',
    meaning: text('បិទសំឡេង', 'Sound off'),
    example: text('ចុច Mute (បិទសំឡេង) ពេលគេនិយាយ។', 'Tap Mute while others speak.'),
  },
  {
    id: 'job',
    kind: 'job',
    title: text('ចូលប្រជុំភ្លាមៗ', 'Join a meeting right now'),
    keywords: text('ចូលប្រជុំ តំណ បន្ទាន់', 'join meeting link urgent'),
    steps: [text('ចុចតំណ។', 'Tap the link.'), text('ចុច Join (ចូលរួម)។', 'Tap Join.')],
  },
  {
    id: 'work',
    kind: 'work',
    title: text('ធ្វើនៅការងារ', 'Do it at work'),
    task: text('ចូលប្រជុំសាកជាមួយអ្នកណែនាំ។', 'Join a rehearsal with your mentor.'),
    checklist: [text('ចូលបាន', 'Joined'), text('គេឮ', 'Heard')],
  },
];

const asCard = (question: Question): Card => ({ id: question.id, kind: 'question', title: text('សំណួរ', 'Question'), question });
const play = (mode: 'watch' | 'try' | 'test'): Card => ({
  id: mode,
  kind: 'practice',
  title: text('ទូរសព្ទសាក', 'Practice phone'),
  practice: practice.id,
  mode,
});
const lesson = (id: string, km: string, en: string, cards: Card[]) => ({
  id,
  title: text(km, en),
  outcome: text(km, en),
  minutes: 3,
  khmerReview: 'draft' as const,
  cards,
});
const asked = (from: number, to: number): Card[] => QUESTIONS.slice(from, to).map(asCard);
const twoMore = (id: string): Card[] => asked(0, 2).map((card) => ({ ...card, id: `${id}-${card.id}` }));

/** A course with a card, question, widget and mode of every kind, to walk through in a real browser. */
export const course: Course = {
  format: 1,
  id: '5a1a0000-0000-4000-8000-0000000000ff',
  slug: 'everything',
  title: text('គ្រប់ប្រភេទ', 'Every kind'),
  summary: text('កាត សំណួរ និងទូរសព្ទសាកគ្រប់ប្រភេទ។', 'Cards, questions and practice of every kind.'),
  lessons: [
    lesson('cards', 'កាតទាំងអស់', 'All cards', CARDS.slice(0, 6).concat(twoMore('a'))),
    lesson('more-cards', 'កាតផ្សេងទៀត', 'More cards', CARDS.slice(6).concat(twoMore('b'))),
    lesson('questions', 'សំណួរទាំងអស់', 'All questions', asked(0, 12)),
    lesson('phone', 'ទូរសព្ទសាក', 'Practice phone', [play('watch'), play('try'), ...twoMore('c'), play('test')]),
  ],
  practices: [practice],
  quizzes: [
    {
      id: 'at-once',
      title: text('តេស្តប្រាប់ភ្លាម', 'A test that tells at once'),
      purpose: 'test',
      bank: QUESTIONS.slice(0, 3),
      draw: 3,
      feedback: 'at-once',
      pass: 0.5,
      practices: [],
      skips: [],
    },
    {
      id: 'placement',
      title: text('សាកមុនរៀន', 'Before you begin'),
      purpose: 'placement',
      bank: QUESTIONS.slice(2, 4),
      draw: 2,
      feedback: 'at-end',
      pass: 0.5,
      practices: [],
      skips: ['cards', 'more-cards'],
    },
  ],
  glossary: { join: { label: 'Join', meaning: text('ចូលរួម', 'Go in'), sound: 'sounds/word.webm' } },
};
