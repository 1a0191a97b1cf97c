import type { CardKind, QuestionKind } from '@sala/domain/content';
import { blankArea, type NewId } from '@sala/domain/editing';
import type { Field, FieldOf } from './field.js';
import { formMessages as words } from './form-messages.js';

const text = (key: string, label: Field['label'], more: Partial<FieldOf<'text'>> = {}): Field => ({ as: 'text', key, label, ...more });
const rich: Field = text('body', words.body, { rows: 4, isRich: true, hint: words.bodyHint });
const picture: Field = { as: 'picture', key: 'picture', label: words.picture, isOptional: true };
const empty = (): { km: string; en: string } => ({ km: '', en: '' });
const steps = (most: number): Field => ({ as: 'texts', key: 'steps', label: words.steps, least: 2, most, add: words.addStep });

/** The form of each kind of card, after its title; the compiler names a kind that has none. */
export const CARD_FORMS: Record<CardKind, readonly Field[]> = {
  text: [rich, picture],
  picture: [{ ...picture, isOptional: false }, text('caption', words.caption)],
  tip: [
    {
      as: 'choice',
      key: 'tone',
      label: words.tone,
      choices: [
        { value: 'tip', label: words.toneTip },
        { value: 'warning', label: words.toneWarning },
      ],
    },
    rich,
  ],
  steps: [steps(7)],
  video: [
    { as: 'clip', key: 'variants', label: words.clip },
    { as: 'number', key: 'seconds', label: words.clipSeconds, least: 1, most: 180 },
    { as: 'picture', key: 'poster', label: words.picture, isOptional: true },
    text('transcript', words.transcript, { rows: 4 }),
  ],
  story: [
    text('situation', words.situation, { rows: 3 }),
    picture,
    {
      as: 'members',
      key: 'choices',
      label: words.choices,
      least: 2,
      most: 4,
      add: words.addChoice,
      one: words.oneChoice,
      fields: [text('text', words.choiceText), text('consequence', words.consequence), { as: 'yes', key: 'good', label: words.isGood }],
      blank: (newId) => ({ id: newId('choice'), text: empty(), consequence: empty(), good: false }),
    },
    text('better', words.better),
  ],
  checklist: [
    text('body', words.introduction, { isOptional: true }),
    { as: 'texts', key: 'items', label: words.items, least: 2, most: 6, add: words.addItem },
  ],
  term: [{ as: 'line', key: 'label', label: words.label }, text('meaning', words.meaning), text('example', words.example)],
  job: [steps(8), text('keywords', words.keywords)],
  practice: [
    { as: 'practice', key: 'practice', label: words.practice },
    {
      as: 'choice',
      key: 'mode',
      label: words.mode,
      choices: [
        { value: 'watch', label: words.modeWatch },
        { value: 'try', label: words.modeTry },
        { value: 'test', label: words.modeTest },
      ],
    },
  ],
  work: [
    text('task', words.task, { rows: 2 }),
    { as: 'texts', key: 'checklist', label: words.checklist, least: 2, most: 4, add: words.addItem },
  ],
  question: [{ as: 'question', key: 'question', label: words.question }],
};

const feedback: readonly Field[] = [text('feedback.right', words.saidRight), text('feedback.notYet', words.saidNotYet)];
const named = (newId: NewId, stem: string): object => ({ id: newId(stem), text: empty() });

const options = (isOnlyOne: boolean): readonly Field[] => [
  {
    as: 'members',
    key: 'options',
    label: words.options,
    least: 2,
    most: 6,
    add: words.addOption,
    one: words.oneOption,
    fields: [
      text('text', words.optionText),
      { as: 'right', key: 'correct', label: words.isRight, isOnlyOne },
      text('feedback', words.said),
      picture,
      { as: 'sound', key: 'sound', label: words.sound },
    ],
    blank: (newId) => ({ ...named(newId, 'option'), correct: false, feedback: empty() }),
  },
];

const things = (key: string, label: Field['label'], more: readonly Field[] = [], most = 7): Field => ({
  as: 'members',
  key,
  label,
  least: 2,
  most,
  add: words.addItem,
  one: words.oneThing,
  fields: [text('text', words.words), ...more],
  blank: (newId) => named(newId, 'item'),
});

