import type { Message } from './words/message.js';

/** The words of recording and playing a person's voice. */
export const voiceMessages = {
  record: { km: 'ថតសំឡេង (បានដល់ {seconds} វិនាទី)', en: 'Record a voice (up to {seconds} seconds)' },
  recording: { km: 'កំពុងថត… ចុចម្ដងទៀត ពេលនិយាយចប់', en: 'Recording… tap again when you have finished' },
  recorded: { km: 'បានថតសំឡេងហើយ។', en: 'The voice is recorded.' },
  again: { km: 'ថតសារជាថ្មី', en: 'Record anew' },
  play: { km: 'ស្ដាប់សំឡេង', en: 'Hear the voice' },
  stop: { km: 'ឈប់ស្ដាប់', en: 'Stop' },
  noMicrophone: {
    km: 'ថតសំឡេងមិនបានទេ។ សូមអនុញ្ញាតឱ្យសាលាប្រើមីក្រូហ្វូន ឬសរសេរជាអក្សរ។',
    en: 'The voice could not be recorded. Allow Sala the microphone, or write instead.',
  },
  notHere: {
    km: 'សំឡេងនេះមិនទាន់មកដល់ទូរសព្ទនេះទេ។ វានឹងមក ពេលមានអ៊ីនធឺណិត។',
    en: 'This voice is not on the phone yet. It comes when there is internet.',
  },
} as const satisfies Record<string, Message>;
