import { uiMessages, type Message } from '@sala/web/ui';

/** The words of learning: home, courses, lessons, results, progress and search. */
export const messages = {
  // home
  greeting: { km: 'សួស្ដី {name}', en: 'Hello {name}' },
  today: { km: 'មេរៀនថ្ងៃនេះ', en: 'Today’s lesson' },
  start: { km: 'ចាប់ផ្ដើមរៀន', en: 'Start learning' },
  goOn: { km: 'បន្តរៀន', en: 'Continue learning' },
  minutes: { km: '{minutes} នាទី', en: '{minutes} min' },
  lessonOf: { km: 'មេរៀនទី {place} ក្នុងចំណោម {of}', en: 'Lesson {place} of {of}' },
  lessonsDone: { km: 'រៀនចប់ {done} មេរៀន ក្នុងចំណោម {of}', en: '{done} of {of} lessons completed' },
  course: uiMessages.course,
  myProgress: { km: 'វឌ្ឍនភាព', en: 'Progress' },
  settings: uiMessages.settings,
  home: { km: 'ទំព័រដើម', en: 'Home' },
  learners: uiMessages.learners,
  fetching: { km: 'កំពុងទាញយកមេរៀន…', en: 'Downloading the lessons…' },
  wait: uiMessages.wait,
  firstInternet: {
    km: 'លើកដំបូងត្រូវការអ៊ីនធឺណិត ដើម្បីទាញយកមេរៀន។ បន្ទាប់មក រៀនបានដោយគ្មានអ៊ីនធឺណិត។',
    en: 'The first time needs the internet, to download the lessons. Afterwards they work without it.',
  },
  tryAgain: uiMessages.tryAgain,
  noCourses: { km: 'មិនទាន់មានមេរៀននៅឡើយទេ។', en: 'There are no lessons yet.' },
  allDone: { km: 'លោកអ្នករៀនចប់ទាំងអស់ហើយ', en: 'You have completed everything' },
  allDoneWhat: { km: 'សូមអបអរសាទរ! លោកអ្នកអាចរៀនឡើងវិញបានគ្រប់ពេល។', en: 'Congratulations! You can go through any lesson again.' },
  lookAgain: { km: 'មើលមេរៀនឡើងវិញ', en: 'Look at the lessons again' },

  // course
  notStarted: { km: 'មិនទាន់ចាប់ផ្ដើម', en: 'Not started' },
  started: { km: 'កំពុងរៀន', en: 'In progress' },
  completed: { km: 'រៀនចប់', en: 'Completed' },
  keepHere: { km: 'ទុកក្នុងទូរសព្ទ', en: 'Keep on this phone' },
  repeat: { km: 'រៀនម្ដងទៀត', en: 'Learn again' },

  number: uiMessages.number,

  // lesson
  lessonMissing: { km: 'មេរៀននេះមិនទាន់មានក្នុងទូរសព្ទទេ', en: 'This lesson is not on the phone yet' },
  notSaved: {
    km: 'ទូរសព្ទនេះពេញទំហំផ្ទុកហើយ ដូច្នេះរក្សាទុកមិនបាន។ សូមលុបរូបភាព ឬកម្មវិធីមិនប្រើ រួចចុចម្ដងទៀត។ អ្វីដែលបានរក្សាទុករួច មិនបាត់ទេ។',
    en: 'This phone is full, so this could not be saved. Please delete pictures or apps you do not use, then tap again. What was saved before is not lost.',
  },
  goOnUnsaved: { km: 'បន្តដោយមិនរក្សាទុក', en: 'Go on without saving' },

  // result
  lessonDone: { km: 'រៀនចប់ហើយ!', en: 'Lesson completed!' },
  score: { km: 'លោកអ្នកឆ្លើយត្រូវ {right} ក្នុងចំណោម {of}', en: 'You answered {right} of {of} correctly' },
  praiseAll: { km: 'ល្អណាស់! លោកអ្នកឆ្លើយត្រូវទាំងអស់។', en: 'Well done! All your answers were right.' },
  praiseSome: { km: 'ល្អណាស់! រៀនម្ដងទៀត នឹងកាន់តែចាំច្បាស់។', en: 'Well done! Going through it once more will help you remember.' },
  youCan: { km: 'ឥឡូវលោកអ្នកអាច៖', en: 'Now you can:' },
  nextIs: { km: 'មេរៀនបន្ទាប់', en: 'Next lesson' },
  nextLesson: { km: 'ទៅមេរៀនបន្ទាប់', en: 'Go to the next lesson' },
  toCourse: { km: 'ទៅទំព័រវគ្គសិក្សា', en: 'To the course page' },
  toHome: { km: 'ទៅទំព័រដើម', en: 'To the home page' },
  courseDone: { km: 'លោកអ្នករៀនចប់វគ្គនេះហើយ។ សូមអបអរសាទរ!', en: 'You have completed this course. Congratulations!' },

  // quiz
  questions: { km: '{count} សំណួរ', en: '{count} questions' },
  passed: { km: 'ជាប់', en: 'Passed' },

  // review
  reviewDue: { km: 'រំលឹកមេរៀន', en: 'Review a lesson' },
  reviewDone: { km: 'រំលឹកចប់ហើយ!', en: 'Review completed!' },
  reviewScore: { km: 'លើកដំបូងឆ្លើយត្រូវ {right} ក្នុងចំណោម {of}', en: '{right} of {of} right at the first try' },
  reviewMore: { km: 'រំលឹកម្ដងទៀតថ្ងៃក្រោយ នឹងចាំបានយូរជាងនេះ។', en: 'Another review on another day helps you remember even longer.' },

  // mastery
  skipped: { km: 'ចេះហើយ អាចរំលង', en: 'Known already, can be skipped' },
  masteredOnce: { km: 'ធ្វើបានម្នាក់ឯង ១ ថ្ងៃ', en: 'Done alone on 1 day' },
  mastered: { km: 'ស្ទាត់ហើយ', en: 'Mastered' },
  masteryWhat: {
    km: '«ស្ទាត់ហើយ» មានន័យថា ធ្វើបានម្នាក់ឯង ២ ថ្ងៃផ្សេងគ្នា។',
    en: '“Mastered” means done alone on 2 different days.',
  },
  withGroup: { km: 'រៀនចប់ ជាមួយក្រុម', en: 'Completed with the group' },
  withHelp: { km: 'រៀនចប់ ដោយមានអ្នកជួយ', en: 'Completed with help' },

  // job cards
  needNow: { km: 'ត្រូវការឥឡូវ', en: 'I need it now' },

  // the way to the server
  waiting: { km: '{count} មេរៀនរង់ចាំផ្ញើ។', en: 'Lessons waiting to be sent: {count}.' },
  sending: { km: 'កំពុងផ្ញើ…', en: 'Sending…' },
  sent: { km: 'ផ្ញើរួចរាល់។', en: 'Everything is sent.' },
  offline: { km: 'គ្មានអ៊ីនធឺណិត។ លោកអ្នកអាចបន្តរៀនបាន។', en: 'No internet. You can keep learning.' },
  offlineWaiting: {
    km: 'គ្មានអ៊ីនធឺណិត។ លោកអ្នកអាចបន្តរៀនបាន។ {count} មេរៀនរង់ចាំផ្ញើ។',
    en: 'No internet. You can keep learning. Lessons waiting to be sent: {count}.',
  },
  sendWithPhone: { km: 'ផ្ញើតាមទូរសព្ទអ្នកផ្សេង', en: 'Send with another phone' },
  cardNeeded: { km: 'សូមបង្ហាញកាតម្ដងទៀត ដើម្បីផ្ញើមេរៀនរបស់លោកអ្នក។', en: 'Please show your card again, so that your lessons can be sent.' },
  guestKept: {
    km: 'អ្វីដែលលោកអ្នករៀនជាភ្ញៀវ នៅក្នុងទូរសព្ទនេះ។ ពេលមានកាត សូមបង្ហាញ។',
    en: 'What you learn as a guest stays on this phone. When you have a card, please show it.',
  },
  haveCard: uiMessages.haveCard,
  showCard: { km: 'បង្ហាញកាត', en: 'Show card' },
  lineTrouble: { km: 'មិនទាន់ផ្ញើបានទេ។ សាលានឹងព្យាយាមម្ដងទៀតដោយស្វ័យប្រវត្តិ។', en: 'Not sent yet. Sala will try again by itself.' },
  refused: {
    km: 'ម៉ាស៊ីនមេមិនទទួល {count} ចម្លើយទេ។ វានៅក្នុងទូរសព្ទនេះ។ សូមប្រាប់អ្នកណែនាំ។',
    en: 'Answers that the server did not take: {count}. They stay on this phone. Please tell your mentor.',
  },
} as const satisfies Record<string, Message>;
