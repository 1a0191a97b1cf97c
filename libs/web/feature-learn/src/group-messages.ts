import type { Message } from '@sala/web/ui';

/** What the pages of a group session say. */
export const groupMessages = {
  title: { km: 'តើអ្នកណានៅទីនេះ?', en: 'Who is here?' },
  how: {
    km: 'ម្នាក់ៗចុចឈ្មោះខ្លួន រួចវាយលេខសម្ងាត់។ អ្នកអវត្តមាន មិនបានពិន្ទុទេ។',
    en: 'Each of you taps your own name and enters your PIN. Who is absent gets no credit.',
  },
  byCard: { km: 'ឈ្មោះមិនទាន់មាននៅទីនេះ? សូមចូលដោយកាត', en: 'Is your name not here yet? Use your card' },
  here: { km: 'នៅទីនេះ', en: 'Here' },
  notHere: { km: 'មិនទាន់មក', en: 'Not here yet' },
  needTwo: { km: 'ក្រុមត្រូវមានយ៉ាងតិចពីរនាក់។', en: 'A group needs at least two people.' },
  goOn: { km: 'បន្ត', en: 'Go on' },
  chooseLesson: { km: 'តើក្រុមរៀនមេរៀនណា?', en: 'Which lesson does the group take?' },
  noLessons: {
    km: 'មិនទាន់មានមេរៀនក្នុងទូរសព្ទនេះទេ។ សូមបើកឈ្មោះម្នាក់ រួចទាញយកវគ្គសិក្សា។',
    en: 'There is no lesson on this phone yet. Please open one person’s name and download a course.',
  },
  turn: { km: 'វេន៖ {name}', en: 'Turn: {name}' },
  ownCheck: { km: 'ធ្វើម្នាក់ឯង៖ {name}', en: 'On their own: {name}' },
  checks: { km: 'ឥឡូវ ម្នាក់ៗធ្វើម្នាក់ឯង', en: 'Now each one on their own' },
  checksHow: {
    km: 'ឱ្យទូរសព្ទទៅម្នាក់ៗ។ ម្នាក់ៗចុចឈ្មោះខ្លួន រួចឆ្លើយដោយគ្មានអ្នកជួយ។',
    en: 'Give the phone to each in turn. Each taps their own name and answers without help.',
  },
  toCheck: { km: 'មិនទាន់ធ្វើ', en: 'Not done yet' },
  passed: { km: 'ជាប់ហើយ ជាមួយក្រុម', en: 'Passed, with the group' },
  notYet: { km: 'មិនទាន់ជាប់។ ចុចដើម្បីធ្វើម្ដងទៀត។', en: 'Not passed yet. Tap to do it again.' },
  anotherLesson: { km: 'រៀនមេរៀនមួយទៀត', en: 'Take another lesson' },
  end: { km: 'បញ្ចប់ក្រុម', en: 'End the group' },
  notSaved: { km: 'រក្សាទុកមិនបានទេ។ ទូរសព្ទប្រហែលពេញ។', en: 'This could not be saved. The phone may be full.' },
} as const satisfies Record<string, Message>;
