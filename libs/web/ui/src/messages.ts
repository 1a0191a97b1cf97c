import type { Message } from './words/message.js';

/** The words of the design system, and those that several features say in the same way. */
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
  cancel: { km: 'បោះបង់', en: 'Cancel' },
  close: { km: 'បិទ', en: 'Close' },
  tryAgain: { km: 'ធ្វើម្ដងទៀត', en: 'Try again' },
  pause: { km: 'ផ្អាក', en: 'Pause' },
  print: { km: 'បោះពុម្ព', en: 'Print' },
  search: { km: 'ស្វែងរក', en: 'Search' },
  settings: { km: 'ការកំណត់', en: 'Settings' },
  course: { km: 'វគ្គសិក្សា', en: 'Course' },
  learners: { km: 'អ្នករៀន', en: 'Learners' },
  number: { km: '{n}', en: '{n}' },
  waitSeconds: { km: 'សូមរង់ចាំ {seconds} វិនាទី រួចព្យាយាមម្ដងទៀត។', en: 'Please wait {seconds} seconds, then try again.' },
} as const satisfies Record<string, Message>;
