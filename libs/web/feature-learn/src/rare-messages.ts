import type { Message } from '@sala/web/ui';

/** The words of pages that nobody meets at the first visit: tests, progress, search, own words. */
export const rareMessages = {
  quizPassed: { km: 'លោកអ្នកជាប់ហើយ!', en: 'You have passed!' },
  quizNotYet: { km: 'មិនទាន់ជាប់ទេ', en: 'Not passed yet' },
  quizScore: { km: 'លោកអ្នកបាន {percent}%។ ត្រូវការ {pass}%។', en: 'You have {percent} %. {pass} % are needed.' },
  quizMistakes: { km: 'មើលសំណួរទាំងនេះម្ដងទៀត', en: 'Look at these once more' },
  quizRepeat: { km: 'ឆ្លើយសំណួរទាំងនេះម្ដងទៀត', en: 'Answer these once more' },
  quizAgainPlace: { km: 'នៅសល់ {count} សំណួរ', en: '{count} to go' },
  quizAlone: { km: 'ធ្វើម្នាក់ឯងលើទូរសព្ទសាក', en: 'Alone on the practice phone' },
  quizAloneWhat: {
    km: 'ចម្លើយរបស់លោកអ្នកល្អហើយ។ ឥឡូវធ្វើម្នាក់ឯងលើទូរសព្ទសាក។',
    en: 'Your answers are good. Now do it alone on the practice phone.',
  },
  quizLater: { km: 'ធ្វើពេលក្រោយ', en: 'Do it later' },
  quizSkips: { km: 'មេរៀនដែលលោកអ្នកចេះហើយ អាចរំលងបាន។', en: 'You can skip the lessons that you know already.' },
  myWords: { km: 'ពាក្យរបស់ខ្ញុំ', en: 'My words' },
  noWords: {
    km: 'មិនទាន់មានពាក្យទេ។ ពេលរៀន ចុចពាក្យអង់គ្លេស រួចចុច «ទុកក្នុងបញ្ជីពាក្យ»។',
    en: 'No words yet. In a lesson, tap an English word, then “Keep in my words”.',
  },
  fromCourse: { km: 'ក្នុងវគ្គ {course}', en: 'From {course}' },
  toLesson: { km: 'មើលមេរៀន', en: 'See the lesson' },
  quizAgain: { km: 'ធ្វើតេស្តម្ដងទៀត', en: 'Take the test again' },
  quizPlace: { km: 'សំណួរទី {here} ក្នុងចំណោម {of}', en: 'Question {here} of {of}' },
  progressTitle: { km: 'វឌ្ឍនភាពរបស់ខ្ញុំ', en: 'My progress' },
  nothingYet: {
    km: 'លោកអ្នកមិនទាន់បានរៀននៅឡើយទេ។ ចុច «ចាប់ផ្ដើមរៀន» នៅទំព័រដើម។',
    en: 'You have not learned yet. Tap “Start learning” on the home page.',
  },
  searchTitle: { km: 'តើលោកអ្នកត្រូវការអ្វីឥឡូវ?', en: 'What do you need now?' },
  searchHint: { km: 'សរសេរកិច្ចការ។ ឧទាហរណ៍៖ ចូលប្រជុំ ផ្ញើឯកសារ', en: 'Write the task. For example: join a meeting, send a file' },
  nothingFound: { km: 'រកមិនឃើញទេ។ សូមសាកពាក្យខ្លីជាងនេះ។', en: 'Nothing found. Please try a shorter word.' },
  found: { km: 'រកឃើញ {count}', en: '{count} found' },
} as const satisfies Record<string, Message>;
