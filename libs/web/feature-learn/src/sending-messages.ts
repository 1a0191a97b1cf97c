import { uiMessages, type Message } from '@sala/web/ui';
import { messages } from './messages.js';

/** The words of what is sent, what was refused, and the phone's clock. */
export const sendingMessages = {
  lastSent: { km: 'ផ្ញើចុងក្រោយ {when}។', en: 'Last sent: {when}.' },
  neverSent: { km: 'មិនទាន់បានផ្ញើអ្វីនៅឡើយទេ។', en: 'Nothing has been sent yet.' },
  seeRefused: { km: 'មើលចម្លើយដែលមិនទទួល', en: 'See the answers not taken' },

  // the clock
  behind: {
    km: 'ថ្ងៃខែក្នុងទូរសព្ទនេះ យឺតជាងការពិត។ សូមកែក្នុងការកំណត់របស់ទូរសព្ទ។ លោកអ្នកនៅតែរៀនបាន ហើយអ្វីដែលបានរៀនមិនបាត់ទេ។',
    en: 'The date on this phone is behind. Please correct it in the phone’s settings. You can still learn, and nothing is lost.',
  },
  ahead: {
    km: 'ថ្ងៃខែក្នុងទូរសព្ទនេះ លឿនជាងការពិត។ សូមកែក្នុងការកំណត់របស់ទូរសព្ទ។ លោកអ្នកនៅតែរៀនបាន ហើយអ្វីដែលបានរៀនមិនបាត់ទេ។',
    en: 'The date on this phone is ahead. Please correct it in the phone’s settings. You can still learn, and nothing is lost.',
  },

  // the page
  title: uiMessages.sending,
  nothingRefused: { km: 'ម៉ាស៊ីនមេបានទទួលអ្វីៗទាំងអស់ដែលបានផ្ញើ។', en: 'The server has taken everything that was sent.' },
  refusedTitle: { km: 'ចម្លើយដែលមិនទទួល៖ {count}', en: 'Answers not taken: {count}' },
  refusedWhat: {
    km: 'ចម្លើយទាំងនេះនៅក្នុងទូរសព្ទ។ វឌ្ឍនភាពរបស់លោកអ្នកមិនបាត់ទេ។ សូមផ្ញើឱ្យអ្នកណែនាំមើល។',
    en: 'These answers stay on this phone. Your progress is not lost. Please send them to your mentor.',
  },
  someCourse: { km: 'វគ្គដែលទូរសព្ទនេះមិនស្គាល់', en: 'A course that this phone does not know' },
  between: { km: '{course}៖ {count} ចម្លើយ', en: '{course}: {count} answers' },
  malformed: {
    km: 'ម៉ាស៊ីនមេអានចម្លើយនេះមិនបាន។ សាលាក្នុងទូរសព្ទអាចចាស់ពេក។ សូមបើកសាលាពេលមានអ៊ីនធឺណិត ដើម្បីទទួលកម្មវិធីថ្មី។',
    en: 'The server could not read this. Sala on this phone may be too old: please open it with internet, so that it is renewed.',
  },
  'not-your-learner': {
    km: 'ម៉ាស៊ីនមេមិនស្គាល់ថា លោកអ្នករៀនក្នុងទូរសព្ទនេះទេ។ សូមបង្ហាញកាតម្ដងទៀត។',
    en: 'The server does not know that you learn on this phone. Please show your card again.',
  },
  'unknown-course': {
    km: 'ម៉ាស៊ីនមេមិនស្គាល់វគ្គ ឬមេរៀននេះទេ។ សូមប្រាប់អ្នកណែនាំ ដើម្បីឱ្យគ្រូឧទ្ទេសបោះផ្សាយវាម្ដងទៀត។',
    en: 'The server does not know this course or lesson. Please tell your mentor, so that the trainer can publish it again.',
  },
  'sequence-reused': {
    km: 'លេខរៀងនេះត្រូវបានប្រើរួចហើយ ព្រោះទូរសព្ទនេះត្រូវបានស្ដារពីច្បាប់ចម្លងចាស់។ សូមប្រាប់អ្នកណែនាំ។',
    en: 'This number was used before, because the phone was put back to an old copy. Please tell your mentor.',
  },
  share: { km: 'ផ្ញើឱ្យអ្នកណែនាំ', en: 'Send to the mentor' },
  saved: {
    km: 'បានរក្សាទុកឯកសារ {file} ក្នុងទូរសព្ទ។ សូមផ្ញើឯកសារនេះឱ្យអ្នកណែនាំ។',
    en: 'The file {file} is saved on the phone. Please send it to your mentor.',
  },
  shared: { km: 'បានបើកកម្មវិធីផ្ញើ។ អរគុណ។', en: 'Handed to the app you chose. Thank you.' },
  letter: {
    km: 'ជូនអ្នកណែនាំ៖ ម៉ាស៊ីនមេសាលាមិនទទួល {count} ចម្លើយរបស់ {name} ទេ។ សូមផ្ញើឯកសារនេះទៅអ្នកមើលការខុសត្រូវ។',
    en: 'Dear mentor, the Sala server did not take {count} answers of {name}. Please pass this file on to the person in charge.',
  },
  toHome: messages.toHome,
} as const satisfies Record<string, Message>;
