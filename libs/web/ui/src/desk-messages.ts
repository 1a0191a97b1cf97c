import { messages } from './messages.js';
import type { Message } from './words/message.js';

/** Words that several parts of the studio say in the same way: an entry of its own, so that no learner loads them. */
export const deskMessages = {
  tryAgain: messages.tryAgain,
  number: messages.number,
  cancel: messages.cancel,
  close: messages.close,
  print: messages.print,
  price: { km: 'តម្លៃអ៊ីនធឺណិត', en: 'Price of data' },
  courses: { km: 'វគ្គសិក្សា', en: 'Courses' },
  people: { km: 'មនុស្ស', en: 'People' },
  loading: { km: 'កំពុងដំណើរការ…', en: 'Loading…' },
  nation: { km: 'ទូទាំងប្រទេស', en: 'the whole country' },
  save: { km: 'រក្សាទុក', en: 'Save' },
  more: { km: 'មើលបន្ថែម', en: 'More' },
} as const satisfies Record<string, Message>;

/** The names of the roles. */
export const roleNames = {
  learner: { km: 'អ្នករៀន', en: 'Learner' },
  mentor: { km: 'អ្នកណែនាំ', en: 'Mentor' },
  trainer: { km: 'គ្រូឧទ្ទេស', en: 'Trainer' },
  reviewer: { km: 'អ្នកពិនិត្យ', en: 'Reviewer' },
  officer: { km: 'មន្ត្រី', en: 'Officer' },
  administrator: { km: 'អ្នកគ្រប់គ្រង', en: 'Administrator' },
} as const satisfies Record<string, Message>;
