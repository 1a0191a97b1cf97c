export {
  checkForPublishing,
  isSafeDrawing,
  khmerSentences,
  LESSON_MEDIA_BYTES,
  LESSON_TEXT_BYTES,
  SENTENCE_SYLLABLES,
  textsOf,
  type Located,
  type PublishFinding,
  type PublishRule,
} from './checks.js';
// What plans a download is an entry of its own, `@sala/domain/publishing/download`: the learner's first card does not wait for it.
export type { DownloadChoice, DownloadPart, DownloadPlan, FileClass } from './download.js';
export {
  filesOf,
  GLOSSARY_FILE,
  Manifest,
  manifestOf,
  mediaOf,
  PACKAGE_FORMAT,
  packageFiles,
  PackageFile,
  practicesOf,
  readManifest,
  sameContent,
  type FileToStore,
  type LessonOutline,
  type PackageMediaType,
  type QuizOutline,
} from './package.js';
export {
  DRAFT_ACTS,
  DRAFT_BYTES,
  DRAFT_STATES,
  DraftDocument,
  moveDraft,
  readDraft,
  type DraftAct,
  type DraftMove,
  type DraftState,
  type DraftStep,
} from './draft.js';
export { draftFinding, placeInCourse, type DraftFinding, type PlaceInCourse } from './place-in-course.js';
export { COURSE_FILE, courseOfPackage, mediaTypeOf, readCourseFolder, writeCourseFolder, type CourseFolder } from './course-folder.js';
