import { uiMessages, type Message } from '@sala/web/ui';
import { deskMessages } from '@sala/web/ui/desk';

/** The words of the pages where courses are made. */
export const messages = {
  ...deskMessages,
  published: { km: 'វគ្គដែលបានផ្សាយ', en: 'Published courses' },
  noCourses: { km: 'មិនទាន់មានវគ្គសិក្សានៅឡើយទេ។', en: 'There are no courses yet.' },
  version: { km: 'កំណែ {version}', en: 'Version {version}' },
  publishedOn: { km: 'ផ្សាយនៅថ្ងៃ', en: 'Published' },
  lessons: { km: 'មេរៀន', en: 'Lessons' },
  reviewed: { km: 'ពិនិត្យភាសាខ្មែររួច', en: 'Khmer reviewed' },
  reviewedOf: { km: '{reviewed} ក្នុងចំណោម {of}', en: '{reviewed} of {of}' },
  learners: uiMessages.learners,
} as const satisfies Record<string, Message>;
