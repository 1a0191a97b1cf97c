import { uiMessages, type Message } from '@sala/web/ui';

/** The words of beginning as a guest. */
export const guestMessages = {
  title: { km: 'រៀនជាភ្ញៀវ', en: 'Learn as a guest' },
  what: {
    km: 'លោកអ្នករៀនបានភ្លាម។ អ្វីដែលបានរៀន នៅក្នុងទូរសព្ទនេះ។ ពេលមានកាត សូមបង្ហាញកាត ដើម្បីរក្សាទុកវា។',
    en: 'You can start at once. What you learn stays on this phone. When you have a card, show it to keep your work.',
  },
  choosePicture: { km: 'សូមជ្រើសរូបមួយ', en: 'Choose a picture' },
  orName: { km: 'ឬសរសេរឈ្មោះ (មិនចាំបាច់)', en: 'Or write a name (not needed)' },
  start: uiMessages.start,
  guest: { km: '(ភ្ញៀវ)', en: '(guest)' },
  noCardYet: { km: 'មិនទាន់មានកាត', en: 'no card yet' },
  chooseOne: { km: 'សូមជ្រើសរូបមួយ ឬសរសេរឈ្មោះជាមុនសិន។', en: 'Please choose a picture or write a name first.' },
} as const satisfies Record<string, Message>;
