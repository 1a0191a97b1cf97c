import { uiMessages, type Message } from '@sala/web/ui';
import { deskMessages } from '@sala/web/ui/desk';

/** The words of the studio's frame and of its door. */
export const messages = {
  ...deskMessages,
  studio: { km: 'ស្ទូឌីយោសាលា', en: 'Sala studio' },
  signInTitle: { km: 'ចូលស្ទូឌីយោ', en: 'Sign in to the studio' },
  signInWho: { km: 'សម្រាប់គ្រូឧទ្ទេស អ្នកពិនិត្យ និងមន្ត្រី។', en: 'For trainers, reviewers and officers.' },
  email: { km: 'អ៊ីមែល', en: 'Email' },
  password: { km: 'ពាក្យសម្ងាត់', en: 'Password' },
  showPassword: { km: 'បង្ហាញពាក្យសម្ងាត់', en: 'Show the password' },
  code: { km: 'លេខកូដផ្ទៀងផ្ទាត់ ៦ ខ្ទង់', en: '6-digit verification code' },
  codeHint: { km: 'ពីកម្មវិធីផ្ទៀងផ្ទាត់ក្នុងទូរសព្ទរបស់លោកអ្នក', en: 'From the authenticator app on your phone' },
  signIn: { km: 'ចូល', en: 'Sign in' },
  signingIn: { km: 'កំពុងចូល…', en: 'Signing in…' },
  emailNeeded: { km: 'សូមបំពេញអ៊ីមែល ដូចជា name@example.org', en: 'Please enter an email such as name@example.org' },
  passwordNeeded: { km: 'សូមបំពេញពាក្យសម្ងាត់', en: 'Please enter the password' },
  codeNeeded: { km: 'សូមបំពេញលេខ ៦ ខ្ទង់', en: 'Please enter 6 digits' },
  noLine: {
    km: 'គ្មានអ៊ីនធឺណិត។ សូមភ្ជាប់អ៊ីនធឺណិតសិន រួចចូលស្ទូឌីយោ។ អ្វីដែលបានរក្សាទុកនៅលើកុំព្យូទ័រនេះ មិនបាត់ទេ។',
    en: 'There is no internet. Please connect first, then sign in. What is saved on this computer is not lost.',
  },
  waitSeconds: uiMessages.waitSeconds,
  reports: { km: 'របាយការណ៍', en: 'Reports' },
  signOut: { km: 'ចាកចេញ', en: 'Sign out' },
  parts: { km: 'ផ្នែកនៃស្ទូឌីយោ', en: 'Parts of the studio' },
  inKhmer: { km: 'ខ្មែរ', en: 'ខ្មែរ' },
  inEnglish: { km: 'English', en: 'English' },
} as const satisfies Record<string, Message>;
