import type { Message } from '@sala/web/ui';

/** The words of what a mentor does for a person. */
export const deedMessages = {
  save: { km: 'រក្សាទុកការជួប', en: 'Save the visit' },
  notSaved: { km: 'រក្សាទុកក្នុងទូរសព្ទមិនបានទេ។ សូមធ្វើម្ដងទៀត។', en: 'It could not be kept on the phone. Please try once more.' },
  moreWords: { km: 'ពាក្យបន្ថែម (មិនសរសេរក៏បាន)', en: 'More words (you need not write)' },

  // a request for help
  requestTitle: { km: '{name} សុំជំនួយ', en: '{name} asks for help' },
  askedWhen: { km: 'សុំនៅ {when}', en: 'Asked {when}' },
  requestGone: { km: 'សំណើនេះមានចម្លើយហើយ។', en: 'This request has been answered.' },
  howAnswer: { km: 'ឆ្លើយដោយរបៀបណា?', en: 'How do you answer?' },
  answerWords: { km: 'សរសេរ', en: 'In words' },
  answerVoice: { km: 'និយាយ', en: 'By voice' },
  answerMet: { km: 'បានជួយដោយផ្ទាល់', en: 'I helped face to face' },
  yourAnswer: { km: 'ចម្លើយរបស់លោកអ្នក', en: 'Your answer' },
  answerEmpty: { km: 'សូមសរសេរ ឬថតសំឡេងជាមុនសិន។', en: 'Please write or record something first.' },
  sendAnswer: { km: 'ផ្ញើចម្លើយ', en: 'Send the answer' },

  // a visit
  visitTitle: { km: 'បានជួប {name}', en: 'A visit to {name}' },
  way: { km: 'បានជួបដោយរបៀបណា?', en: 'How?' },
  met: { km: 'ជួបផ្ទាល់', en: 'Met' },
  called: { km: 'និយាយតាមទូរសព្ទ', en: 'On the telephone' },
  'not-reached': { km: 'ជួបមិនបាន', en: 'Not reached' },
  did: { km: 'បានធ្វើអ្វីខ្លះ?', en: 'What was done?' },
  'helped-lesson': { km: 'ជួយក្នុងមេរៀន', en: 'Helped with the lesson' },
  'helped-phone': { km: 'ជួយប្រើទូរសព្ទ', en: 'Helped with the phone' },
  'made-room': { km: 'លុបរបស់មិនប្រើ ឱ្យទូរសព្ទមានទំហំ', en: 'Made room on the phone' },
  'showed-line': { km: 'បង្ហាញកន្លែងមានសេវាល្អ', en: 'Showed where the signal is good' },
  encouraged: { km: 'លើកទឹកចិត្ត', en: 'Encouraged' },
  next: { km: 'ធ្វើអ្វីបន្ត?', en: 'What comes next?' },
  nothing: { km: 'មិនត្រូវធ្វើអ្វីទៀត', en: 'Nothing more' },
  'visit-again': { km: 'ទៅជួបម្ដងទៀត', en: 'Visit once more' },
  callNext: { km: 'ទូរសព្ទទៅ', en: 'Call' },
  'tell-officer': { km: 'ប្រាប់មន្ត្រីទទួលបន្ទុក', en: 'Tell the officer in charge' },

  // work signed off
  signTitle: { km: 'ការងារមួយណា?', en: 'Which work?' },
  signWhat: { km: 'សូមគូសតែចំណុចដែលលោកអ្នកបានឃើញដោយភ្នែក។', en: 'Tick only what you saw with your own eyes.' },
  signDo: { km: 'បញ្ជាក់', en: 'Sign off' },
  signNone: { km: 'សូមគូសយ៉ាងតិចមួយចំណុច។', en: 'Please tick at least one item.' },
  signPart: {
    km: 'បានគូស {done} ក្នុងចំណោម {of}។ ការងារចាត់ទុកថារួច ពេលគូសគ្រប់។',
    en: '{done} of {of} ticked. The work counts as done when all are.',
  },
  selfTicked: { km: 'អ្នករៀនបានគូសដោយខ្លួនឯង', en: 'The learner ticked it' },
  noWork: { km: 'មិនទាន់មានការងារក្នុងវគ្គដែលនៅលើទូរសព្ទនេះទេ។', en: 'No course on this phone has work to sign off yet.' },

  // an answer to mark
  markTitle: { km: 'ចម្លើយរបស់ {name}', en: 'The answer of {name}' },
  written: { km: 'បានសរសេរ៖ «{text}»', en: 'Wrote: “{text}”' },
  notComeYet: { km: 'សំឡេង ឬរូបថតនេះមិនទាន់មកដល់ម៉ាស៊ីនមេទេ។', en: 'This voice or photo has not reached the server yet.' },
  photoOf: { km: 'រូបថតរបស់ {name}', en: 'The photo by {name}' },
  markGoodDo: { km: 'ចម្លើយល្អ', en: 'A good answer' },
  markAgainDo: { km: 'សូមឱ្យធ្វើម្ដងទៀត', en: 'Ask to do it once more' },
  lookedAt: { km: 'ពិនិត្យចម្លើយ', en: 'Looking at an answer' },
  photoNotHere: {
    km: 'រូបថតនេះមិនទាន់មកដល់ទូរសព្ទនេះទេ។ វានឹងមក ពេលមានអ៊ីនធឺណិត។',
    en: 'This photo is not on the phone yet. It comes when there is internet.',
  },
  marked: { km: 'ចម្លើយនេះបានពិនិត្យហើយ។', en: 'This answer has been looked at.' },

  // "this was not me"
  notTheirsTitle: { km: '{name} ថាមិនមែនជាខ្លួនទេ', en: '{name} says it was somebody else' },
  notTheirsWhat: { km: '{lesson} · {count} ជំហាន · {when}', en: '{lesson} · {count} steps · {when}' },
  whoseIsIt: { km: 'តើអ្នកណាជាអ្នករៀន?', en: 'Whose was it?' },
  learnerThinks: { km: 'អ្នករៀនគិតថា', en: 'The learner thinks so' },
  stays: { km: 'ទុកដដែល (ជារបស់ {name})', en: 'Leave it as it is ({name})' },
  settled: { km: 'រឿងនេះបានដោះស្រាយហើយ។', en: 'This has been settled.' },

  // a message
  messageTitle: { km: 'ផ្ញើសារទៅ {name}', en: 'A message to {name}' },
  ready: { km: 'ជ្រើសសារដែលរៀបរួច រួចកែតាមចិត្ត', en: 'Choose a prepared message and change it as you like' },
  messageStuck: {
    km: 'ជម្រាបសួរ {name}! ខ្ញុំឃើញថាមេរៀនពិបាកបន្តិច។ តើឱ្យខ្ញុំទៅជួយនៅថ្ងៃណា?',
    en: 'Hello {name}! I see the lesson is a little hard. On which day may I come and help?',
  },
  messageAway: {
    km: 'ជម្រាបសួរ {name}! មេរៀនថ្មីកំពុងរង់ចាំ។ រៀនតែ ៥ នាទីក៏បាន។ បើមានបញ្ហា សូមទូរសព្ទមកខ្ញុំ។',
    en: 'Hello {name}! A new lesson is waiting. Five minutes are enough. If something is wrong, please call me.',
  },
  messageMeet: {
    km: 'ជម្រាបសួរ {name}! ថ្ងៃស្អែកយើងជួបរៀនជាមួយគ្នានៅសាលាឃុំ។ សូមយកទូរសព្ទមកផង។',
    en: 'Hello {name}! Tomorrow we meet to learn together at the commune hall. Please bring your phone.',
  },
  messageText: { km: 'សារដែលនឹងផ្ញើ (កែបាន)', en: 'The message to send (you can change it)' },
  share: { km: 'ចែករំលែកសារ', en: 'Share the message' },
  copy: { km: 'ចម្លងសារ', en: 'Copy the message' },
  copied: { km: 'បានចម្លងហើយ។ សូមបើកតេឡេក្រាម ឬសារ រួចដាក់ចូល។', en: 'It is copied. Open Telegram or messages and paste it.' },
  notCopied: { km: 'ចម្លងមិនបានទេ។ សូមចុចឱ្យជាប់លើអក្សរ រួចចម្លង។', en: 'It could not be copied. Press on the text and copy it.' },

  // a code
  codeTitle: { km: 'លេខសម្ងាត់ថ្មីរបស់ {name}', en: 'A new PIN for {name}' },
  codeWhat: {
    km: 'លើទូរសព្ទរបស់អ្នករៀន សូមចុច «ភ្លេចលេខ?» រួច «ខ្ញុំមានលេខកូដ» ហើយចុចលេខនេះ។ ប្រើបានម្ដង ទោះគ្មានអ៊ីនធឺណិតក៏បាន។',
    en: 'On the learner’s phone tap “Forgot?”, then “I have a code”, and enter this number. It works once, also without internet.',
  },
  codeShow: { km: 'បង្ហាញលេខកូដ', en: 'Show the code' },
  codeSure: {
    km: 'ត្រូវឃើញមុខអ្នករៀន ឬស្គាល់សំឡេង មុនប្រាប់លេខកូដ។',
    en: 'Tell the code only to the learner, whom you see or whose voice you know.',
  },

  // a course
  assignTitle: { km: 'ឱ្យ {name} រៀនវគ្គណា?', en: 'Which course for {name}?' },
  isAssigned: { km: 'បានឱ្យរៀនហើយ', en: 'Assigned already' },

  // refused deeds
  refusedTitle: { km: 'កិច្ចការដែលម៉ាស៊ីនមេមិនទទួល', en: 'What the server did not take' },
  refusedOf: { km: '{what} សម្រាប់ {name}៖ {why}', en: '{what} for {name}: {why}' },
  'not-your-learner': { km: 'អ្នករៀននេះមិននៅក្នុងឃុំរបស់លោកអ្នកទៀតទេ', en: 'the person no longer belongs to your place' },
  unknown: { km: 'មេរៀន ឬសំណើនេះមិនមានទៀតទេ', en: 'the lesson or request is no longer there' },
  alreadySettled: { km: 'អ្នកណែនាំម្នាក់ទៀតបានធ្វើមុន', en: 'another mentor was faster' },
  malformed: { km: 'កម្មវិធីនេះចាស់ពេក សូមបើកសាលាម្ដងទៀត', en: 'this app is too old, please open Sala anew' },
  understood: { km: 'ដឹងហើយ លុបចេញ', en: 'Understood, put away' },

  // how the list is ordered
  orderTitle: { km: 'អ្នកណាត្រូវជួយមុន៖ ច្បាប់', en: 'Who needs a visit first: the rule' },
  orderWhat: {
    km: 'អ្នករៀនទាំងអស់ត្រូវបានរៀបតាមច្បាប់តែមួយ។ ហេតុផលដំបូងដែលត្រូវ ជាអ្នកកំណត់លំដាប់៖',
    en: 'All people are ordered by the same rule. The first reason that fits decides:',
  },
  orderAsked: { km: 'បានសុំជំនួយ ហើយមិនទាន់មានចម្លើយ', en: 'asked for help and has no answer yet' },
  orderStuck: {
    km: 'ជាប់៖ ឆ្លើយខុស {count} ដង ឬច្រើនជាងនេះ ហើយមិនទាន់ត្រូវសោះ ឬចុចខុសច្រើនដងក្នុងជំហានមួយ',
    en: 'stuck: wrong {count} times or more and never right, or as many wrong taps and hints at one step',
  },
  orderNever: { km: 'មិនទាន់បើកសាលាសោះ ក្នុង {days} ថ្ងៃ', en: 'never connected in {days} days' },
  orderFull: { km: 'ទូរសព្ទពេញទំហំ', en: 'the phone has no space left' },
  orderNotSeen: { km: 'មិនបានរៀន {days} ថ្ងៃ', en: 'not seen for {days} days' },
  orderTies: {
    km: 'បើហេតុផលដូចគ្នា អ្នកដែលរង់ចាំយូរជាងនៅមុន។ ពេលលោកអ្នកកត់ត្រាការជួប ហេតុផលដែលដឹងនៅពេលនោះ (ក្រៅពីការសុំជំនួយ) លែងរាប់។',
    en: 'For the same reason, who has waited longer stands first. When you note a visit, what was known then (but for requests) no longer counts.',
  },
  orderOfficer: {
    km: 'សំណើដែលគ្មានចម្លើយក្នុង {days} ថ្ងៃ នឹងបង្ហាញដល់មន្ត្រីទទួលបន្ទុក។',
    en: 'A request without an answer for {days} days is shown to the officer in charge.',
  },
} as const satisfies Record<string, Message>;
