import type { Message } from './words/message.js';

/** The words of the design system. */
export const messages = {
  sala: { km: 'សាលា', en: 'Sala' },
  back: { km: 'ថយក្រោយ', en: 'Back' },
  help: { km: 'ជំនួយ', en: 'Help' },
  listen: { km: 'ស្ដាប់', en: 'Listen' },
  wait: { km: 'សូមរង់ចាំបន្តិច', en: 'One moment, please' },
  erase: { km: 'លុប', en: 'Erase' },
  numberPad: { km: 'ក្ដារចុចលេខ', en: 'Number pad' },
  language: { km: 'ភាសា', en: 'Language' },
  khmer: { km: 'ខ្មែរ', en: 'Khmer' },
  english: { km: 'អង់គ្លេស', en: 'English' },
  chooseLine: { km: 'សូមចុចលើបន្ទាត់ដែលអានបានស្រួល', en: 'Tap the line that is easy to read' },
  readable: { km: 'ខ្ញុំអានបន្ទាត់នេះបាន', en: 'I can read this line' },
} as const satisfies Record<string, Message>;
