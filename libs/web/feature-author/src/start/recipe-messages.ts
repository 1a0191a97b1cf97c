import type { RecipeWords } from '@sala/domain/editing';
import type { Message } from '@sala/web/ui';

/** A recipe: a lesson that is written out with guiding words, to be written over card by card. */
export interface Recipe {
  readonly name: Message;
  readonly what: Message;
  readonly words: RecipeWords;
}

/** The recipes that a course can be started from. */
export const recipes = [
  {
    name: { km: 'ប្រើកម្មវិធីលើទូរសព្ទ', en: 'Using an app on the phone' },
    what: {
      km: 'មើល → សាក → ធ្វើតេស្ត → ធ្វើនៅកន្លែងការងារ → រំលឹក។ ទំព័រ ៩ មានសរសេរជាគំរូស្រាប់។',
      en: 'Watch → try → test → do at work → review. Nine cards, written out as an example.',
    },
    words: {
      title: { km: 'ឈ្មោះមេរៀន៖ កិច្ចការមួយ', en: 'Name of the lesson: one task' },
      outcome: { km: 'លោកអ្នកធ្វើកិច្ចការនេះបានដោយខ្លួនឯង។', en: 'You can do this task on your own.' },
      why: {
        title: { km: 'ហេតុអ្វីយើងរៀនរឿងនេះ?', en: 'Why do we learn this?' },
        body: {
          km: 'សរសេរពីរឬបីប្រយោគខ្លី។\n- តើវាជួយការងារនៅឃុំយ៉ាងដូចម្ដេច?\n- តើពេលណាត្រូវប្រើវា?',
          en: 'Write two or three short sentences.\n- How does it help the work in the commune?\n- When is it needed?',
        },
      },
      watch: { km: 'មើល៖ របៀបធ្វើ', en: 'Watch: how it is done' },
      attempt: { km: 'សាក៖ ធ្វើតាមការណែនាំ', en: 'Try: do it with hints' },
      remember: {
        title: { km: 'ចាំបីជំហាននេះ', en: 'Remember these three steps' },
        steps: [
          { km: 'ជំហានទីមួយ៖ បើកកម្មវិធី។', en: 'First step: open the app.' },
          { km: 'ជំហានទីពីរ៖ ចុចប៊ូតុងណា?', en: 'Second step: which button is tapped?' },
          { km: 'ជំហានទីបី៖ ដឹងថារួចដោយរបៀបណា?', en: 'Third step: how does one know that it is done?' },
        ],
      },
      question: { km: 'សំណួរខ្លី', en: 'A short question' },
      first: {
        prompt: { km: 'តើជំហានទីមួយគឺអ្វី?', en: 'What is the first step?' },
        right: { km: 'បើកកម្មវិធី', en: 'Open the app' },
        rightWhy: { km: 'ត្រឹមត្រូវ។ ត្រូវបើកកម្មវិធីជាមុនសិន។', en: 'Correct. The app is opened first.' },
        wrong: { km: 'បិទទូរសព្ទ', en: 'Turn off the phone' },
        wrongWhy: { km: 'មិនទាន់ត្រូវទេ។ សូមមើលជំហានទីមួយម្ដងទៀត។', en: 'Not yet. Look at the first step again.' },
      },
      test: { km: 'តេស្ត៖ ធ្វើដោយខ្លួនឯង', en: 'Test: do it on your own' },
      work: {
        title: { km: 'ធ្វើនៅកន្លែងការងារ', en: 'Do it at work' },
        task: { km: 'ធ្វើកិច្ចការនេះម្ដង ក្នុងសប្ដាហ៍នេះ ជាមួយអ្នកណែនាំ។', en: 'Do this task once this week, with your mentor.' },
        checklist: [
          { km: 'ខ្ញុំបានធ្វើដោយខ្លួនឯង', en: 'I did it on my own' },
          { km: 'ខ្ញុំបានពិនិត្យលទ្ធផល', en: 'I checked the result' },
          { km: 'ខ្ញុំបានប្រាប់អ្នកណែនាំ', en: 'I told my mentor' },
        ],
      },
      review: {
        title: { km: 'រំលឹកឡើងវិញ', en: 'Review' },
        body: { km: 'សាលានឹងសួរសំណួរនេះម្ដងទៀត ក្រោយពីរថ្ងៃ។', en: 'Sala asks this question again after two days.' },
      },
      second: {
        prompt: { km: 'តើធ្វើយ៉ាងណាទើបដឹងថារួច?', en: 'How do you know that it is done?' },
        right: { km: 'មើលសារបញ្ជាក់លើអេក្រង់', en: 'Look for the message on the screen' },
        rightWhy: { km: 'ត្រឹមត្រូវ។ សារនោះបញ្ជាក់ថារួចហើយ។', en: 'Correct. That message says that it is done.' },
        wrong: { km: 'ចុចម្ដងទៀតច្រើនដង', en: 'Tap many times again' },
        wrongWhy: { km: 'មិនចាំបាច់ទេ។ សូមមើលអេក្រង់ជាមុន។', en: 'That is not needed. Look at the screen first.' },
      },
      practice: {
        title: { km: 'លំហាត់៖ កិច្ចការមួយ', en: 'Practice: one task' },
        say: { km: 'ចុច Open ដើម្បីបើក។', en: 'Tap Open to open it.' },
        meaning: { km: 'បើក', en: 'Open' },
      },
    },
  },
] as const satisfies readonly Recipe[];
