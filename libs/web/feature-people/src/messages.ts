import { uiMessages, type Message } from '@sala/web/ui';
import { deskMessages } from '@sala/web/ui/desk';

/** The words of the pages about people and places. */
export const messages = {
  ...deskMessages,
  priceHow: {
    km: 'ទូរសព្ទអ្នករៀនប្រើតម្លៃនេះ ដើម្បីប្រាប់ថា ការទាញយកអស់ប្រហែលប៉ុន្មានរៀល។ ទូរសព្ទទទួលតម្លៃថ្មី ពេលភ្ជាប់អ៊ីនធឺណិតលើកក្រោយ។',
    en: 'Learners’ phones use this price to tell about how many riel a download costs. Phones hear of a new price when they next meet the internet.',
  },
  priceField: { km: 'តម្លៃអ៊ីនធឺណិត ១ ជីកាបៃ គិតជារៀល', en: 'Price of 1 gigabyte, in riel' },
  priceHint: { km: 'លេខពី ០ ដល់ ១០០០០០០។ លេខ ០ មានន័យថា មិនប្រាប់តម្លៃ។', en: 'From 0 to 1000000. 0 means that no price is told.' },
  priceWrong: { km: 'សូមសរសេរលេខពី ០ ដល់ ១០០០០០០', en: 'Please write a number from 0 to 1000000' },
  priceNow: { km: 'ឥឡូវនេះ៖ {riel} រៀល', en: 'Now: {riel} riel' },
  priceDefault: { km: 'មិនទាន់មានមន្ត្រីណាកំណត់ទេ។', en: 'No officer has set it yet.' },
  priceSaved: { km: 'បានរក្សាទុក។ ទូរសព្ទនឹងទទួលតម្លៃនេះ។', en: 'Saved. Phones will hear of it.' },
  peopleTitle: { km: 'មនុស្សនៅ{place}', en: 'People in {place}' },
  searchPeople: { km: 'ស្វែងរកតាមឈ្មោះ', en: 'Find by name' },
  search: uiMessages.search,
  nobody: { km: 'រកមិនឃើញទេ។', en: 'Nobody found.' },
  hasCard: { km: 'មានកាត', en: 'Has a card' },
  noCard: { km: 'គ្មានកាត', en: 'No card' },
  hasPin: { km: 'មានលេខសម្ងាត់', en: 'Has a PIN' },
  noPin: { km: 'មិនទាន់មានលេខសម្ងាត់', en: 'No PIN yet' },
  roleAt: { km: '{role} · {place}', en: '{role} · {place}' },
  issueCard: { km: 'ចេញកាតថ្មី', en: 'Issue a new card' },
  issueSure: { km: 'កាតចាស់ (បើមាន) នឹងប្រើលែងបាន។ តើចេញកាតថ្មីឬទេ?', en: 'The old card, if any, stops working. Issue a new one?' },
  revokeCard: { km: 'លុបចោលកាត', en: 'Revoke the card' },
  revokeSure: {
    km: 'កាតនឹងប្រើលែងបាន ហើយឈ្មោះនេះនឹងត្រូវយកចេញពីទូរសព្ទទាំងអស់។ តើលុបចោលឬទេ?',
    en: 'The card stops working and this person is taken off every phone. Revoke it?',
  },
  revoked: { km: 'កាតត្រូវបានលុបចោលហើយ។', en: 'The card is revoked.' },
  oneTimeCode: { km: 'ឱ្យលេខកូដប្រើម្ដង', en: 'Give a one-time code' },
  oneTimeSure: {
    km: 'អ្នកដែលភ្លេចលេខសម្ងាត់ ប្រើលេខកូដនេះម្ដង ដើម្បីជ្រើសលេខថ្មី។',
    en: 'Somebody who forgot the PIN uses this code once to choose a new one.',
  },
  oneTimeIs: { km: 'លេខកូដប្រើម្ដងរបស់ {name}', en: 'One-time code for {name}' },
  tellCode: {
    km: 'សូមប្រាប់លេខនេះដល់គាត់ផ្ទាល់ តាមទូរសព្ទ ឬជួបមុខ។ វាបង្ហាញតែម្ដងទេ។',
    en: 'Tell this number to the person by phone or face to face. It is shown only once.',
  },
  expires: { km: 'ប្រើបានដល់ {when}', en: 'Valid until {when}' },
  cardOf: { km: 'កាតសាលារបស់ {name}', en: 'Sala card of {name}' },
  cardHow: {
    km: 'បើកសាលា រួចចុចលេខនេះ ឬថតកូដ QR ដោយកាមេរ៉ាទូរសព្ទ។ កុំឱ្យកាតនេះទៅអ្នកដទៃ។',
    en: 'Open Sala and enter this number, or point the phone’s camera at the QR code. Do not give this card to anyone else.',
  },
  cardOnce: { km: 'លេខនេះបង្ហាញតែម្ដងទេ។ សូមបោះពុម្ពឥឡូវនេះ។', en: 'The number is shown only once. Please print it now.' },
  qrOf: { km: 'កូដ QR នៃកាត', en: 'QR code of the card' },
} as const satisfies Record<string, Message>;
