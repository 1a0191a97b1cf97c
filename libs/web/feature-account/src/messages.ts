import { uiMessages, type Message } from '@sala/web/ui';

/** The words of arriving: first start, card and PIN. */
export const messages = {
  // first start
  welcome: { km: 'សូមស្វាគមន៍មកកាន់សាលា', en: 'Welcome to Sala' },
  continue: { km: 'បន្ត', en: 'Continue' },

  // guest
  asGuest: { km: 'រៀនជាភ្ញៀវ ដោយគ្មានកាត', en: 'Learn as a guest, without a card' },
  noCard: { km: 'គ្មានកាត?', en: 'No card?' },
  guestComes: {
    km: 'អ្វីដែលលោកអ្នកបានរៀនជាភ្ញៀវ នឹងទៅជារបស់ឈ្មោះនេះ។',
    en: 'What you learned as a guest goes to this name.',
  },

  // card
  enterCard: { km: 'សូមចុចលេខ ១២ ខ្ទង់ នៅលើកាត', en: 'Enter the 12 digits on your card' },
  cardDigits: { km: 'បានចុច {count} ខ្ទង់ ក្នុងចំណោម ១២', en: '{count} of 12 digits entered' },
  scan: { km: 'ស្កេនកូដ QR លើកាត', en: 'Scan the QR on the card' },
  scanHow: { km: 'សូមដាក់កូដ QR ឱ្យនៅក្នុងប្រអប់', en: 'Hold the QR code inside the frame' },
  scanStop: { km: 'ចុចលេខជំនួសវិញ', en: 'Enter the number instead' },
  scanNotAllowed: { km: 'កាមេរ៉ាមិនអាចប្រើបានទេ។ សូមចុចលេខនៅលើកាតវិញ។', en: 'The camera cannot be used. Please enter the number on the card.' },
  slip: {
    km: 'លេខនេះមិនទាន់ត្រឹមត្រូវទេ។ សូមមើលលេខនៅលើកាតម្ដងទៀត។',
    en: 'This number is not quite right. Please look at the card again.',
  },
  moreDigits: { km: 'សូមចុចឱ្យគ្រប់ ១២ ខ្ទង់។', en: 'Please enter all 12 digits.' },
  looking: { km: 'កំពុងរកមើលឈ្មោះរបស់លោកអ្នក…', en: 'Looking for your name…' },
  isThisYou: { km: 'តើនេះជាលោកអ្នកមែនទេ?', en: 'Is this you?' },
  yesMe: { km: 'មែន នេះជាខ្ញុំ', en: 'Yes, this is me' },
  notMe: { km: 'មិនមែនទេ', en: 'No' },
  phoneFull: {
    km: 'ទូរសព្ទនេះមានអ្នករៀន ១២ នាក់ហើយ។ ម្នាក់ត្រូវបើកឈ្មោះខ្លួន ចូល «ការកំណត់» រួចចុច «យកឈ្មោះខ្ញុំចេញពីទូរសព្ទនេះ» ជាមុនសិន។',
    en: 'This phone has 12 learners already. One of them must first open their name, go to “Settings” and tap “Take me off this phone”.',
  },
  needsSubtle: {
    km: 'លើអាសយដ្ឋាននេះ សូមបង្ហាញកាតរាល់ពេលបើក ព្រោះម៉ាស៊ីនមេជាអ្នកពិនិត្យលេខសម្ងាត់។',
    en: 'At this address please show your card each time, because the server checks the PIN.',
  },

  // PIN
  choosePin: { km: 'សូមជ្រើសលេខសម្ងាត់ ៤ ខ្ទង់', en: 'Choose a 4-digit PIN' },
  choosePictures: { km: 'សូមជ្រើសរូបភាពសម្ងាត់ ៤', en: 'Choose 4 secret pictures' },
  repeatPictures: { km: 'សូមចុចរូបភាពទាំង ៤ នោះម្ដងទៀត', en: 'Tap those 4 pictures once more' },
  enterPictures: { km: 'សូមចុចរូបភាពសម្ងាត់ ៤', en: 'Tap your 4 secret pictures' },
  choosePinWhy: { km: 'លេខដែលលោកអ្នកងាយចាំ តែអ្នកផ្សេងមិនដឹង។', en: 'One that you remember easily and nobody else knows.' },
  choosePicturesWhy: { km: 'រូបភាពដែលលោកអ្នកងាយចាំ តែអ្នកផ្សេងមិនដឹង។', en: 'Ones that you remember easily and nobody else knows.' },
  easyPin: { km: 'នេះងាយទាយពេក។ សូមជ្រើសផ្សេងពីនេះ។', en: 'That is too easy to guess. Please choose another.' },
  repeatPin: { km: 'សូមចុចលេខសម្ងាត់នោះម្ដងទៀត', en: 'Enter that PIN once more' },
  pinsDiffer: { km: 'ទាំងពីរលើកមិនដូចគ្នាទេ។ សូមជ្រើសម្ដងទៀត។', en: 'The two did not match. Please choose again.' },
  enterPin: { km: 'សូមចុចលេខសម្ងាត់ ៤ ខ្ទង់', en: 'Enter your 4-digit PIN' },
  pinDigits: { km: 'បានចុច {count} ខ្ទង់ ក្នុងចំណោម ៤', en: '{count} of 4 digits entered' },
  withPictures: { km: 'ប្រើរូបភាពជំនួសលេខ', en: 'Use pictures instead of numbers' },
  withNumbers: { km: 'ប្រើលេខជំនួសរូបភាព', en: 'Use numbers instead of pictures' },
  wrongPin: { km: 'លេខសម្ងាត់មិនត្រឹមត្រូវទេ។ នៅព្យាយាមបាន {left} ដងទៀត។', en: 'That PIN is not right. Tries left: {left}.' },
  waitSeconds: uiMessages.waitSeconds,
  checking: { km: 'សូមរង់ចាំបន្តិច…', en: 'One moment…' },
  forgot: { km: 'ភ្លេចលេខ?', en: 'Forgot?' },

  // trouble
  storeTrouble: {
    km: 'ទូរសព្ទនេះរក្សាទុកទិន្នន័យមិនបានទេ។ សូមលុបរូបភាព ឬកម្មវិធីមិនប្រើ ដើម្បីឱ្យមានទំហំទំនេរ រួចព្យាយាមម្ដងទៀត។ អ្វីដែលបានរក្សាទុករួច មិនបាត់ទេ។',
    en: 'This phone cannot save. Please delete pictures or apps you do not use to make room, then try again. What was saved before is not lost.',
  },
} as const satisfies Record<string, Message>;
