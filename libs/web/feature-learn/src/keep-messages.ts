import { troubleMessages } from '@sala/web/data-api';
import { uiMessages, type Message } from '@sala/web/ui';
import { messages } from './messages.js';

/** The words of keeping a course on the phone. */
export const keepMessages = {
  title: messages.keepHere,
  what: { km: 'ចង់ទុកអ្វីខ្លះ?', en: 'What do you want to keep?' },
  voice: { km: 'អក្សរ និងសំឡេង', en: 'Words and voice' },
  pictures: { km: 'អក្សរ សំឡេង និងរូបភាព', en: 'Words, voice and pictures' },
  everything: { km: 'ទាំងអស់ រួមទាំងវីដេអូ', en: 'Everything, with video' },
  wifiOnly: { km: 'ទាញយកតែពេលមានវ៉ាយហ្វាយ (Wi-Fi)', en: 'Download over Wi-Fi only' },

  // the button
  download: { km: 'ទាញយក {size}', en: 'Download {size}' },
  downloadPriced: { km: 'ទាញយក {size} · ប្រហែល {riel} រៀល', en: 'Download {size} · about {riel} riel' },
  goOn: { km: 'បន្តទាញយក {size}', en: 'Go on: {size} left' },
  goOnPriced: { km: 'បន្តទាញយក {size} · ប្រហែល {riel} រៀល', en: 'Go on: {size} left · about {riel} riel' },
  pause: uiMessages.pause,
  toCourse: messages.toCourse,
  tryAgain: uiMessages.tryAgain,

  // how it stands
  planned: {
    km: 'បន្ទាប់ពីទាញយក លោកអ្នករៀនបានដោយគ្មានអ៊ីនធឺណិត។',
    en: 'After the download you can learn without the internet.',
  },
  'under-way': { km: 'កំពុងទាញយក… លោកអ្នកអាចទៅទំព័រផ្សេងបាន។', en: 'Downloading… You may go to other pages meanwhile.' },
  paused: { km: 'ការទាញយកផ្អាកហើយ។ អ្វីដែលបានមក នៅក្នុងទូរសព្ទ។', en: 'The download is paused. What has come is kept.' },
  done: {
    km: 'វគ្គនេះនៅក្នុងទូរសព្ទហើយ។ រៀនបានដោយគ្មានអ៊ីនធឺណិត។',
    en: 'This course is on the phone. You can learn it without the internet.',
  },
  'no-space': {
    km: 'ទូរសព្ទនេះពេញទំហំផ្ទុកហើយ។ សូមលុបវគ្គផ្សេង រូបភាព ឬកម្មវិធីមិនប្រើ រួចចុចបន្ត។ អ្វីដែលលោកអ្នកបានរៀន មិនបាត់ទេ។',
    en: 'This phone is full. Please delete another course, or pictures or apps you do not use, then go on. What you learned is not lost.',
  },
  offline: {
    km: 'អ៊ីនធឺណិតដាច់ហើយ។ ការទាញយកនឹងបន្តពីកន្លែងដដែល ពេលមានសេវា។',
    en: 'The internet is gone. The download goes on from the same place when there is a signal.',
  },
  'waits-for-wifi': {
    km: 'រង់ចាំវ៉ាយហ្វាយ (Wi-Fi)។ ការទាញយកនឹងបន្តដោយស្វ័យប្រវត្តិ។',
    en: 'Waiting for Wi-Fi. The download will go on by itself.',
  },
  damaged: troubleMessages.damaged,
  removed: { km: 'លុបរួចហើយ។ វឌ្ឍនភាពរបស់លោកអ្នកនៅដដែល។', en: 'Deleted. Your progress is kept.' },
  progress: { km: 'បាន {received} ក្នុងចំណោម {of}', en: '{received} of {of}' },

  // what is here
  onPhone: { km: 'មានក្នុងទូរសព្ទ', en: 'On this phone' },
  lessonKept: { km: 'ទុករួចហើយ', en: 'Kept' },
  lessonNotKept: { km: 'មិនទាន់ទុក', en: 'Not kept yet' },
  uses: { km: 'វគ្គនេះប្រើទំហំ {size}។', en: 'This course uses {size}.' },
  free: { km: 'ទំហំនៅទំនេរប្រហែល {size}។', en: 'About {size} are free.' },

  give: { km: 'ឱ្យវគ្គនេះទៅទូរសព្ទផ្សេង', en: 'Give this course to another phone' },

  // deleting
  remove: { km: 'លុបចេញពីទូរសព្ទនេះ', en: 'Delete from this phone' },
  removeSure: { km: 'តើលុបវគ្គនេះចេញពីទូរសព្ទឬទេ?', en: 'Delete this course from the phone?' },
  removeWhat: {
    km: 'វឌ្ឍនភាព និងចម្លើយរបស់លោកអ្នក មិនបាត់ទេ។ ពេលលោកអ្នកបើកមេរៀន វានឹងទាញយកម្ដងទៀត។',
    en: 'Your progress and your answers are not lost. When you open a lesson, it is downloaded again.',
  },
  removeYes: { km: 'លុបវគ្គនេះ', en: 'Delete this course' },
  cancel: uiMessages.cancel,
} as const satisfies Record<string, Message>;
