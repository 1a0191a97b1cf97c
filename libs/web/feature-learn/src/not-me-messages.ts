import { uiMessages, type Message } from '@sala/web/ui';

/** The words of "this was not me". */
export const notMeMessages = {
  title: { km: 'អ្នកដែលរៀនមិនមែនខ្ញុំទេ', en: 'It was not me who learned' },
  what: { km: 'តើមេរៀនណា ដែលមិនមែនលោកអ្នករៀន?', en: 'Which of these did you not do yourself?' },
  nothing: { km: 'គ្មានមេរៀនដែលបានរៀនលើទូរសព្ទនេះ ក្រោមឈ្មោះលោកអ្នកទេ។', en: 'Nothing was learned under your name on this phone.' },
  onDay: { km: '{day} · ឆ្លើយ {answers} សំណួរ', en: '{day} · questions answered: {answers}' },
  whose: { km: 'តើនរណាជាអ្នករៀន?', en: 'Who was it?' },
  somebodyElse: { km: 'អ្នកផ្សេង ឬខ្ញុំមិនដឹងទេ', en: 'Somebody else, or I do not know' },
  told: { km: 'បានកត់ទុកហើយ', en: 'It is noted' },
  toldWhat: {
    km: 'អ្នកណែនាំនឹងពិនិត្យ។ បើគាត់យល់ព្រម មេរៀននេះនឹងទៅកាន់អ្នកដែលបានរៀន ហើយមិនរាប់ជារបស់លោកអ្នកទេ។',
    en: 'Your mentor will look at it. When they agree, it goes to the person who learned, and no longer counts as yours.',
  },
  notSaved: {
    km: 'ទូរសព្ទនេះរក្សាទុកមិនបានទេ។ សូមព្យាយាមម្ដងទៀត។',
    en: 'This phone could not save it. Please try again.',
  },
  back: uiMessages.back,
} as const satisfies Record<string, Message>;
