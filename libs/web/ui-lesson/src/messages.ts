import { uiMessages, type Message } from '@sala/web/ui';

/** The words around cards and questions. */
export const messages = {
  chooseOne: { km: 'សូមជ្រើសរើសចម្លើយមួយ', en: 'Choose one answer' },
  chooseAll: { km: 'សូមជ្រើសរើសចម្លើយត្រឹមត្រូវទាំងអស់', en: 'Choose all correct answers' },
  chooseFirst: { km: 'សូមចុចលើចម្លើយមួយសិន រួចចុច «ពិនិត្យចម្លើយ»។', en: 'First tap an answer, then “Check answer”.' },
  check: { km: 'ពិនិត្យចម្លើយ', en: 'Check answer' },
  next: { km: 'បន្ទាប់', en: 'Next' },
  finish: { km: 'បញ្ចប់មេរៀន', en: 'Finish lesson' },
  again: uiMessages.tryAgain,
  wellDone: { km: 'ល្អណាស់!', en: 'Well done!' },
  notYet: { km: 'មិនទាន់ត្រឹមត្រូវទេ', en: 'Not quite yet' },
  answerIs: { km: 'ចម្លើយត្រឹមត្រូវគឺ៖ {answer}', en: 'The right answer is: {answer}' },
  answersAre: { km: 'ចម្លើយត្រឹមត្រូវមាន៖ {answer}', en: 'The right answers are: {answer}' },
  someMissing: { km: 'នៅមានចម្លើយត្រឹមត្រូវផ្សេងទៀត។', en: 'There are more right answers.' },
  rightMark: { km: 'ត្រឹមត្រូវ', en: 'Correct' },
  tip: { km: 'ចំណាំ', en: 'Tip' },
  warning: { km: 'សូមប្រយ័ត្ន', en: 'Take care' },
  enlarge: { km: 'ពង្រីក', en: 'Enlarge' },
  close: uiMessages.close,
  card: { km: 'ទំព័រ {here} ក្នុងចំណោម {of}', en: 'Page {here} of {of}' },
} as const satisfies Record<string, Message>;
