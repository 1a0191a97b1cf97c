import type { Question, QuestionKind, QuestionOf, Text } from '@sala/domain/content';
import { messages } from './messages.js';

type Telling = { [K in QuestionKind]: (question: QuestionOf<K>) => Text[] };

const same = (text: string): Text => ({ km: text, en: text });
const correct = <T extends { correct: boolean }>(all: readonly T[]): T[] => all.filter((one) => one.correct);
const VERDICTS = { real: messages.real, false: messages.false, check: messages.needsCheck };

/** The right answer of each kind of question, in words. */
const TELLING: Telling = {
  'single-choice': ({ options }) => correct(options).map((option) => option.text),
  'multiple-choice': ({ options }) => correct(options).map((option) => option.text),
  'true-false': ({ isTrue }) => [isTrue ? messages.isSo : messages.isNotSo],
  order: ({ items }) => items.map((item) => item.text),
  match: ({ pairs }) => pairs.map(({ left, right }) => ({ km: `${left.km} – ${right.km}`, en: `${left.en} – ${right.en}` })),
  sort: ({ items, groups }) =>
    items.map((item) => {
      const group = groups.find((one) => one.id === item.group)?.text ?? same('');
      return { km: `${item.text.km} – ${group.km}`, en: `${item.text.en} – ${group.en}` };
    }),
  'tap-picture': ({ areas }) => correct(areas).map((area) => area.name),
  'fill-word': ({ accepted }) => accepted.slice(0, 1).map(same),
  number: ({ answer }) => [same(String(answer))],
  judge: ({ verdict, reasons }) => [VERDICTS[verdict], ...correct(reasons).map((reason) => reason.text)],
  recorded: () => [],
};

/** The right answer of a question, in words; empty when a person decides. */
export function rightAnswer(question: Question): Text[] {
  const telling = TELLING[question.kind] as (question: Question) => Text[];
  return telling(question);
}
