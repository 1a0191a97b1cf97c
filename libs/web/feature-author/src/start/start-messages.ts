import type { Message } from '@sala/web/ui';

/** The words of the page on which a course is begun. */
export const startMessages = {
  how: { km: 'ចង់ចាប់ផ្ដើមពីអ្វី?', en: 'What would you like to start from?' },
  howWhat: { km: 'អ្វីៗទាំងអស់អាចប្ដូរបាននៅពេលក្រោយ។', en: 'Everything can be changed later.' },
  fromRecipe: { km: 'ពីគំរូមេរៀន', en: 'From a recipe' },
  blank: { km: 'ពីទំព័រទទេ', en: 'From an empty page' },
  blankWhat: { km: 'មេរៀនមួយ ដែលមានទំព័រទទេមួយ។', en: 'One lesson with one empty card.' },
  fromFile: { km: 'ពីឯកសារវគ្គ', en: 'From a course file' },
  fromCourse: { km: 'ពីវគ្គដែលបានផ្សាយ', en: 'From a published course' },
  asNew: { km: 'ធ្វើវគ្គថ្មីពីវគ្គនេះ', en: 'Make a new course from it' },
  asCorrection: { km: 'កែវគ្គនេះ (កំណែថ្មី)', en: 'Correct this course (a new version)' },
  thereAlready: {
    km: 'វគ្គនេះកំពុងត្រូវបានកែហើយ។ សូមបើកវាពីបញ្ជី។',
    en: 'This course is being corrected already. Please open it from the list.',
  },
  isFull: {
    km: 'កុំព្យូទ័រនេះពេញហើយ ចាប់ផ្ដើមមិនបានទេ។ សូមលុបឯកសារខ្លះចេញ រួចព្យាយាមម្ដងទៀត។',
    en: 'This computer is full, nothing can be begun. Please delete some files and try again.',
  },
} as const satisfies Record<string, Message>;
