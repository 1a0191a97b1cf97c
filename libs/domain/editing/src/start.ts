import { COURSE_FORMAT, type Card, type Course, type Lesson, type Question, type Text } from '@sala/domain/content';
import type { Practice } from '@sala/domain/practice';
import type { DraftDocument } from '@sala/domain/publishing';
import { blankCard, blankLesson, blankQuestion, type NewId } from './blank.js';
import type { Writing } from './edit.js';

/** The guiding words of a recipe: what stands on each card until the author writes over it. */
export interface RecipeWords {
  readonly title: Text;
  readonly outcome: Text;
  readonly why: { readonly title: Text; readonly body: Text };
  /** What is done on the practice phone: watched, tried, and tested. */
  readonly practice?: PracticeWords;
  /** What is decided in a situation. */
  readonly story?: StoryWords;
  readonly remember: { readonly title: Text; readonly steps: readonly Text[] };
  readonly question: Text;
  readonly first: ChoiceWords;
  readonly second: ChoiceWords;
  readonly work: { readonly title: Text; readonly task: Text; readonly checklist: readonly Text[] };
  readonly review: { readonly title: Text; readonly body: Text };
}

/** The words of a practice of one button, and of the cards that show it. */
export interface PracticeWords {
  readonly title: Text;
  readonly say: Text;
  readonly meaning: Text;
  readonly watch: Text;
  readonly attempt: Text;
  readonly test: Text;
}

/** A situation with what one may do in it. */
export interface StoryWords {
  readonly title: Text;
  readonly situation: Text;
  readonly choices: readonly { readonly text: Text; readonly consequence: Text; readonly good: boolean }[];
  readonly better: Text;
}

/** A question of a recipe with a right answer and one that is not right yet. */
export interface ChoiceWords {
  readonly prompt: Text;
  readonly right: Text;
  readonly rightWhy: Text;
  readonly wrong: Text;
  readonly wrongWhy: Text;
}

function choiceOf(words: ChoiceWords, newId: NewId): Question {
  const question = blankQuestion('single-choice', newId);
  const answer = (correct: boolean, text: Text, feedback: Text): object => ({ id: newId('option'), text, correct, feedback });
  return {
    ...question,
    prompt: words.prompt,
    options: [answer(true, words.right, words.rightWhy), answer(false, words.wrong, words.wrongWhy)],
  } as Question;
}

/** A practice of one screen with one button: small, whole, and ready to be built on. */
export function starterPractice(
  { title, say, meaning }: Pick<PracticeWords, 'title' | 'say' | 'meaning'>,
  newId: NewId,
  today: string,
): Practice {
  const target = { id: 'open', label: 'Open', meaning, effects: [{ do: 'go' as const, screen: 'done' }] };
  return {
    id: newId('practice'),
    title,
    app: { name: 'App', version: '1', platform: 'Android', checkedOn: today },
    variables: {},
    start: 'first',
    screens: {
      first: { kind: 'drawn', widgets: [{ kind: 'button', target, tone: 'main' }] },
      done: { kind: 'drawn', widgets: [{ kind: 'text', text: 'Done', tone: 'title' }] },
    },
    overlays: [],
    happenings: {},
    tasks: [{ id: 'task', say, goal: { is: 'on', screen: 'done' }, path: [{ step: 'tap', target: 'open' }] }],
  };
}

/** A lesson that is written out: watch and try, or decide; a question, a test, do it at work, and what is asked again later. */
export function recipeLesson(words: RecipeWords, newId: NewId, today: string): { lesson: Lesson; practices: Practice[] } {
  const practice = words.practice && starterPractice(words.practice, newId, today);
  const card = (kind: Card['kind'], fields: object): Card => ({ ...blankCard(kind, newId), ...fields }) as Card;
  const rehearse = (mode: 'watch' | 'try' | 'test', title: Text | undefined): Card[] =>
    practice && title ? [card('practice', { title, practice: practice.id, mode })] : [];
  const story = words.story && { ...words.story, choices: words.story.choices.map((choice) => ({ id: newId('choice'), ...choice })) };
  const cards = [
    card('text', words.why),
    ...rehearse('watch', words.practice?.watch),
    ...rehearse('try', words.practice?.attempt),
    ...(story ? [card('story', story)] : []),
    card('steps', words.remember),
    card('question', { title: words.question, question: choiceOf(words.first, newId) }),
    ...rehearse('test', words.practice?.test),
    card('work', words.work),
    card('question', { title: words.review.title, question: choiceOf(words.second, newId) }),
    card('tip', { tone: 'tip', ...words.review }),
  ];
  return { lesson: { ...blankLesson(newId), title: words.title, outcome: words.outcome, cards }, practices: practice ? [practice] : [] };
}

/** A course that was just begun: without a title, with what its first lesson is. */
export function newCourse(id: string, lesson: Lesson, practices: readonly Practice[] = []): Writing {
  const course: Course = {
    format: COURSE_FORMAT,
    id,
    slug: `course-${id.slice(0, 8)}`,
    title: { km: '', en: '' },
    summary: { km: '', en: '' },
    lessons: [lesson],
    practices: [...practices],
    quizzes: [],
    glossary: {},
  };
  return { document: course as DraftDocument, translated: {} };
}
