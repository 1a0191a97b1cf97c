import { uiMessages, type Message } from '@sala/web/ui';

/** The words of choosing a face, the one-time code, settings and help: not needed at the first visit. */
export const laterMessages = {
  whoLearns: { km: 'តើនរណាជាអ្នករៀន?', en: 'Who is learning?' },
  tapYourName: { km: 'សូមចុចលើឈ្មោះរបស់លោកអ្នក', en: 'Tap your name' },
  settings: uiMessages.settings,
  picturePad: { km: 'ក្ដាររូបភាព', en: 'Pictures' },
  locked: { km: 'លេខសម្ងាត់ត្រូវបានចាក់សោ', en: 'The PIN is locked' },
  forgotPin: { km: 'ភ្លេចលេខសម្ងាត់?', en: 'Forgot the PIN?' },
  askForCode: {
    km: 'សូមទៅរក ឬទូរសព្ទទៅអ្នកណែនាំ ឬមន្ត្រីទទួលបន្ទុក។ គាត់អាចផ្ដល់លេខកូដប្រើម្ដង ៨ ខ្ទង់។',
    en: 'Please see or call your mentor or the officer in charge. They can give you an 8-digit one-time code.',
  },
  haveCode: { km: 'ខ្ញុំមានលេខកូដហើយ', en: 'I have the code' },
  enterOneTime: { km: 'សូមចុចលេខកូដប្រើម្ដង ៨ ខ្ទង់', en: 'Enter the 8-digit one-time code' },
  oneTimeDigits: { km: 'បានចុច {count} ខ្ទង់ ក្នុងចំណោម ៨', en: '{count} of 8 digits entered' },
  moreOneTime: { km: 'សូមចុចឱ្យគ្រប់ ៨ ខ្ទង់។', en: 'Please enter all 8 digits.' },
  theme: { km: 'ពណ៌អេក្រង់', en: 'Screen colours' },
  light: { km: 'ភ្លឺ', en: 'Light' },
  dark: { km: 'ងងឹត', en: 'Dark' },
  phones: { km: 'ពីទូរសព្ទទៅទូរសព្ទ', en: 'From phone to phone' },
  sounds: { km: 'បន្លឺសំឡេងខ្លី ពេលការផ្ញើប្រែប្រួល', en: 'A short sound when the sending changes' },
  sending: uiMessages.sending,
  changePerson: { km: 'ប្ដូរអ្នករៀន', en: 'Change learner' },
  leavePhone: { km: 'យកឈ្មោះខ្ញុំចេញពីទូរសព្ទនេះ', en: 'Take me off this phone' },
  leaveSure: { km: 'តើលោកអ្នកប្រាកដទេ?', en: 'Are you sure?' },
  leaveWhat: {
    km: 'អ្វីដែលបានផ្ញើរួច មិនបាត់ទេ។ ដើម្បីចូលវិញ លោកអ្នកត្រូវការកាត។',
    en: 'What was sent is not lost. To come back you need your card.',
  },
  leaveUnsent: {
    km: 'នៅមាន {count} មេរៀនមិនទាន់បានផ្ញើ។ បើយកឈ្មោះចេញឥឡូវ វានឹងបាត់។ សូមផ្ញើជាមុនសិន។',
    en: '{count} lessons are not sent yet. If you leave now, they are lost. Please send them first.',
  },
  leaveRecordings: {
    km: 'សំឡេង ឬរូបថត {count} ដែលអ្នកណែនាំមិនទាន់បានទទួល នឹងបាត់ដែរ។',
    en: '{count} voice or photo answers, which your mentor may not have yet, are lost as well.',
  },
  leaveSend: { km: 'ផ្ញើជាមុនសិន', en: 'Send first' },
  leaveLosing: { km: 'យកចេញ ហើយលុបចោល', en: 'Leave, and lose them' },
  leaveNotSent: {
    km: 'ផ្ញើមិនទាន់បានទេ។ សូមព្យាយាមម្ដងទៀត ពេលមានអ៊ីនធឺណិត។',
    en: 'They could not be sent. Please try again when there is internet.',
  },
  leaveYes: { km: 'បាទ/ចាស យកចេញ', en: 'Yes, take me off' },
  cancel: uiMessages.cancel,
  done: { km: 'រួចរាល់', en: 'Done' },
  haveCard: uiMessages.haveCard,
  helpCall: { km: 'ត្រូវការអ្នកជួយ?', en: 'Need somebody?' },
  helpCallWho: {
    km: 'សូមសួរអ្នកណែនាំ ស្មៀនឃុំ ឬអ្នកដែលបានឱ្យកាតនេះដល់លោកអ្នក។ គាត់អាចជួយបាន ទោះគ្មានអ៊ីនធឺណិតក៏ដោយ។',
    en: 'Ask your mentor, the commune clerk, or whoever gave you the card. They can help even without the internet.',
  },
  helpUnderstood: { km: 'យល់ហើយ', en: 'I see' },
  help: uiMessages.help,
  learnTogether: { km: 'រៀនជាក្រុម', en: 'Learn as a group' },
  addPerson: { km: 'បន្ថែមអ្នករៀនម្នាក់ទៀត', en: 'Add another person' },
} as const satisfies Record<string, Message>;
