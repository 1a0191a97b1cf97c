export { checkForPublishing, LESSON_TEXT_BYTES, SENTENCE_SYLLABLES, textsOf, type PublishFinding, type PublishRule } from './checks.js';
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
