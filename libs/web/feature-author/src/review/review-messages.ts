import type { DraftAct, DraftFinding } from '@sala/domain/publishing';
import type { Message } from '@sala/web/ui';
import { deskMessages } from '@sala/web/ui/desk';
import { editMessages } from '../edit/edit-messages.js';
import { faultMessages } from '../practice/practice-messages.js';

/** The words of the pages on which a course is reviewed and published. */
export const reviewMessages = {
  ...deskMessages,
  review: { km: 'ពិនិត្យ និងផ្សាយ', en: 'Review and publish' },
  versions: { km: 'កំណែមុនៗ', en: 'Earlier states' },
  whereNow: { km: 'វគ្គនេះនៅជំហានណា', en: 'Where the course stands' },

  fixFirst: { km: 'មាន {count} កន្លែងត្រូវកែ មុនផ្សាយ', en: 'To be mended before it is published: {count}' },
  noKhmer: { km: 'ភាសាខ្មែរ៖ ខ្វះ {n} កន្លែង', en: 'Khmer is missing at {n} places' },
  noEnglish: { km: 'ភាសាអង់គ្លេស៖ ខ្វះ {n} កន្លែង', en: 'English is missing at {n} places' },
  nothingToFix: { km: 'គ្មានអ្វីត្រូវកែទេ។ វគ្គនេះផ្សាយបាន។', en: 'Nothing to be mended. The course may go out.' },
  checking: { km: 'កំពុងពិនិត្យ…', en: 'Checking…' },
  checkAgain: { km: 'ពិនិត្យម្ដងទៀត', en: 'Check again' },
  goTo: { km: 'ទៅកន្លែងនោះ', en: 'Go there' },

  submit: { km: 'ផ្ញើឱ្យគេពិនិត្យ', en: 'Send for review' },
  submitHow: {
    km: 'អ្នកពិនិត្យម្នាក់ទៀតនឹងអានវគ្គនេះ។ ពេលកំពុងពិនិត្យ គ្មានអ្នកណាកែវាបានទេ។',
    en: 'Somebody else will read the course. While it is under review nobody can change it.',
  },
  waitReview: { km: 'វគ្គនេះកំពុងរង់ចាំអ្នកពិនិត្យ។', en: 'The course is waiting for its reviewer.' },
  ownWork: {
    km: 'លោកអ្នកបានសរសេរខ្លះក្នុងវគ្គនេះ។ អ្នកផ្សេងត្រូវពិនិត្យ និងអនុម័ត។',
    en: 'You wrote some of this course. Somebody else must review and approve it.',
  },
  approve: { km: 'អនុម័ត', en: 'Approve' },
  approveHow: { km: 'អនុម័ត ប្រសិនបើលោកអ្នកបានអានគ្រប់ទំព័រ ហើយខ្លឹមសារត្រឹមត្រូវ។', en: 'Approve when you have read every card and all of it is right.' },
  sendBack: { km: 'ផ្ញើត្រឡប់ឱ្យកែ', en: 'Send back to be changed' },
  sendBackWhy: { km: 'ត្រូវកែអ្វីខ្លះ', en: 'What is to be changed' },
  takeBack: { km: 'យកវាមកវិញ ដើម្បីកែ', en: 'Take it back, to change it' },
  publish: { km: 'ផ្សាយ', en: 'Publish' },
  publishHow: {
    km: 'អ្នករៀននឹងទទួលកំណែនេះ ពេលភ្ជាប់អ៊ីនធឺណិតលើកក្រោយ។ អ្នកដែលកំពុងរៀន បញ្ចប់កំណែចាស់សិន។',
    en: 'Learners get this version when they next meet the internet. Those in the middle of a lesson end the version they began.',
  },
  waitPublish: { km: 'វគ្គនេះបានអនុម័តហើយ។', en: 'The course is approved.' },
  isOut: { km: 'កំណែ {version} បានផ្សាយហើយ។', en: 'Version {version} is out.' },
  editAgain: {
    km: 'ចង់កែ? ចាប់ផ្ដើមកែ វានឹងក្លាយជាកំណែថ្មី។ កំណែដែលបានផ្សាយមិនប្រែទេ។',
    en: 'To change something, just edit: it becomes a new version. What is out stays as it is.',
  },
  editNow: { km: 'កែវគ្គនេះ', en: 'Change this course' },

  readCourse: { km: 'អានវគ្គនេះ', en: 'Read the course' },
  comments: { km: 'មតិយោបល់', en: 'Comments' },
  commentsHere: { km: 'មតិយោបល់លើទំព័រនេះ', en: 'Comments on this card' },
  openHere: { km: 'មតិ {n}', en: '{n} said' },
  noComments: { km: 'មិនទាន់មានមតិយោបល់ទេ។', en: 'No comments yet.' },
  newComment: { km: 'មតិរបស់លោកអ្នកចំពោះទំព័រនេះ', en: 'Your comment on this card' },
  newCommentWhole: { km: 'មតិរបស់លោកអ្នកចំពោះវគ្គទាំងមូល', en: 'Your comment on the whole course' },
  sendComment: { km: 'ដាក់មតិ', en: 'Leave the comment' },
  commentBy: { km: '{name} {when}', en: '{name}, {when}' },
  resolve: { km: 'កែរួចហើយ', en: 'Done' },
  resolved: { km: 'បានកែរួច', en: 'Done' },
  commentEmpty: { km: 'សូមសរសេរមតិសិន។', en: 'Please write the comment first.' },
  onCard: { km: 'លើទំព័រ៖ {name}', en: 'On the card: {name}' },
  wholeCourse: { km: 'វគ្គទាំងមូល', en: 'The whole course' },

  versionsHow: {
    km: 'រាល់ពេលដែលវគ្គត្រូវបានរក្សាទុក សភាពនោះនៅទីនេះ។ លោកអ្នកអាចមើល និងយកមកវិញបាន។',
    en: 'Every state that was saved is kept here. You can look at it and bring it back.',
  },
  savedState: { km: '{when} ដោយ {name}', en: '{when}, by {name}' },
  moreStates: { km: 'សភាពមុនទៀត ក្នុងពេលធ្វើការនោះ៖ {n}', en: 'Earlier states of the same work: {n}' },
  see: { km: 'មើលអ្វីដែលប្រែ', en: 'See what changed' },
  changedSince: { km: 'បើយកសភាពនេះមកវិញ នឹងប្រែដូច្នេះ៖', en: 'Bringing this state back would change this:' },
  sameAsNow: { km: 'សភាពនេះដូចគ្នានឹងឥឡូវនេះ។', en: 'This state is the same as now.' },
  restore: { km: 'យកសភាពនេះមកវិញ', en: 'Bring this state back' },
  restored: { km: 'បានយកមកវិញហើយ។ ចុច «ត្រឡប់ដូចដើម» បើចង់ប្ដូរចិត្ត។', en: 'It is back. Press “Undo” if you change your mind.' },
  added: { km: 'បន្ថែម', en: 'Added' },
  removed: { km: 'លុប', en: 'Removed' },
  changed: { km: 'ប្រែ', en: 'Changed' },

  history: { km: 'អ្នកណាធ្វើអ្វី', en: 'Who did what' },
  historyLine: { km: '{what} ដោយ {name} {when}', en: '{what} by {name}, {when}' },
  historyVersion: { km: '{what} កំណែ {version} ដោយ {name} {when}', en: '{what} version {version} by {name}, {when}' },
  retire: { km: 'ដកកំណែ {version} ចេញ', en: 'Withdraw version {version}' },
  retireSure: {
    km: 'អ្នករៀនថ្មីនឹងមិនទទួលកំណែនេះទៀតទេ។ អ្វីដែលបានរៀនរួច មិនបាត់ទេ។ តើដកចេញឬទេ?',
    en: 'New learners no longer get this version. What was learnt stays. Withdraw it?',
  },
  file: { km: 'ឯកសារវគ្គ', en: 'The course as a file' },
  fileHow: {
    km: 'ទាញយកវគ្គទាំងមូលជាឯកសារមួយ៖ អក្សរ រូបភាព និងសំឡេង។ អាចយកទៅប្រើនៅសាលាផ្សេង ឬទុកជាច្បាប់ចម្លង។',
    en: 'The whole course as one file: words, pictures and voices. Use it in another Sala, or keep it as a copy.',
  },
  download: { km: 'ទាញយកឯកសារវគ្គ', en: 'Download the course file' },
  importFile: { km: 'យកវគ្គពីឯកសារ', en: 'Take a course from a file' },
  importing: { km: 'កំពុងយកឯកសារ…', en: 'Taking the file…' },
  importRefused: {
    km: 'ឯកសារនេះមិនមែនជាវគ្គរបស់សាលា ឬខូច។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។ សូមទាញយកឯកសារម្ដងទៀត រួចសាកថ្មី។',
    en: 'This file is no Sala course, or it is damaged. Nothing was stored. Please download the file again and try anew.',
  },
} as const satisfies Record<string, Message>;

