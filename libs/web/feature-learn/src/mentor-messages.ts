import type { Message } from '@sala/web/ui';

/** The words between a learner and the mentor: asking for help, and what comes back. */
export const mentorMessages = {
  ask: { km: 'សុំជំនួយពីអ្នកណែនាំ', en: 'Ask your mentor' },
  askAbout: { km: 'អំពី៖ {what}', en: 'About: {what}' },
  askWords: { km: 'ចង់សួរអ្វី? (មិនសរសេរក៏បាន)', en: 'What would you like to ask? (You need not write)' },
  askNow: { km: 'សុំជំនួយ', en: 'Ask for help' },
  askKept: {
    km: 'បានរក្សាទុកហើយ។ សំណើនេះនឹងទៅដល់អ្នកណែនាំ ពេលទូរសព្ទមានអ៊ីនធឺណិត។',
    en: 'It is kept. It goes to your mentor when the phone has internet.',
  },
  askSent: { km: 'សំណើនេះបានទៅដល់ហើយ។ អ្នកណែនាំនឹងឆ្លើយ។', en: 'It has been sent. Your mentor will answer.' },
  askNotKept: { km: 'រក្សាទុកមិនបានទេ។ សូមព្យាយាមម្ដងទៀត។', en: 'It could not be kept. Please try again.' },
  askAgain: { km: 'សុំជំនួយម្ដងទៀត', en: 'Ask once more' },
  lessonOfQuestion: { km: '{lesson} · {card}', en: '{lesson} · {card}' },

  fromMentor: { km: 'ពីអ្នកណែនាំ {name}', en: 'From your mentor {name}' },
  met: { km: 'អ្នកណែនាំបានជួយដោយផ្ទាល់។', en: 'Your mentor helped you face to face.' },
  signed: { km: 'អ្នកណែនាំបានឃើញលោកអ្នកធ្វើការងារនេះ៖ {lesson}', en: 'Your mentor saw you do this work: {lesson}' },
  signedOff: { km: 'អ្នកណែនាំបានឃើញការងារ', en: 'A mentor saw the work' },
  markGood: { km: 'ចម្លើយរបស់លោកអ្នកល្អហើយ៖ {lesson}', en: 'Your answer is good: {lesson}' },
  markAgain: { km: 'សូមធ្វើចម្លើយនេះម្ដងទៀត៖ {lesson}', en: 'Please do this answer once more: {lesson}' },
  assigned: { km: 'អ្នកណែនាំសូមឱ្យរៀន៖ {course}', en: 'Your mentor asks you to learn: {course}' },
  answered: { km: 'ចម្លើយចំពោះសំណួររបស់លោកអ្នក៖ {lesson}', en: 'The answer to your question: {lesson}' },
  look: { km: 'មើលមេរៀននេះ', en: 'Look at the lesson' },
  read: { km: 'បានអានហើយ', en: 'I have read it' },
  waiting: { km: 'សំណើជំនួយ {count} កំពុងរង់ចាំចម្លើយ។', en: 'Requests for help that wait for an answer: {count}.' },
  myPeople: { km: 'អ្នករៀនដែលខ្ញុំជួយ', en: 'The people I help' },

  cardNotHere: {
    km: 'មេរៀននេះមិនទាន់មានក្នុងទូរសព្ទលោកអ្នកទេ។ វានឹងមក ពេលមានអ៊ីនធឺណិត។',
    en: 'This lesson is not on your phone yet. It comes when there is internet.',
  },
  rightIs: { km: 'ចម្លើយត្រឹមត្រូវ៖ {answer}', en: 'The right answer: {answer}' },
} as const satisfies Record<string, Message>;
