import { uiMessages, type Message } from '@sala/web/ui';

/** The words of what goes from phone to phone. */
export const messages = {
  title: { km: 'មេរៀនពីទូរសព្ទទៅទូរសព្ទ', en: 'Lessons from phone to phone' },
  what: { km: 'ពេលគ្មានអ៊ីនធឺណិត ទូរសព្ទមួយជួយទូរសព្ទមួយទៀត។', en: 'Without the internet, one phone helps another.' },
  toHome: { km: 'ត្រឡប់ទៅទំព័រដើម', en: 'Back to the home page' },
  cannotSeal: {
    km: 'លើអាសយដ្ឋាននេះ ធ្វើមិនបានទេ ព្រោះវាមិនចាប់ផ្ដើមដោយ https។',
    en: 'This does not work at this address, because it does not begin with https.',
  },
  noServer: {
    km: 'ទូរសព្ទនេះត្រូវភ្ជាប់អ៊ីនធឺណិតម្ដងសិន ទើបធ្វើបាន។',
    en: 'This phone must be on the internet once before this works.',
  },
  notAText: { km: 'ឯកសារនេះមិនមែនមកពីសាលាទេ។ សូមជ្រើសឯកសារផ្សេង។', en: 'This file is not from Sala. Please choose another.' },
  inDownloads: {
    km: 'ឯកសារ {name} នៅក្នុងថតទាញយកហើយ។ សូមផ្ញើវាតាមប្ល៊ូធូស ឬតេឡេក្រាម។',
    en: 'The file {name} is in the Downloads folder. Send it by Bluetooth or Telegram.',
  },
  working: uiMessages.wait,
  cancel: uiMessages.cancel,

  // one’s own work
  send: { km: 'ផ្ញើមេរៀនខ្ញុំ តាមទូរសព្ទអ្នកផ្សេង', en: 'Send my lessons with another phone' },
  sendHow: {
    km: 'ឱ្យកញ្ចប់នេះទៅអ្នកដែលនឹងទៅកន្លែងមានអ៊ីនធឺណិត។ មានតែម៉ាស៊ីនមេទេ ដែលអានវាបាន។',
    en: 'Give this packet to somebody who will be where there is internet. Only the server can read it.',
  },
  waits: { km: '{count} មេរៀនរង់ចាំផ្ញើ', en: 'Lessons waiting to be sent: {count}' },
  nothingWaits: { km: 'គ្មានអ្វីរង់ចាំផ្ញើទេ។', en: 'Nothing is waiting to be sent.' },
  phoneCode: { km: 'លេខសម្គាល់ទូរសព្ទនេះ៖ {code}', en: 'This phone’s code: {code}' },
  giveFile: { km: 'ឱ្យជាឯកសារ', en: 'Give it as a file' },
  showCodes: { km: 'បង្ហាញកូដ QR', en: 'Show QR codes' },
  tooMuch: { km: 'កញ្ចប់នេះធំពេកសម្រាប់កូដ QR។ សូមឱ្យជាឯកសារ។', en: 'This packet is too large for QR codes. Please give it as a file.' },
  handed: {
    km: 'បានឱ្យទូរសព្ទផ្សេងហើយ។ មេរៀននៅតែរង់ចាំក្នុងទូរសព្ទនេះ រហូតដល់បង្កាន់ដៃមកវិញ។',
    en: 'Handed to another phone. Your lessons wait on this phone until the receipt comes back.',
  },
  partly: {
    km: 'មិនទាន់អស់ទេ។ ពេលបង្កាន់ដៃមកវិញ សូមធ្វើម្ដងទៀត។',
    en: 'Not everything fits into one packet. When the receipt is back, please do it once more.',
  },
  receipt: { km: 'ពេលបង្កាន់ដៃមកវិញ', en: 'When the receipt comes back' },
  takeReceipt: { km: 'ទទួលឯកសារបង្កាន់ដៃ', en: 'Take the receipt file' },
  scanReceipt: { km: 'ស្កេនបង្កាន់ដៃ', en: 'Scan the receipt' },
  receiptKept: { km: 'ម៉ាស៊ីនមេបានទទួលមេរៀនរបស់លោកអ្នកហើយ។', en: 'The server has your lessons.' },
  receiptRefused: {
    km: 'ម៉ាស៊ីនមេមិនទទួល {count} ចម្លើយទេ។ វានៅក្នុងទូរសព្ទនេះ។ សូមប្រាប់អ្នកណែនាំ។',
    en: 'The server did not take {count} answers. They stay on this phone. Please tell your mentor.',
  },
  receiptOther: { km: 'បង្កាន់ដៃនេះសម្រាប់ទូរសព្ទផ្សេង។', en: 'This receipt is for another phone.' },
  receiptUnreadable: {
    km: 'បង្កាន់ដៃនេះខូច ឬមានគេកែ។ សូមសុំម្ដងទៀត។',
    en: 'This receipt was damaged or altered. Please ask for it again.',
  },
  receiptLate: {
    km: 'បង្កាន់ដៃនេះចាស់ហើយ។ មេរៀននឹងផ្ញើម្ដងទៀត។ គ្មានអ្វីបាត់ទេ។',
    en: 'This receipt is too old. Your lessons will be sent again; nothing is lost.',
  },

  // what is carried for others
  carry: { km: 'យកមេរៀនអ្នកផ្សេងទៅផ្ញើ', en: 'Carry others’ work' },
  carryHow: {
    km: 'ទទួលកញ្ចប់ពីទូរសព្ទផ្សេង។ ពេលមានអ៊ីនធឺណិត វាផ្ញើដោយស្វ័យប្រវត្តិ។ លោកអ្នកអាន ឬកែវាមិនបានទេ។',
    en: 'Take packets from other phones. Where there is internet they are sent by themselves. You cannot read or change them.',
  },
  room: {
    km: 'ទុកបានកញ្ចប់ថ្មីបំផុតរបស់ទូរសព្ទ {count} គ្រឿង។',
    en: 'There is room for the newest packet of {count} phones.',
  },
  takePacket: { km: 'ទទួលឯកសារកញ្ចប់', en: 'Take a packet file' },
  scanPacket: { km: 'ស្កេនកូដ QR', en: 'Scan QR codes' },
  nothingCarried: { km: 'មិនទាន់មានកញ្ចប់ទេ។', en: 'No packets yet.' },
  fromPhone: { km: 'ពីទូរសព្ទ {code}', en: 'From phone {code}' },
  toSend: { km: 'រង់ចាំផ្ញើទៅម៉ាស៊ីនមេ', en: 'Waiting to be sent to the server' },
  hasReceipt: {
    km: 'ម៉ាស៊ីនមេទទួលហើយ។ សូមឱ្យបង្កាន់ដៃទៅទូរសព្ទនោះវិញ។',
    en: 'The server has it. Please give the receipt back to that phone.',
  },
  isGiven: { km: 'បានឱ្យបង្កាន់ដៃវិញហើយ', en: 'The receipt was given back' },
  sendNow: { km: 'ផ្ញើឥឡូវ', en: 'Send now' },
  giveReceipt: { km: 'ឱ្យឯកសារបង្កាន់ដៃ', en: 'Give the receipt file' },
  showReceipt: { km: 'បង្ហាញកូដបង្កាន់ដៃ', en: 'Show the receipt’s codes' },
  remove: { km: 'លុបចេញ', en: 'Remove' },

  // what came of a packet
  taken: { km: 'ទទួលបានហើយ។', en: 'Taken.' },
  same: { km: 'កញ្ចប់នេះមានរួចហើយ។', en: 'This packet is here already.' },
  older: { km: 'មានកញ្ចប់ថ្មីជាងនេះរួចហើយ។', en: 'A newer packet of that phone is here already.' },
  own: { km: 'កញ្ចប់នេះមកពីទូរសព្ទនេះឯង។', en: 'This packet comes from this very phone.' },
  unreadable: { km: 'កញ្ចប់នេះខូច ឬមានគេកែ។ សូមសុំកញ្ចប់ថ្មី។', en: 'This packet was damaged or altered. Please ask for a new one.' },
  'other-server': { km: 'កញ្ចប់នេះសម្រាប់សាលាផ្សេង។', en: 'This packet is for another Sala.' },
  full: {
    km: 'ពេញហើយ។ សូមផ្ញើ និងឱ្យបង្កាន់ដៃវិញសិន ទើបទទួលទៀតបាន។',
    en: 'There is no more room. Please send, and give receipts back, before taking more.',
  },
  'unknown-phone': {
    km: 'ម៉ាស៊ីនមេមិនទាន់ស្គាល់ទូរសព្ទនោះទេ។ វាត្រូវភ្ជាប់អ៊ីនធឺណិតម្ដង។',
    en: 'The server does not know that phone yet. It must be on the internet once.',
  },
  'other-phone': { km: 'កញ្ចប់នេះមិនមែនមកពីទូរសព្ទនោះទេ។', en: 'This packet was not made by that phone.' },
  later: { km: 'ផ្ញើមិនទាន់បានទេ។ សាលានឹងព្យាយាមម្ដងទៀត។', en: 'Not sent yet. Sala will try again.' },

  // codes
  codesHow: {
    km: 'ដាក់កាមេរ៉ារបស់ទូរសព្ទផ្សេង មើលកូដនេះ។ កូដប្ដូរដោយស្វ័យប្រវត្តិ។',
    en: 'Hold the other phone’s camera to this code. The codes change by themselves.',
  },
  codeOf: { km: 'កូដទី {place} ក្នុងចំណោម {of}', en: 'Code {place} of {of}' },
  pause: uiMessages.pause,
  play: { km: 'បន្តបង្ហាញ', en: 'Go on showing' },
  nextCode: { km: 'កូដបន្ទាប់', en: 'Next code' },
  allRead: { km: 'អានរួចហើយ', en: 'All were read' },
  scanHow: { km: 'សូមដាក់កូដ QR ឱ្យនៅក្នុងប្រអប់', en: 'Hold the QR codes inside the frame' },
  scanStanding: { km: 'អានបាន {read} ក្នុងចំណោម {of}', en: '{read} of {of} read' },
  noCamera: { km: 'កាមេរ៉ាប្រើមិនបានទេ។ សូមប្រើឯកសារវិញ។', en: 'The camera cannot be used. Please use a file.' },

  // courses
  giveCourse: { km: 'ឱ្យវគ្គសិក្សាទៅទូរសព្ទផ្សេង', en: 'Give a course to another phone' },
  giveHow: {
    km: 'វគ្គទាំងមូលក្លាយជាឯកសារមួយ។ ទូរសព្ទផ្សេងទទួលវា ហើយរៀនបានដោយគ្មានអ៊ីនធឺណិត។',
    en: 'The course becomes one file. Another phone takes it and learns without the internet.',
  },
  toKeep: { km: 'ទៅទុកវគ្គសិក្សាក្នុងទូរសព្ទ', en: 'Go and keep the course on the phone' },
  makeFile: { km: 'ធ្វើឯកសារ', en: 'Make the file' },
  fileSize: { km: 'ទំហំឯកសារ {size}', en: 'File size {size}' },
  notHere: { km: 'វគ្គនេះមិនមាននៅក្នុងទូរសព្ទនេះទេ។', en: 'This course is not on this phone.' },
  notWhole: {
    km: 'វគ្គនេះមិនទាន់មកគ្រប់ទេ។ សូមទាញយកវាសិន។',
    en: 'This course is not on the phone as a whole. Please download it first.',
  },
  notSigned: {
    km: 'សូមភ្ជាប់អ៊ីនធឺណិតម្ដងសិន ដើម្បីទទួលហត្ថលេខារបស់ម៉ាស៊ីនមេ។',
    en: 'Please go on the internet once, to fetch the server’s signature.',
  },
  takeCourse: { km: 'ទទួលវគ្គពីទូរសព្ទផ្សេង', en: 'Take a course from another phone' },
  takeHow: {
    km: 'ជ្រើសឯកសារវគ្គ (.sala) ដែលទូរសព្ទផ្សេងបានឱ្យ។ សាលាពិនិត្យថាវាពិតជាមកពីម៉ាស៊ីនមេ។',
    en: 'Choose the course file (.sala) that another phone gave. Sala checks that it really comes from the server.',
  },
  chooseFile: { km: 'ជ្រើសឯកសារ', en: 'Choose the file' },
  checking: { km: 'កំពុងពិនិត្យឯកសារ…', en: 'Checking the file…' },
  courseTaken: { km: 'ទទួលបានវគ្គ «{title}»។ រៀនបានដោយគ្មានអ៊ីនធឺណិត។', en: '“{title}” is here. You can learn it without the internet.' },
  openCourse: { km: 'បើកវគ្គនេះ', en: 'Open this course' },
  damaged: { km: 'ឯកសារនេះខូច ឬមកមិនគ្រប់។ សូមសុំម្ដងទៀត។', en: 'This file is damaged or was cut. Please ask for it again.' },
  foreign: {
    km: 'ឯកសារនេះមិនមែនមកពីម៉ាស៊ីនមេរបស់លោកអ្នកទេ ឬមានគេកែ។ មិនបានទទួលទេ។',
    en: 'This file does not come from your server, or was altered. It was not taken.',
  },
  fileNotWhole: { km: 'ឯកសារនេះខ្វះមេរៀនខ្លះ។ សូមសុំម្ដងទៀត។', en: 'Some lessons are missing in this file. Please ask for it again.' },
  courseOlder: { km: 'ទូរសព្ទនេះមានវគ្គថ្មីជាងនេះហើយ។', en: 'A newer version of this course is on this phone already.' },
  noSpace: {
    km: 'ទូរសព្ទនេះគ្មានទំហំគ្រប់ទេ។ សូមលុបវគ្គផ្សេង រូបភាព ឬកម្មវិធីមិនប្រើ។ មិនបានទុកអ្វីទេ។',
    en: 'There is not enough space. Please delete another course, or pictures or apps you do not use. Nothing was stored.',
  },
} as const satisfies Record<string, Message>;
