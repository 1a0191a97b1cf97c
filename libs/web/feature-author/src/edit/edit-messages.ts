import { uiMessages, type Message } from '@sala/web/ui';
import { deskMessages } from '@sala/web/ui/desk';

/** The words of the pages on which a course is written. */
export const editMessages = {
  ...deskMessages,
  back: uiMessages.back,
  course: uiMessages.course,
  yourDrafts: { km: 'វគ្គដែលកំពុងសរសេរ', en: 'Courses being written' },
  noDrafts: { km: 'មិនទាន់មានវគ្គកំពុងសរសេរទេ។', en: 'Nothing is being written yet.' },
  newCourse: { km: 'បង្កើតវគ្គថ្មី', en: 'Make a new course' },
  untitled: { km: 'មិនទាន់មានចំណងជើង', en: 'No title yet' },
  savedBy: { km: 'កែចុងក្រោយដោយ {name} {when}', en: 'Last saved by {name}, {when}' },
  onlyHere: { km: 'នៅលើកុំព្យូទ័រនេះតែប៉ុណ្ណោះ', en: 'On this computer only' },
  openComments: { km: 'មតិ {n} រង់ចាំ', en: '{n} comments open' },
  stateDraft: { km: 'កំពុងសរសេរ', en: 'Being written' },
  stateInReview: { km: 'កំពុងពិនិត្យ', en: 'Under review' },
  stateApproved: { km: 'បានអនុម័ត', en: 'Approved' },
  statePublished: { km: 'បានផ្សាយ', en: 'Published' },
  lessonList: { km: 'មេរៀនក្នុងវគ្គ', en: 'Lessons of the course' },
  cardCount: { km: 'កាត {n}', en: '{n} cards' },
  undo: { km: 'ត្រឡប់វិញ', en: 'Undo' },
  redo: { km: 'ធ្វើឡើងវិញ', en: 'Redo' },
} as const satisfies Record<string, Message>;

/** What a state of a draft is called. */
export const stateNames = {
  draft: editMessages.stateDraft,
  'in-review': editMessages.stateInReview,
  approved: editMessages.stateApproved,
  published: editMessages.statePublished,
} as const;
