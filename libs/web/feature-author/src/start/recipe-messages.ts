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
        watch: { km: 'មើល៖ របៀបធ្វើ', en: 'Watch: how it is done' },
        attempt: { km: 'សាក៖ ធ្វើតាមការណែនាំ', en: 'Try: do it with hints' },
        test: { km: 'តេស្ត៖ ធ្វើដោយខ្លួនឯង', en: 'Test: do it on your own' },
      },
    },
  },
  {
    name: { km: 'សម្រេចចិត្តក្នុងស្ថានភាពពិត', en: 'Deciding in a real situation' },
    what: {
      km: 'រឿងមួយ → ជ្រើសផ្លូវ → សំណួរ → ធ្វើនៅកន្លែងការងារ → រំលឹក។ ទំព័រ ៧ មានសរសេរជាគំរូស្រាប់។',
      en: 'A story → choose what to do → question → do at work → review. Seven cards, written out as an example.',
    },
    words: {
      title: { km: 'ឈ្មោះមេរៀន៖ ស្ថានភាពមួយ', en: 'Name of the lesson: one situation' },
      outcome: { km: 'លោកអ្នកដឹងថាត្រូវធ្វើអ្វី ពេលជួបស្ថានភាពនេះ។', en: 'You know what to do when this happens.' },
      why: {
        title: { km: 'រឿងនេះអាចកើតឡើងចំពោះយើង', en: 'This can happen to us' },
        body: {
          km: 'សរសេរពីរឬបីប្រយោគខ្លី។\n- តើរឿងនេះកើតឡើងនៅពេលណា?\n- តើអាចខូចខាតអ្វី?',
          en: 'Write two or three short sentences.\n- When does it happen?\n- What harm can it do?',
        },
      },
      story: {
        title: { km: 'រឿងមួយនៅសាលាឃុំ', en: 'A story from the commune office' },
        situation: {
          km: 'សុខា ទទួលសារមួយ។ សារនោះសុំលេខកូដ ហើយថាប្រញាប់។',
          en: 'Sokha gets a message. It asks for a code and says that it is urgent.',
        },
        choices: [
          {
            text: { km: 'សួរអ្នកផ្ញើតាមទូរសព្ទសិន', en: 'Call the sender first' },
            consequence: { km: 'ល្អ។ សុខាដឹងថាមិនមែនជាមិត្តរបស់គាត់ទេ។', en: 'Good. Sokha learns that it was not the friend.' },
            good: true,
          },
          {
            text: { km: 'ផ្ញើលេខកូដភ្លាម', en: 'Send the code at once' },
            consequence: { km: 'អ្នកផ្សេងចូលគណនីរបស់សុខាបាន។', en: 'Somebody else gets into the account.' },
            good: false,
          },
        ],
        better: { km: 'កុំប្រញាប់។ សួរមនុស្សដែលស្គាល់ តាមផ្លូវផ្សេង។', en: 'Take your time. Ask somebody you know in another way.' },
      },
      remember: {
        title: { km: 'ចាំបីចំណុចនេះ', en: 'Remember these three points' },
        steps: [
          { km: 'ឈប់សិន កុំប្រញាប់។', en: 'Stop, take your time.' },
          { km: 'សួរមនុស្សដែលទុកចិត្តបាន។', en: 'Ask somebody whom you trust.' },
          { km: 'ប្រាប់អ្នកដទៃកុំឱ្យជួបដូចគ្នា។', en: 'Tell others, so that it does not happen to them.' },
        ],
      },
      question: { km: 'សំណួរពីរឿងនេះ', en: 'A question about the story' },
      first: {
        prompt: { km: 'តើត្រូវធ្វើអ្វីមុនគេ?', en: 'What comes first?' },
        right: { km: 'ឈប់សិន ហើយសួរ', en: 'Stop and ask' },
        rightWhy: { km: 'ត្រឹមត្រូវ។ សួរសិន ទើបមានសុវត្ថិភាព។', en: 'Correct. Asking first keeps you safe.' },
        wrong: { km: 'ឆ្លើយតបឱ្យលឿន', en: 'Answer quickly' },
        wrongWhy: { km: 'មិនទាន់ត្រូវទេ។ ការប្រញាប់ធ្វើឱ្យយើងភាន់ច្រឡំ។', en: 'Not yet. Haste makes us err.' },
      },
      work: {
        title: { km: 'និយាយរឿងនេះនៅកន្លែងការងារ', en: 'Talk about it at work' },
        task: { km: 'ប្រាប់រឿងនេះដល់អ្នករួមការងារម្នាក់ ក្នុងសប្ដាហ៍នេះ។', en: 'Tell this story to one colleague this week.' },
        checklist: [
          { km: 'ខ្ញុំបាននិយាយរឿងនេះ', en: 'I told the story' },
          { km: 'គាត់ប្រាប់ខ្ញុំវិញថាត្រូវធ្វើអ្វី', en: 'They told me what to do' },
          { km: 'ខ្ញុំបានប្រាប់អ្នកណែនាំរួចហើយ', en: 'I have told my mentor' },
        ],
      },
      review: {
        title: { km: 'រំលឹករឿងនេះ', en: 'The story once more' },
        body: { km: 'ពីរថ្ងៃទៀត សាលានឹងសួរសំណួរនេះម្ដងទៀត។', en: 'In two days Sala asks this question again.' },
      },
      second: {
        prompt: { km: 'តើអ្នកណាគួរសួរ ពេលមិនប្រាកដ?', en: 'Whom do you ask when you are not sure?' },
        right: { km: 'មនុស្សដែលខ្ញុំស្គាល់ច្បាស់', en: 'Somebody I know well' },
        rightWhy: { km: 'ត្រឹមត្រូវ។ គាត់ជួយមើលជាមួយលោកអ្នក។', en: 'Correct. They look at it with you.' },
        wrong: { km: 'អ្នកដែលផ្ញើសារមក', en: 'Whoever sent the message' },
        wrongWhy: { km: 'មិនទាន់ត្រូវទេ។ គេអាចជាជនឆបោក។', en: 'Not yet. It may be a scammer.' },
      },
    },
  },
] as const satisfies readonly Recipe[];
