import type { Card, CardKind, Question, QuestionKind } from '@sala/domain/content';
import { blankCard, blankQuestion, isPart, isText, wholeCard, wholeQuestion, type Path } from '@sala/domain/editing';
import { freshId } from '../desk/ids.js';
import { CARD_FORMS, CARD_HEAD, CARD_MORE } from '../forms/card-forms.js';
import type { Field } from '../forms/field.js';
import type { EditIconName } from './edit-icon.js';
import { cardKinds, kindMessages } from './kind-messages.js';

/** What is written one after the other: the cards of a lesson, or the questions of a test. */
export type ItemList = 'cards' | 'bank';
/** What can be added: a kind of card, or a kind of question as a card or in a test. */
export type ItemChoice = { readonly card: Exclude<CardKind, 'question'> } | { readonly question: QuestionKind };

/** An item in the strip: its number, kind and first words. */
export interface ItemInStrip {
  readonly id: string;
  readonly icon: EditIconName;
  readonly title: { readonly km: string; readonly en: string };
}

/** A new item without words. */
export function newItem(list: ItemList, choice: ItemChoice): Card | Question {
  if ('card' in choice) return blankCard(choice.card, freshId);
  const question = blankQuestion(choice.question, freshId);
  if (list === 'bank') return question;
  // A question is asked by itself; its card's title is only for those who look at the list.
  return { ...blankCard('question', freshId), title: QUESTION_TITLE, question } as Card;
}

const QUESTION_TITLE = kindMessages.cards.question.name;

/** An item as a learner sees it; undefined when its kind is unknown. */
export function shownItem(list: ItemList, item: unknown): Card | undefined {
  if (list === 'cards') return wholeCard(item);
  const question = wholeQuestion(item);
  return question && { id: question.id, kind: 'question', title: QUESTION_TITLE, question };
}

/** An item as the strip shows it. */
export function inStrip(list: ItemList, item: unknown): ItemInStrip {
  const part = isPart(item) ? item : {};
  const question = list === 'bank' ? part : part['question'];
  const prompt = isPart(question) ? question['prompt'] : undefined;
  const isAsked = isText(prompt) && (prompt.km !== '' || prompt.en !== '');
  const words = isAsked ? prompt : part['title'];
  const kind = list === 'bank' ? 'question' : String(part['kind']);
  const icon = kind in kindMessages.cards ? kindMessages.cards[kind as CardKind].icon : 'text';
  return { id: String(part['id']), icon, title: isText(words) ? words : { km: '', en: '' } };
}

/** All fields of the form of each kind of card. A question has no title to write: what is asked is its title. */
export const CARD_FIELDS = Object.fromEntries(
  cardKinds.map((kind) => [kind, kind === 'question' ? CARD_FORMS[kind] : [...CARD_HEAD, ...CARD_FORMS[kind], ...CARD_MORE]]),
) as Record<CardKind, readonly Field[]>;

/** Where the items of a lesson or test are. */
export const itemsAt = (list: ItemList, id: string): Path => [list === 'cards' ? 'lessons' : 'quizzes', id, list];
