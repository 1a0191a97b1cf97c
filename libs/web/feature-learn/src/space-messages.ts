import { uiMessages, type Message } from '@sala/web/ui';

/** The words of the space that Sala takes on the phone. */
export const spaceMessages = {
  title: uiMessages.space,
  line: { km: 'សាលាប្រើទំហំ {used}។ នៅទំនេរប្រហែល {free}។', en: 'Sala uses {used}. About {free} are free.' },
  unknown: { km: 'ទូរសព្ទនេះមិនប្រាប់ពីទំហំទេ។', en: 'This phone does not tell about its space.' },
  safe: {
    km: 'ទូរសព្ទយល់ព្រមរក្សាសាលាទុក ទោះទំហំជិតអស់ក៏ដោយ។',
    en: 'The phone has agreed to keep Sala even when space runs short.',
  },
  notSafe: {
    km: 'បើទំហំអស់ ទូរសព្ទអាចលុបអ្វីដែលសាលាទុក។ អ្វីដែលបានផ្ញើរួច មិនបាត់ទេ។',
    en: 'If space runs out, the phone may delete what Sala keeps. What was sent is not lost.',
  },
  ask: { km: 'សុំឱ្យទូរសព្ទរក្សាទុក', en: 'Ask the phone to keep it' },
  refusedToKeep: {
    km: 'ទូរសព្ទមិនទាន់យល់ព្រមទេ។ សូមដំឡើងសាលាលើអេក្រង់ដើម រួចសុំម្ដងទៀត។',
    en: 'The phone has not agreed yet. Put Sala on the home screen, then ask again.',
  },
  byCourse: { km: 'តាមវគ្គ', en: 'By course' },
  courseUses: { km: 'ប្រើ {size}', en: 'Uses {size}' },
  courseMisses: { km: 'ប្រើ {size} · នៅខ្វះ {left}', en: 'Uses {size} · {left} missing' },
  noCourses: { km: 'មិនទាន់មានវគ្គក្នុងទូរសព្ទទេ។', en: 'No course is on this phone yet.' },
  low: {
    km: 'ទំហំក្នុងទូរសព្ទជិតអស់ហើយ៖ នៅ {free}។ បើអស់ សាលានឹងលុបវីដេអូ រូបភាព រួចសំឡេងមុន។ វឌ្ឍនភាពរបស់លោកអ្នកមិនបាត់ទេ។',
    en: 'Space on this phone is running short: {free} left. If it runs out, Sala deletes videos first, then pictures, then voices. Your progress is not lost.',
  },
  letGo: {
    km: 'ទូរសព្ទពេញ ដូច្នេះសាលាបានលុបឯកសារ {count} (វីដេអូ រូបភាព ឬសំឡេង) ដើម្បីរក្សាវឌ្ឍនភាពរបស់លោកអ្នក។ លោកអ្នកអាចទាញយកវាម្ដងទៀត។',
    en: 'The phone was full, so Sala deleted {count} files (videos, pictures or voices) to keep your progress. You can download them again.',
  },
  missing: {
    km: 'វគ្គ «{course}» ខ្វះ {left} ក្នុងទូរសព្ទនេះ។ វឌ្ឍនភាពរបស់លោកអ្នកនៅដដែល។',
    en: '{left} of the course “{course}” are not on this phone. Your progress is kept.',
  },
  fetchAgain: { km: 'ទាញយកម្ដងទៀត', en: 'Download again' },
} as const satisfies Record<string, Message>;