/** What each act on a draft is called. */
export const actNames: Record<DraftAct, Message> = {
  begin: { km: 'ចាប់ផ្ដើមវគ្គ', en: 'Begun' },
  edit: { km: 'កែវគ្គដែលបានផ្សាយ', en: 'Taken up again' },
  submit: { km: 'ផ្ញើឱ្យពិនិត្យ', en: 'Sent for review' },
  'send-back': { km: 'ផ្ញើត្រឡប់', en: 'Sent back' },
  approve: editMessages.stateApproved,
  publish: editMessages.statePublished,
  retire: { km: 'បានដកចេញ', en: 'Withdrawn' },
  import: { km: 'យកពីឯកសារ', en: 'Taken from a file' },
  comment: { km: 'បានដាក់មតិ', en: 'Commented' },
  resolve: { km: 'បានកែតាមមតិ', en: 'Comment done' },
};

/** What stands in the way of publishing, and what to do about it. */
export const ruleMessages: Record<DraftFinding['rule'], Message> = {
  'khmer-not-canonical': {
    km: 'អក្សរខ្មែរវាយមិនតាមលំដាប់ត្រឹមត្រូវ។ សូមវាយពាក្យនេះម្ដងទៀត',
    en: 'The Khmer letters stand in a wrong order. Type the words again',
  },
  'khmer-missing': { km: 'មិនទាន់មានអក្សរខ្មែរ', en: 'There is no Khmer yet' },
  'sentence-too-long': { km: 'ប្រយោគវែងពេក។ សូមកាត់ជាពីរ', en: 'A sentence is too long. Make two of it' },
  'too-few-questions': { km: 'មេរៀនត្រូវមានសំណួរយ៉ាងតិចពីរ', en: 'A lesson needs two questions at least' },
  'media-missing': { km: 'រកឯកសាររូប ឬសំឡេងមិនឃើញ។ សូមដាក់ម្ដងទៀត', en: 'A picture or sound is missing. Add it again' },
  'picture-unsafe': { km: 'រូបនេះមានកម្មវិធីលាក់ក្នុងវា។ សូមប្រើរូបផ្សេង', en: 'The picture holds a program. Use another one' },
  'lesson-too-large': { km: 'មេរៀនវែងពេក។ សូមចែកជាពីរ', en: 'The lesson is too long. Divide it into two' },
  'media-too-large': { km: 'រូប និងសំឡេងធំពេកសម្រាប់អ៊ីនធឺណិតទូរសព្ទ', en: 'Pictures and sounds weigh too much for mobile data' },
  'voice-stale': { km: 'ពាក្យបានប្រែ។ សូមថតសំឡេងម្ដងទៀត', en: 'The words were changed. Record the voice again' },
  'source-missing': { km: 'សូមសរសេរប្រភពនៃព័ត៌មាននេះ', en: 'Write where this fact comes from' },
  'phone-number': { km: 'មានលេខទូរសព្ទពិត។ សូមប្រើលេខដែលមាន 000', en: 'There is a real telephone number. Use one with 000' },
  'practice-missing': { km: 'លំហាត់ដែលទំព័រនេះប្រើ មិនមានទេ', en: 'The practice of this card is not there' },
  'practice-faulty': { km: 'លំហាត់មានកន្លែងត្រូវកែ', en: 'Something in the practice is to be mended' },
  'lesson-missing': { km: 'តេស្តនេះនិយាយពីមេរៀនដែលគ្មាន', en: 'The test names a lesson that is not there' },
  'same-id-twice': { km: 'មានពីរដែលឈ្មោះដូចគ្នា។ សូមលុបមួយ រួចបន្ថែមថ្មី', en: 'Two parts are mixed up. Remove one and add it anew' },
  'not-filled-in': faultMessages['not-filled-in'],
};
