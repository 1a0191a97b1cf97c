import type { Message } from '@sala/web/ui';

/** What the help page explains, by topic: a question and what to do. */
export const helpTopics = {
  general: {
    title: { km: 'តើត្រូវធ្វើអ្វី?', en: 'What do I do?' },
    body: {
      km: 'ចុចប៊ូតុងពណ៌បៃតងធំ នៅខាងក្រោម ដើម្បីបន្ត។ ចុច «ថយក្រោយ» ដើម្បីត្រឡប់។ លោកអ្នកធ្វើអ្វីក៏មិនខូចដែរ។',
      en: 'Tap the large green button at the bottom to go on. Tap “Back” to return. Nothing you do can break anything.',
    },
  },
  card: {
    title: { km: 'កាត និងលេខ ១២ ខ្ទង់', en: 'The card and its 12 digits' },
    body: {
      km: 'លេខនៅលើកាតដែលគ្រូឧទ្ទេសបានឱ្យ។ បើបាត់កាត សូមសុំកាតថ្មីពីមន្ត្រីទទួលបន្ទុក។ កាតចាស់នឹងប្រើលែងបាន។',
      en: 'The number is on the card that the trainer gave you. If the card is lost, ask the officer in charge for a new one; the old one stops working.',
    },
  },
  pin: {
    title: { km: 'ភ្លេចលេខសម្ងាត់', en: 'Forgotten PIN' },
    body: {
      km: 'ចុច «ភ្លេចលេខ?»។ អ្នកណែនាំអាចឱ្យលេខកូដប្រើម្ដង ដើម្បីជ្រើសលេខសម្ងាត់ថ្មី។ វឌ្ឍនភាពរបស់លោកអ្នកមិនបាត់ទេ។',
      en: 'Tap “Forgot?”. Your mentor can give a one-time code to choose a new PIN. Your progress is not lost.',
    },
  },
  lesson: {
    title: { km: 'ពេលកំពុងរៀន', en: 'During a lesson' },
    body: {
      km: 'អានម្ដងមួយទំព័រ រួចចុច «បន្ទាប់»។ លោកអ្នកអាចឈប់នៅពេលណាក៏បាន។ សាលាចាំកន្លែងដែលបានឈប់។',
      en: 'Read one page at a time, then tap “Next”. You can stop at any moment: Sala remembers where you were.',
    },
  },
  internet: {
    title: { km: 'ពេលគ្មានអ៊ីនធឺណិត', en: 'Without the internet' },
    body: {
      km: 'មេរៀនដែលបានទាញយករួច រៀនបានដោយគ្មានអ៊ីនធឺណិត។ ចម្លើយរបស់លោកអ្នកនឹងផ្ញើដោយស្វ័យប្រវត្តិ ពេលមានអ៊ីនធឺណិត។',
      en: 'Lessons that are downloaded work without the internet. Your answers are sent by themselves when there is internet.',
    },
  },
  text: {
    title: { km: 'អក្សរតូចពេក?', en: 'Letters too small?' },
    body: {
      km: 'ទៅទំព័រដើម ចុច «ការកំណត់» រួចចុចលើបន្ទាត់ដែលអានបានស្រួល។',
      en: 'On the home page tap “Settings”, then tap the line that is easy to read.',
    },
  },
} as const satisfies Record<string, { title: Message; body: Message }>;

/** The name of a help topic. */
export type HelpTopic = keyof typeof helpTopics;
