import type { TroubleCode } from './api.js';

/** What is said about each trouble: what happened and what to do next, in both languages. */
export const troubleMessages = {
  offline: {
    km: 'ឥឡូវនេះគ្មានអ៊ីនធឺណិត។ សូមព្យាយាមម្ដងទៀត ពេលមានសេវា។',
    en: 'There is no internet now. Please try again where there is a signal.',
  },
  damaged: {
    km: 'ឯកសារមកដល់មិនត្រឹមត្រូវ។ សូមព្យាយាមម្ដងទៀតពេលក្រោយ។',
    en: 'The file did not arrive as it should. Please try again later.',
  },
  'invalid-request': {
    km: 'ព័ត៌មាននេះមិនទាន់ត្រឹមត្រូវទេ។ សូមពិនិត្យ រួចធ្វើម្ដងទៀត។',
    en: 'Something here is not right yet. Please check it and try again.',
  },
  'not-signed-in': { km: 'សូមបង្ហាញកាតរបស់លោកអ្នកម្ដងទៀត។', en: 'Please show your card again.' },
  'card-refused': {
    km: 'លេខកូដនេះមិនត្រឹមត្រូវទេ។ សូមពិនិត្យលេខនៅលើកាត រួចចុចម្ដងទៀត។',
    en: 'This code is not right. Please check the number on the card and enter it again.',
  },
  'ticket-expired': { km: 'ហួសពេលបន្តិចហើយ។ សូមបង្ហាញកាតម្ដងទៀត។', en: 'That took a little too long. Please show your card again.' },
  'pin-refused': { km: 'លេខសម្ងាត់មិនត្រឹមត្រូវទេ។ សូមព្យាយាមម្ដងទៀត។', en: 'That PIN is not right. Please try again.' },
  'one-time-code-refused': {
    km: 'លេខកូដប្រើម្ដងនេះមិនត្រឹមត្រូវទេ ឬហួសពេលហើយ។ សូមសុំលេខកូដថ្មី។',
    en: 'This one-time code is not right or is too old. Please ask for a new one.',
  },
  'sign-in-refused': {
    km: 'អ៊ីមែល ពាក្យសម្ងាត់ ឬលេខកូដផ្ទៀងផ្ទាត់មិនត្រឹមត្រូវទេ។ សូមពិនិត្យ រួចព្យាយាមម្ដងទៀត។',
    en: 'The email, password or verification code is not right. Please check them and try again.',
  },
  'pin-locked': {
    km: 'លេខសម្ងាត់ត្រូវបានចាក់សោ។ សូមសុំលេខកូដប្រើម្ដងពីអ្នកណែនាំរបស់លោកអ្នក។',
    en: 'The PIN is locked. Please ask your mentor for a one-time code.',
  },
  'not-allowed': {
    km: 'គណនីនេះមិនទាន់មានសិទ្ធិធ្វើការនេះទេ។ សូមសួរមន្ត្រីទទួលបន្ទុក។',
    en: 'This account may not do this. Please ask the officer in charge.',
  },
  'wrong-origin': { km: 'សូមបើកសាលាពីអាសយដ្ឋានរបស់ខ្លួនផ្ទាល់។', en: 'Please open Sala at its own address.' },
  'not-found': { km: 'រកមិនឃើញទេ។ ប្រហែលវាត្រូវបានប្ដូរ ឬដកចេញ។', en: 'It was not found. It may have been moved or removed.' },
  'own-work': { km: 'លោកអ្នកបានសរសេរវាដោយខ្លួនឯង។ សូមឱ្យអ្នកផ្សេងអនុម័ត។', en: 'You wrote part of this. Somebody else must approve it.' },
  'moved-on': { km: 'មានគេបានកែវា មុនលោកអ្នក។ សូមមើលអត្ថបទទាំងពីរ។', en: 'Somebody changed this before you. Please look at both texts.' },
  'wrong-state': {
    km: 'ធ្វើបែបនេះមិនទាន់បានទេ ក្នុងដំណាក់កាលនេះ។ សូមបើកទំព័រនេះម្ដងទៀត។',
    en: 'This cannot be done at this stage. Please open the page again.',
  },
  'not-publishable': { km: 'នៅមានចំណុចត្រូវកែ មុនផ្សាយ។', en: 'Some things must be mended before it can be published.' },
  'file-refused': { km: 'ឯកសារនេះប្រើមិនបានទេ។ សូមពិនិត្យប្រភេទ និងទំហំ។', en: 'This file cannot be used. Please check its kind and size.' },
  'already-there': { km: 'វាមានរួចហើយ។', en: 'It is there already.' },
  'too-large': { km: 'ទិន្នន័យនេះធំពេក។ សូមផ្ញើម្ដងបន្តិចៗ។', en: 'This is too large. Please send it in smaller parts.' },
  'unsupported-media-type': { km: 'ប្រភេទឯកសារនេះប្រើមិនបានទេ។', en: 'This kind of file cannot be used.' },
  'too-many-tries': { km: 'បានព្យាយាមច្រើនដងពេក។ សូមរង់ចាំបន្តិច រួចធ្វើម្ដងទៀត។', en: 'Too many tries. Please wait a little, then try again.' },
  'too-many-requests': { km: 'មានសំណើច្រើនពេក។ សូមរង់ចាំបន្តិច រួចធ្វើម្ដងទៀត។', en: 'Too many requests. Please wait a little, then try again.' },
  'server-error': {
    km: 'មានបញ្ហាបន្តិចបន្តួចនៅម៉ាស៊ីនមេ។ អ្វីដែលលោកអ្នកបានធ្វើ មិនបាត់ទេ។ សូមព្យាយាមម្ដងទៀតពេលក្រោយ។',
    en: 'Something went wrong at the server. Nothing you did is lost. Please try again later.',
  },
  'not-ready': { km: 'ម៉ាស៊ីនមេកំពុងចាប់ផ្ដើម។ សូមព្យាយាមម្ដងទៀត បន្តិចទៀត។', en: 'The server is starting. Please try again in a moment.' },
} as const satisfies Record<TroubleCode, { km: string; en: string }>;
