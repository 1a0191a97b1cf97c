import type { Message } from '@sala/web/ui';

/** What is said about where the work is kept. Each sentence is shown only while it is true. */
export const deskMessages = {
  writing: { km: 'កំពុងរក្សាទុក…', en: 'Saving…' },
  onComputer: { km: 'រក្សាទុកនៅលើកុំព្យូទ័រនេះហើយ។', en: 'Saved on this computer.' },
  onComputerOffline: {
    km: 'រក្សាទុកនៅលើកុំព្យូទ័រនេះហើយ។ នឹងផ្ញើទៅម៉ាស៊ីនមេ ពេលមានអ៊ីនធឺណិត។',
    en: 'Saved on this computer. It goes to the server when there is internet.',
  },
  onServer: { km: 'រក្សាទុកនៅលើម៉ាស៊ីនមេ {time}', en: 'Saved on the server at {time}' },
  notYet: { km: 'មិនទាន់រក្សាទុកទេ៖ កុំព្យូទ័រនេះពេញហើយ។ សូមកុំបិទទំព័រនេះ។', en: 'Not saved: this computer is full. Please keep this page open.' },
  signIn: {
    km: 'រក្សាទុកនៅលើកុំព្យូទ័រនេះហើយ។ សូមចូលម្ដងទៀត ដើម្បីផ្ញើទៅម៉ាស៊ីនមេ។',
    en: 'Saved on this computer. Please sign in again to send it to the server.',
  },
  signInAgain: { km: 'ចូលម្ដងទៀត', en: 'Sign in again' },
  closed: {
    km: 'រក្សាទុកនៅលើកុំព្យូទ័រនេះតែប៉ុណ្ណោះ៖ វគ្គនេះកំពុងត្រូវបានពិនិត្យ។',
    en: 'Saved on this computer only: the course is under review.',
  },
  refused: {
    km: 'រក្សាទុកនៅលើកុំព្យូទ័រនេះតែប៉ុណ្ណោះ៖ ម៉ាស៊ីនមេទទួលវាមិនបានទេ។ សូមប្រាប់មន្ត្រីទទួលបន្ទុក។',
    en: 'Saved on this computer only: the server could not take it. Please tell the officer in charge.',
  },
  asked: { km: 'រង់ចាំការសម្រេចរបស់លោកអ្នក', en: 'Waiting for your decision' },
  following: { km: 'វគ្គនេះកំពុងបើកកែនៅផ្ទាំងមួយទៀត។ ទីនេះបង្ហាញតាម។', en: 'This course is being edited in another tab. This one follows it.' },
  writeHere: { km: 'កែនៅទីនេះវិញ', en: 'Edit here instead' },
} as const satisfies Record<string, Message>;
