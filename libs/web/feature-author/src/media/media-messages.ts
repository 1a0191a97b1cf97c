import { uiMessages, type Message } from '@sala/web/ui';

/** Why a file can't be used, by the rule of the server. */
export const refusals = {
  empty: { km: 'ឯកសារនេះទទេ។ សូមជ្រើសឯកសារផ្សេង។', en: 'This file is empty. Please choose another.' },
  'too-large': { km: 'ឯកសារនេះធំពេក។ សូមជ្រើសឯកសារតូចជាងនេះ។', en: 'This file is too large. Please choose a smaller one.' },
  kind: { km: 'ឯកសារប្រភេទនេះប្រើនៅទីនេះមិនបានទេ។', en: 'This kind of file can’t be used here.' },
  'picture-unreadable': { km: 'រូបភាពនេះខូច បើកមិនបានទេ។ សូមជ្រើសរូបផ្សេង។', en: 'This picture is damaged. Please choose another.' },
  'drawing-unsafe': {
    km: 'គំនូរនេះមានផ្នែកដែលមិនមានសុវត្ថិភាព។ សូមប្រើរូបថត ឬគំនូរផ្សេង។',
    en: 'This drawing holds parts that are not safe. Please use a photo or another drawing.',
  },
  'drawing-too-large': { km: 'គំនូរនេះធំពេក។ សូមប្រើគំនូរសាមញ្ញជាងនេះ។', en: 'This drawing is too large. Please use a simpler one.' },
  'captions-unreadable': {
    km: 'ឯកសារអក្សររត់ត្រូវជាប្រភេទ WebVTT (.vtt)។',
    en: 'The captions must be a WebVTT file (.vtt).',
  },
} as const satisfies Record<string, Message>;

/** The words about pictures, voices and clips. */
export const mediaMessages = {
  dropPicture: { km: 'ជ្រើសរូប ឬអូសរូបមកដាក់ទីនេះ', en: 'Choose a picture, or drop one here' },
  otherPicture: { km: 'ប្ដូររូប', en: 'Choose another picture' },
  alt: { km: 'និយាយថារូបបង្ហាញអ្វី', en: 'Say what the picture shows' },
  altHint: {
    km: 'សម្រាប់អ្នកដែលមើលមិនឃើញ និងពេលរូបមិនទាន់មកដល់។',
    en: 'For those who can’t see it, and until the picture has arrived.',
  },
  chooseSound: { km: 'ជ្រើសឯកសារសំឡេង', en: 'Choose a sound file' },
  chooseClip: { km: 'ជ្រើសវីដេអូ', en: 'Choose a video' },
  clipQuality: { km: 'វីដេអូ {quality}', en: 'Video {quality}' },
  clipTooLong: {
    km: 'វីដេអូនេះវែងជាង ៣ នាទី។ សូមកាត់វាឱ្យខ្លី ឬចែកជាពីរទំព័រ។',
    en: 'This clip is longer than 3 minutes. Cut it, or make two cards of it.',
  },
  onlySound: { km: 'សំឡេងប៉ុណ្ណោះ សម្រាប់អ៊ីនធឺណិតខ្សោយ', en: 'Sound only, for a weak line' },
  captionsKm: { km: 'អក្សររត់ជាភាសាខ្មែរ', en: 'Captions in Khmer' },
  captionsEn: { km: 'អក្សររត់ជាភាសាអង់គ្លេស', en: 'Captions in English' },
  chosen: { km: 'មានហើយ', en: 'It is there' },
  notChosen: { km: 'មិនទាន់ជ្រើស', en: 'Not chosen yet' },
  voice: { km: 'សំឡេងអាន', en: 'The voice that reads it' },
  voiceWhat: {
    km: 'ចុច «ថតសំឡេង» រួចអានអក្សរខាងក្រោម យឺតៗ និងច្បាស់ៗ។ ពេលឈប់ថត សំឡេងត្រូវបានរក្សាទុកភ្លាម។',
    en: 'Tap “Record”, then read the words below, slowly and clearly. It is kept when you stop.',
  },
  record: { km: 'ថតសំឡេង', en: 'Record' },
  recordAgain: { km: 'ថតម្ដងទៀត', en: 'Record again' },
  stop: { km: 'ឈប់ថត', en: 'Stop' },
  listen: uiMessages.listen,
  pause: uiMessages.pause,
  removeVoice: { km: 'ដកសំឡេងចេញ', en: 'Take the voice away' },
  level: { km: 'កម្រិតសំឡេង', en: 'Loudness' },
  tooQuiet: { km: 'សំឡេងតូចពេក។ សូមនិយាយឱ្យជិតមីក្រូហ្វូន។', en: 'Too quiet. Please speak closer to the microphone.' },
  tooLoud: { km: 'សំឡេងខ្លាំងពេក។ សូមនិយាយឱ្យឆ្ងាយបន្តិច។', en: 'Too loud. Please speak from further away.' },
  goodLevel: { km: 'កម្រិតសំឡេងល្អ។', en: 'The loudness is good.' },
  length: { km: '{seconds} វិនាទី', en: '{seconds} seconds' },
  noMicrophone: {
    km: 'ប្រើមីក្រូហ្វូនមិនបានទេ។ សូមអនុញ្ញាតវានៅក្នុងកម្មវិធីរុករក រួចសាកម្ដងទៀត។',
    en: 'The microphone can’t be used. Please allow it in the browser, then try again.',
  },
  nothingToRead: { km: 'សូមសរសេរអក្សរសិន ទើបថតសំឡេងបាន។', en: 'Please write the words first, then record them.' },
  stale: { km: 'អក្សរបានប្ដូរក្រោយពេលថត។ សូមថតម្ដងទៀត។', en: 'The words changed after the recording. Please record it again.' },
  upToDate: { km: 'សំឡេងត្រូវនឹងអក្សរ។', en: 'The voice fits the words.' },
  noVoice: { km: 'មិនទាន់មានសំឡេង', en: 'No voice yet' },
} as const satisfies Record<string, Message>;

/** What is said of a file that was not taken. */
export const refusalOf = (rule: string): Message => (rule in refusals ? refusals[rule as keyof typeof refusals] : refusals.kind);
