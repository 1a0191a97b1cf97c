import { FilePath, questionsOf, readAs, Slug, Text, type Course, type Lesson, type Read } from '@sala/domain/content';
import * as v from 'valibot';

/** The format of manifests and packages that this code reads and writes. */
export const PACKAGE_FORMAT = 1;

/** The lower-case hexadecimal SHA-256 of a file: its name in the store. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A file of a package. */
export const PackageFile = v.object({
  path: FilePath,
  sha256: Sha256,
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  mediaType: v.picklist([
    'application/json',
    'image/svg+xml',
    'image/webp',
    'image/avif',
    'audio/webm',
    'audio/mp4',
    'video/mp4',
    'video/webm',
    'text/vtt',
  ]),
});
/** A file of a package. */
export type PackageFile = v.InferOutput<typeof PackageFile>;
/** The media types that a package may hold. */
export type PackageMediaType = PackageFile['mediaType'];

/** A job card as a search for a task finds it. */
const JobOutline = v.object({ card: Slug, title: Text, keywords: Text });
const LessonOutline = v.object({
  id: Slug,
  title: Text,
  outcome: Text,
  minutes: v.number(),
  cards: v.number(),
  file: FilePath,
  uses: v.optional(v.array(FilePath), []),
  /** The practices to be done alone in it. */
  tests: v.optional(v.array(Slug), []),
  jobs: v.optional(v.array(JobOutline), []),
});
const QuizOutline = v.object({
  id: Slug,
  title: Text,
  purpose: v.picklist(['test', 'placement']),
  questions: v.number(),
  file: FilePath,
  uses: v.optional(v.array(FilePath), []),
  practices: v.optional(v.array(Slug), []),
  /** The lessons that passing it lets a learner skip. */
  skips: v.optional(v.array(Slug), []),
});

/** A published version: what it holds, and what a course page shows before any lesson is there. */
export const Manifest = v.object({
  format: v.literal(PACKAGE_FORMAT),
  courseId: v.pipe(v.string(), v.uuid()),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  slug: Slug,
  title: Text,
  summary: Text,
  lessons: v.array(LessonOutline),
  quizzes: v.optional(v.array(QuizOutline), []),
  files: v.array(PackageFile),
  /** The pictures without which a question or practice can't be answered; versions of an older Sala don't say. */
  needed: v.optional(v.array(FilePath)),
});
/** A published version: what it holds, and what a course page shows before any lesson is there. */
export type Manifest = v.InferOutput<typeof Manifest>;
/** A lesson as a course page shows it. */
export type LessonOutline = v.InferOutput<typeof LessonOutline>;
/** A quiz as a course page shows it. */
export type QuizOutline = v.InferOutput<typeof QuizOutline>;

/** A file of a package with its bytes. */
export interface FileToStore {
  path: string;
  mediaType: PackageMediaType;
  bytes: Uint8Array;
}

/** The glossary of a course, kept in one file. */
export const GLOSSARY_FILE = 'glossary.json';
const lessonFile = (lesson: { id: string }): string => `lessons/${lesson.id}.json`;
const quizFile = (quiz: { id: string }): string => `quizzes/${quiz.id}.json`;
const practiceFile = (id: string): string => `practices/${id}.json`;

const REFERENCE_KEYS = new Set(['file', 'sound']);

/** The paths of media that a part of a document names: values of `file` and `sound`, and captions. */
export function mediaOf(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown, key: string, parent: string): void => {
    if (typeof part === 'string' && (REFERENCE_KEYS.has(key) || parent === 'captions')) found.add(part);
    else if (Array.isArray(part)) part.forEach((one) => visit(one, key, parent));
    else if (typeof part === 'object' && part !== null) Object.entries(part).forEach(([name, one]) => visit(one, name, key));
  };
  visit(value, '', '');
  return [...found];
}

