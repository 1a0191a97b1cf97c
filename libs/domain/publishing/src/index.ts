export { checkForPublishing, LESSON_TEXT_BYTES, SENTENCE_SYLLABLES, textsOf, type PublishFinding, type PublishRule } from './checks.js';
export {
  filesOfLesson,
  Manifest,
  manifestOf,
  PACKAGE_FORMAT,
  packageFiles,
  PackageFile,
  picturesOf,
  readManifest,
  sameContent,
  type FileToStore,
  type LessonOutline,
  type PackageMediaType,
} from './package.js';
