import type { CardKind, QuestionKind } from '@sala/domain/content';
import type { Message } from '@sala/web/ui';
import { lessonMessages } from '@sala/web/ui-lesson';
import { formMessages } from '../forms/form-messages.js';
import type { EditIconName } from './edit-icon.js';

/** What a kind is called, what it is for, and its drawing. */
interface KindWords {
  readonly name: Message;
  readonly what: Message;
  readonly icon: EditIconName;
}

const cards = {
  text: {
    name: formMessages.body,
    what: { km: 'គំនិតមួយ ជាប្រយោគខ្លីៗ មានរូបក៏បាន។', en: 'One idea in short sentences, with a picture if you like.' },
    icon: 'text',
  },
  picture: {
    name: formMessages.picture,
    what: { km: 'រូបធំមួយ ដែលនិយាយជំនួសពាក្យ។', en: 'A large picture that says it better than words.' },
    icon: 'picture',
  },
  tip: {
    name: lessonMessages.tip,
    what: { km: 'អ្វីដែលគួរចាំ ឬគួរប្រយ័ត្ន។', en: 'What is good to know, or to be careful about.' },
    icon: 'bulb',
  },
  steps: {
    name: formMessages.steps,
    what: { km: 'ធ្វើអ្វីមុន អ្វីក្រោយ មានលេខ។', en: 'What to do first and next, with numbers.' },
    icon: 'steps',
  },
  video: {
    name: formMessages.clip,
    what: { km: 'វីដេអូខ្លី មានអក្សររត់។ ប្រើអ៊ីនធឺណិតច្រើន។', en: 'A short clip with captions. It costs much data.' },
    icon: 'video',
  },
  story: {
    name: { km: 'រឿង', en: 'Story' },
    what: { km: 'ស្ថានភាពពិតមួយ ដែលត្រូវជ្រើសផ្លូវ។', en: 'A real situation in which one chooses what to do.' },
    icon: 'story',
  },
  checklist: {
    name: { km: 'បញ្ជីធីក', en: 'Checklist' },
    what: { km: 'អ្វីៗដែលត្រូវធ្វើ រួចធីក។', en: 'Things to do and tick off.' },
    icon: 'list',
  },
  term: {
    name: { km: 'ពាក្យថ្មី', en: 'New word' },
    what: { km: 'ពាក្យអង់គ្លេសលើអេក្រង់ និងអត្ថន័យ។', en: 'An English word on the screen and what it means.' },
    icon: 'word',
  },
  job: {
    name: lessonMessages.jobCard,
    what: { km: 'ជំហានសម្រាប់បោះពុម្ព និងប្រើនៅកន្លែងធ្វើការ។', en: 'Steps to print and use at work.' },
    icon: 'tag',
  },
  practice: {
    name: { km: 'លំហាត់លើទូរសព្ទ', en: 'Practice' },
    what: { km: 'ទូរសព្ទសម្រាប់ហាត់៖ មើល សាក ឬតេស្ត។', en: 'A phone to practise on: watch, try or test.' },
    icon: 'phone',
  },
  work: {
    name: lessonMessages.realWork,
    what: { km: 'កិច្ចការនៅឃុំ ដែលអ្នកណែនាំបញ្ជាក់។', en: 'A task at the commune that the mentor confirms.' },
    icon: 'work',
  },
  question: {
    name: formMessages.question,
    what: { km: 'សំណួរមួយ ក្នុងចំណោម ១១ ប្រភេទ។', en: 'A question of one of eleven kinds.' },
    icon: 'ask',
  },
} as const satisfies Record<CardKind, KindWords>;

const ask = (name: Message, what: Message): KindWords => ({ name, what, icon: 'ask' });
const questions = {
  'single-choice': ask({ km: 'ជ្រើសចម្លើយមួយ', en: 'One right answer' }, { km: 'ចម្លើយត្រូវមានតែមួយ។', en: 'Only one answer is right.' }),
  'multiple-choice': ask(
    { km: 'ជ្រើសចម្លើយច្រើន', en: 'Several right answers' },
    { km: 'ចម្លើយត្រូវអាចមានច្រើន។', en: 'Several answers may be right.' },
  ),
  'true-false': ask({ km: 'ត្រូវ ឬមិនត្រូវ', en: 'True or not' }, { km: 'ឃ្លាមួយ ដែលត្រូវវិនិច្ឆ័យ។', en: 'One sentence to judge.' }),
  order: ask({ km: 'រៀបលំដាប់', en: 'Put in order' }, { km: 'អ្វីមុន អ្វីក្រោយ។', en: 'What comes first, what comes next.' }),
  match: ask({ km: 'ផ្គូផ្គង', en: 'Find the pairs' }, { km: 'ពាក្យ និងអត្ថន័យរបស់វា។', en: 'A word and what it means.' }),
  sort: ask({ km: 'ដាក់ក្នុងក្រុម', en: 'Sort into groups' }, { km: 'អ្វីណា នៅក្នុងក្រុមណា។', en: 'What belongs to which group.' }),
  'tap-picture': ask({ km: 'ចុចលើរូប', en: 'Tap on a picture' }, { km: 'រកកន្លែងត្រឹមត្រូវលើរូប។', en: 'Find the right place on a picture.' }),
  'fill-word': ask({ km: 'បំពេញពាក្យ', en: 'Write a word' }, { km: 'អ្នករៀនសរសេរពាក្យមួយ។', en: 'The learner writes one word.' }),
  number: ask({ km: 'បំពេញលេខ', en: 'Write a number' }, { km: 'អ្នករៀនសរសេរលេខមួយ។', en: 'The learner writes one number.' }),
  judge: ask({ km: 'សារពិត ឬក្លែងក្លាយ', en: 'Real or false message' }, { km: 'វិនិច្ឆ័យសារមួយ និងប្រាប់ហេតុផល។', en: 'Judge a message and say why.' }),
  recorded: ask(
    { km: 'ឆ្លើយជាសំឡេង ឬរូបថត', en: 'Answer by voice or photo' },
    { km: 'អ្នកណែនាំស្ដាប់ ឬមើលចម្លើយ។', en: 'The mentor hears or sees the answer.' },
  ),
} as const satisfies Record<QuestionKind, KindWords>;

/** The words of each kind of card and question. */
export const kindMessages: { cards: Record<CardKind, KindWords>; questions: Record<QuestionKind, KindWords> } = { cards, questions };
/** The kinds of card, in the order in which they are offered. */
export const cardKinds = Object.keys(cards) as CardKind[];
/** The kinds of question, in the order in which they are offered. */
export const questionKinds = Object.keys(questions) as QuestionKind[];