/** The practices that a lesson's cards use, by id, each once; those of one mode when it is given. */
export function practicesOf(lesson: Lesson, mode?: 'watch' | 'try' | 'test'): string[] {
  const cards = lesson.cards.filter((card) => card.kind === 'practice').filter((card) => mode === undefined || card.mode === mode);
  return [...new Set(cards.map((card) => card.practice))];
}

const json = (path: string, value: unknown): FileToStore => ({
  path,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});

/** The files of a course's package: a JSON for each lesson, practice and quiz, the glossary, and the media that they name. */
export function packageFiles(course: Course, media: readonly FileToStore[]): FileToStore[] {
  const used = new Set(mediaOf(course));
  return [
    ...course.lessons.map((lesson) => json(lessonFile(lesson), lesson)),
    ...course.practices.map((practice) => json(practiceFile(practice.id), practice)),
    ...course.quizzes.map((quiz) => json(quizFile(quiz), quiz)),
    ...(Object.keys(course.glossary).length > 0 ? [json(GLOSSARY_FILE, course.glossary)] : []),
    ...media.filter((file) => used.has(file.path)),
  ];
}

/** The files beside its own JSON that a lesson or quiz needs: practices with their pictures, and media. */
function usesOf(course: Course, part: unknown, practiceIds: readonly string[]): string[] {
  const practices = course.practices.filter((practice) => practiceIds.includes(practice.id));
  const words = Object.keys(course.glossary).length > 0 ? [GLOSSARY_FILE] : [];
  return [
    ...new Set([...words, ...practices.map((practice) => practiceFile(practice.id)), ...mediaOf(part), ...mediaOf(practices)]),
  ].sort();
}

/** Writes the manifest of a version from the course and its hashed files; the same content gives the same manifest. */
export function manifestOf(course: Course, version: number, files: readonly PackageFile[]): Manifest {
  return {
    format: PACKAGE_FORMAT,
    courseId: course.id,
    version,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    lessons: course.lessons.map((lesson) => {
      const { id, title, outcome, minutes, cards } = lesson;
      return {
        id,
        title,
        outcome,
        minutes,
        cards: cards.length,
        file: lessonFile(lesson),
        uses: usesOf(course, lesson, practicesOf(lesson)),
        tests: practicesOf(lesson, 'test'),
        jobs: lesson.cards.flatMap((card) => (card.kind === 'job' ? [{ card: card.id, title: card.title, keywords: card.keywords }] : [])),
      };
    }),
    quizzes: course.quizzes.map((quiz) => {
      const { id, title, purpose, practices, skips } = quiz;
      return {
        id,
        title,
        purpose,
        questions: Math.min(quiz.draw, quiz.bank.length),
        file: quizFile(quiz),
        uses: usesOf(course, quiz, practices),
        practices,
        skips,
      };
    }),
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    needed: neededPictures(course, files),
  };
}

/** The pictures of questions and practices. */
function neededPictures(course: Course, files: readonly PackageFile[]): string[] {
  const questions = [...course.lessons.flatMap(questionsOf), ...course.quizzes.flatMap((quiz) => quiz.bank)];
  const named = new Set(mediaOf([questions, course.practices]));
  return files.flatMap(({ path, mediaType }) => (named.has(path) && mediaType.startsWith('image/') ? [path] : [])).sort();
}

/** Whether two versions hold the same: publishing it again would change nothing for a learner. */
export function sameContent(a: Manifest, b: Manifest): boolean {
  return JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });
}

/** The files of a lesson or quiz in a manifest: its JSON first, then everything that it uses. */
export function filesOf(manifest: Manifest, outline: Pick<LessonOutline, 'file' | 'uses'>): PackageFile[] {
  return [outline.file, ...outline.uses].flatMap((path) => manifest.files.filter((file) => file.path === path));
}

/** Reads a manifest. */
export function readManifest(value: unknown): Read<Manifest> {
  return readAs(Manifest, value);
}
