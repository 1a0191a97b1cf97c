import type { Message } from '@sala/web/ui';

/** The words around the phone beside the form. */
export const previewMessages = {
  phone: { km: 'ទូរសព្ទរបស់អ្នករៀន', en: 'The learner’s phone' },
  asShown: { km: 'របៀបបង្ហាញលើទូរសព្ទ', en: 'How the phone shows it' },
  large: { km: 'អក្សរ ២០០ %', en: 'Letters 200 %' },
} as const satisfies Record<string, Message>;
