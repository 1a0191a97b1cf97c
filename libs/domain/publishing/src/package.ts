import type { Course, Lesson } from '@sala/domain/content';
import { FilePath, readAs, Slug, Text, type Read } from '@sala/domain/content';
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
  mediaType: v.picklist(['application/json', 'image/svg+xml', 'image/webp', 'image/avif', 'audio/webm', 'audio/mp4', 'video/mp4']),
});
/** A file of a package. */
export type PackageFile = v.InferOutput<typeof PackageFile>;
/** The media types that a package may hold. */
export type PackageMediaType = PackageFile['mediaType'];

const LessonOutline = v.object({ id: Slug, title: Text, outcome: Text, minutes: v.number(), cards: v.number(), file: FilePath });

/** A published version: what it holds, and what a course page shows before any lesson is there. */
export const Manifest = v.object({
  format: v.literal(PACKAGE_FORMAT),
  courseId: v.pipe(v.string(), v.uuid()),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  slug: Slug,
  title: Text,
  summary: Text,
  lessons: v.array(LessonOutline),
  files: v.array(PackageFile),
});
/** A published version: what it holds, and what a course page shows before any lesson is there. */
export type Manifest = v.InferOutput<typeof Manifest>;
/** A lesson as a course page shows it. */
export type LessonOutline = v.InferOutput<typeof LessonOutline>;

/** A file of a package with its bytes. */
export interface FileToStore {
  path: string;
  mediaType: PackageMediaType;
  bytes: Uint8Array;
}

const lessonFile = (lesson: Lesson): string => `lessons/${lesson.id}.json`;

/** The pictures that a lesson shows, by path, each once. */
export function picturesOf(lesson: Lesson): string[] {
  const files = lesson.cards.flatMap((card) => ('picture' in card && card.picture ? [card.picture.file] : []));
  return [...new Set(files)];
}

/** The files of a course's package: one JSON a lesson, and the media that its lessons name. */
export function packageFiles(course: Course, media: readonly FileToStore[]): FileToStore[] {
  const used = new Set(course.lessons.flatMap(picturesOf));
  const encoder = new TextEncoder();
  const lessons = course.lessons.map((lesson): FileToStore => ({
    path: lessonFile(lesson),
    mediaType: 'application/json',
    bytes: encoder.encode(JSON.stringify(lesson)),
  }));
  return [...lessons, ...media.filter((file) => used.has(file.path))];
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
    lessons: course.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      outcome: lesson.outcome,
      minutes: lesson.minutes,
      cards: lesson.cards.length,
      file: lessonFile(lesson),
    })),
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Whether two versions hold the same: publishing it again would change nothing for a learner. */
export function sameContent(a: Manifest, b: Manifest): boolean {
  return JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });
}

/** The files of a lesson in a manifest: its JSON first, then its pictures. */
export function filesOfLesson(manifest: Manifest, lesson: Lesson): PackageFile[] {
  const paths = [lessonFile(lesson), ...picturesOf(lesson)];
  return paths.flatMap((path) => manifest.files.filter((file) => file.path === path));
}

/** Reads a manifest. */
export function readManifest(value: unknown): Read<Manifest> {
  return readAs(Manifest, value);
}
