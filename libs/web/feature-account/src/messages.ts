import { uiMessages, type Message } from '@sala/web/ui';

/** The words of arriving, opening a profile, settings and help. */
export const messages = {
  // first start
  welcome: { km: 'សូមស្វាគមន៍មកកាន់សាលា', en: 'Welcome to Sala' },
  continue: { km: 'បន្ត', en: 'Continue' },

  // who learns
  whoLearns: { km: 'តើនរណាជាអ្នករៀន?', en: 'Who is learning?' },
  tapYourName: { km: 'សូមចុចលើឈ្មោះរបស់លោកអ្នក', en: 'Tap your name' },
  addPerson: { km: 'បន្ថែមអ្នករៀនម្នាក់ទៀត', en: 'Add another person' },
  settings: uiMessages.settings,

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
  needsSubtle: {
    km: 'លើអាសយដ្ឋាននេះ សូមបង្ហាញកាតរាល់ពេលបើក ព្រោះម៉ាស៊ីនមេជាអ្នកពិនិត្យលេខសម្ងាត់។',
    en: 'At this address please show your card each time, because the server checks the PIN.',
  },

  // PIN
  choosePin: { km: 'សូមជ្រើសលេខសម្ងាត់ ៤ ខ្ទង់', en: 'Choose a 4-digit PIN' },
  choosePinWhy: { km: 'លេខដែលលោកអ្នកងាយចាំ តែអ្នកផ្សេងមិនដឹង។', en: 'One that you remember easily and nobody else knows.' },
  easyPin: { km: 'លេខនេះងាយទាយពេក។ សូមជ្រើសលេខផ្សេង។', en: 'That is too easy to guess. Please choose another.' },
  repeatPin: { km: 'សូមចុចលេខសម្ងាត់នោះម្ដងទៀត', en: 'Enter that PIN once more' },
  pinsDiffer: { km: 'លេខទាំងពីរមិនដូចគ្នាទេ។ សូមជ្រើសម្ដងទៀត។', en: 'The two did not match. Please choose again.' },
  enterPin: { km: 'សូមចុចលេខសម្ងាត់ ៤ ខ្ទង់', en: 'Enter your 4-digit PIN' },
  pinDigits: { km: 'បានចុច {count} ខ្ទង់ ក្នុងចំណោម ៤', en: '{count} of 4 digits entered' },
  wrongPin: { km: 'លេខសម្ងាត់មិនត្រឹមត្រូវទេ។ នៅព្យាយាមបាន {left} ដងទៀត។', en: 'That PIN is not right. Tries left: {left}.' },
  waitSeconds: uiMessages.waitSeconds,
  checking: { km: 'សូមរង់ចាំបន្តិច…', en: 'One moment…' },
  forgot: { km: 'ភ្លេចលេខ?', en: 'Forgot?' },
  forgotPin: { km: 'ភ្លេចលេខសម្ងាត់?', en: 'Forgot the PIN?' },
  locked: { km: 'លេខសម្ងាត់ត្រូវបានចាក់សោ', en: 'The PIN is locked' },
  askForCode: {
    km: 'សូមទៅរក ឬទូរសព្ទទៅអ្នកណែនាំ ឬមន្ត្រីទទួលបន្ទុក។ គាត់អាចផ្ដល់លេខកូដប្រើម្ដង ៨ ខ្ទង់។',
    en: 'Please see or call your mentor or the officer in charge. They can give you an 8-digit one-time code.',
  },
  haveCode: { km: 'ខ្ញុំមានលេខកូដហើយ', en: 'I have the code' },
  enterOneTime: { km: 'សូមចុចលេខកូដប្រើម្ដង ៨ ខ្ទង់', en: 'Enter the 8-digit one-time code' },
  oneTimeDigits: { km: 'បានចុច {count} ខ្ទង់ ក្នុងចំណោម ៨', en: '{count} of 8 digits entered' },
  moreOneTime: { km: 'សូមចុចឱ្យគ្រប់ ៨ ខ្ទង់។', en: 'Please enter all 8 digits.' },

  // settings
  theme: { km: 'ពណ៌អេក្រង់', en: 'Screen colours' },
  light: { km: 'ភ្លឺ', en: 'Light' },
  dark: { km: 'ងងឹត', en: 'Dark' },
  sounds: { km: 'បន្លឺសំឡេងខ្លី ពេលការផ្ញើប្រែប្រួល', en: 'A short sound when the sending changes' },
  sending: uiMessages.sending,
  changePerson: { km: 'ប្ដូរអ្នករៀន', en: 'Change learner' },
  leavePhone: { km: 'យកឈ្មោះខ្ញុំចេញពីទូរសព្ទនេះ', en: 'Take me off this phone' },
  leaveSure: { km: 'តើលោកអ្នកប្រាកដទេ?', en: 'Are you sure?' },
  leaveWhat: {
    km: 'អ្វីដែលបានផ្ញើរួច មិនបាត់ទេ។ ដើម្បីចូលវិញ លោកអ្នកត្រូវការកាត។',
    en: 'What was sent is not lost. To come back you need your card.',
  },
  leaveWaits: {
    km: 'នៅមានមេរៀនមិនទាន់បានផ្ញើ។ សូមភ្ជាប់អ៊ីនធឺណិតសិន ទើបយកឈ្មោះចេញបាន។',
    en: 'Some lessons are not sent yet. Connect to the internet first, then leave.',
  },
  leaveYes: { km: 'បាទ/ចាស យកចេញ', en: 'Yes, take me off' },
  cancel: uiMessages.cancel,
  done: { km: 'រួចរាល់', en: 'Done' },

  // trouble
  storeTrouble: {
    km: 'ទូរសព្ទនេះរក្សាទុកទិន្នន័យមិនបានទេ។ សូមលុបរូបភាព ឬកម្មវិធីមិនប្រើ ដើម្បីឱ្យមានទំហំទំនេរ រួចព្យាយាមម្ដងទៀត។ អ្វីដែលបានរក្សាទុករួច មិនបាត់ទេ។',
    en: 'This phone cannot save. Please delete pictures or apps you do not use to make room, then try again. What was saved before is not lost.',
  },
} as const satisfies Record<string, Message>;
