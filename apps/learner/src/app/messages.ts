import type { Message } from '@sala/web/ui';

/** The words of the app's own frame. */
export const messages = {
  storeTrouble: {
    km: 'ទូរសព្ទនេះ ឬកម្មវិធីរុករកនេះ មិនអនុញ្ញាតឱ្យសាលារក្សាទុកទិន្នន័យទេ។ សូមបើកសាលាក្នុងផ្ទាំងធម្មតា (មិនមែនផ្ទាំងឯកជន) ហើយពិនិត្យថាមានទំហំទំនេរ។',
    en: 'This phone or browser does not let Sala save anything. Please open Sala in an ordinary window (not a private one) and check that there is free space.',
  },
  notHere: {
    km: 'ទំព័រនេះមិនទាន់មានក្នុងទូរសព្ទនេះទេ។ សូមចុចម្ដងទៀត ពេលមានអ៊ីនធឺណិត។',
    en: 'This page is not on the phone yet. Tap once more when there is internet.',
  },
} as const satisfies Record<string, Message>;