/** The form of each kind of question, after what is asked; the compiler names a kind that has none. */
export const QUESTION_FORMS: Record<QuestionKind, readonly Field[]> = {
  'single-choice': options(true),
  'multiple-choice': options(false),
  'true-false': [text('statement', words.statement), { as: 'yes', key: 'isTrue', label: words.isTrue }, ...feedback],
  order: [things('items', words.inOrder), ...feedback],
  match: [
    {
      as: 'members',
      key: 'pairs',
      label: words.pairs,
      least: 2,
      most: 6,
      add: words.addPair,
      one: words.onePair,
      fields: [text('left', words.left), text('right', words.right)],
      blank: (newId) => ({ id: newId('pair'), left: empty(), right: empty() }),
    },
    ...feedback,
  ],
  sort: [
    {
      as: 'members',
      key: 'groups',
      label: words.groups,
      least: 2,
      most: 4,
      add: words.addGroup,
      one: words.oneGroup,
      fields: [text('text', words.groupName)],
      blank: (newId) => named(newId, 'group'),
    },
    things('items', words.sorted, [{ as: 'group', key: 'group', label: words.inGroup }], 8),
    ...feedback,
  ],
  'tap-picture': [
    { as: 'picture', key: 'scene', label: words.scene, isOptional: false },
    { as: 'areas', key: 'areas', label: words.areas, hint: words.areasHint },
    {
      as: 'members',
      key: 'areas',
      label: words.areas,
      least: 1,
      most: 8,
      add: words.addArea,
      one: words.oneArea,
      fields: [
        text('name', words.areaName),
        { as: 'right', key: 'correct', label: words.isRight, isOnlyOne: false },
        text('feedback', words.said),
        { as: 'number', key: 'left', label: words.fromLeft, least: 0, most: 100 },
        { as: 'number', key: 'top', label: words.fromTop, least: 0, most: 100 },
        { as: 'number', key: 'width', label: words.width, least: 0, most: 100 },
        { as: 'number', key: 'height', label: words.height, least: 0, most: 100 },
      ],
      blank: (newId) => ({ ...blankArea(newId), correct: false }),
    },
  ],
  'fill-word': [{ as: 'lines', key: 'accepted', label: words.accepted, least: 1, most: 12, add: words.addWord }, ...feedback],
  number: [
    { as: 'number', key: 'answer', label: words.answer, least: -1_000_000_000, most: 1_000_000_000, step: 0.01 },
    { as: 'number', key: 'tolerance', label: words.tolerance, least: 0, most: 1_000_000_000, step: 0.01 },
    text('unit', words.unit, { isOptional: true }),
    ...feedback,
  ],
  judge: [
    text('post.from', words.postFrom),
    text('post.text', words.postText, { rows: 3 }),
    text('post.time', words.postTime, { isOptional: true }),
    { as: 'picture', key: 'post.picture', label: words.picture, isOptional: true },
    {
      as: 'choice',
      key: 'verdict',
      label: words.verdict,
      choices: [
        { value: 'real', label: words.real },
        { value: 'false', label: words.fake },
        { value: 'check', label: words.needsCheck },
      ],
    },
    {
      as: 'members',
      key: 'reasons',
      label: words.reasons,
      least: 2,
      most: 5,
      add: words.addReason,
      one: words.oneReason,
      fields: [text('text', words.words), { as: 'right', key: 'correct', label: words.isReason, isOnlyOne: false }],
      blank: (newId) => ({ ...named(newId, 'reason'), correct: false }),
    },
    ...feedback,
  ],
  recorded: [
    {
      as: 'choice',
      key: 'medium',
      label: words.medium,
      choices: [
        { value: 'voice', label: words.byVoice },
        { value: 'photo', label: words.byPhoto },
      ],
    },
    { as: 'number', key: 'seconds', label: words.seconds, least: 5, most: 60 },
    text('feedback.kept', words.kept),
  ],
};

/** What every question begins with, and may have. */
export const QUESTION_HEAD: readonly Field[] = [text('prompt', words.prompt, { rows: 2 })];
/** What every question may have. */
export const QUESTION_MORE: readonly Field[] = [
  text('hint', words.questionHint, { isOptional: true }),
  picture,
  { as: 'sound', key: 'sound', label: words.sound },
];

/** The title of every card. */
export const CARD_HEAD: readonly Field[] = [text('title', words.title)];
/** What every card may have. */
export const CARD_MORE: readonly Field[] = [{ as: 'source', key: 'source', label: words.source, hint: words.sourceHint }];

/** What is asked about a lesson as a whole. */
export const LESSON_FORM: readonly Field[] = [
  text('title', words.title),
  text('outcome', words.outcome),
  { as: 'number', key: 'minutes', label: words.minutes, least: 1, most: 10 },
];

/** What is asked about a module test or placement check, beside its questions. */
export const QUIZ_FORM: readonly Field[] = [
  text('title', words.title),
  { as: 'number', key: 'draw', label: words.draw, least: 1, most: 60 },
  { as: 'number', key: 'pass', label: words.pass, least: 0, most: 1, isShare: true },
  {
    as: 'choice',
    key: 'feedback',
    label: words.whenTold,
    choices: [
      { value: 'at-once', label: words.atOnce },
      { value: 'at-end', label: words.atEnd },
    ],
  },
];

/** What a test may ask for beside its questions, and what a placement check lets skip. */
export const QUIZ_MORE = {
  test: [{ as: 'practices', key: 'practices', label: words.practices }],
  placement: [{ as: 'lessons', key: 'skips', label: words.skips }],
} as const satisfies Record<'test' | 'placement', readonly Field[]>;

/** What is asked about a course as a whole. */
export const COURSE_FORM: readonly Field[] = [text('title', words.title), text('summary', words.summary, { rows: 2 })];
/** A word of the glossary. */
export const WORD_FORM: readonly Field[] = [
  { as: 'line', key: 'label', label: words.label },
  text('meaning', words.meaning),
  { as: 'sound', key: 'sound', label: words.sound },
];
/** A question of a test. */
export const BANK_FORM: readonly Field[] = [{ as: 'question', key: '', label: words.question }];
