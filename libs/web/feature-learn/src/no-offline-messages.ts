import type { Message } from '@sala/web/ui';

/** Why Sala can't be kept on this phone. */
export const noOfflineMessages = {
  noOffline: {
    km: 'លើអាសយដ្ឋាននេះ សាលារក្សាទុកក្នុងទូរសព្ទមិនបានទេ ព្រោះវាមិនចាប់ផ្ដើមដោយ https។ លោកអ្នកនៅតែអាចរៀនបាន ពេលមានអ៊ីនធឺណិត។',
    en: 'At this address Sala cannot be kept on the phone, because it does not begin with https. You can still learn while there is internet.',
  },
  noOfflineBrowser: {
    km: 'កម្មវិធីរុករកនេះរក្សាទុកសាលាក្នុងទូរសព្ទមិនបានទេ។ លោកអ្នកនៅតែអាចរៀនបាន ពេលមានអ៊ីនធឺណិត។',
    en: 'This browser cannot keep Sala on the phone. You can still learn while there is internet.',
  },
} as const satisfies Record<string, Message>;
