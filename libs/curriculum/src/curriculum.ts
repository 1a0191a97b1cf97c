import { readdir, readFile } from 'node:fs/promises';
import type { FileToStore, PackageMediaType } from '@sala/domain/publishing';

/** A course as it stands in the repository: a document not yet read by its schema, and the media that it names. */
export interface CurriculumCourse {
  course: unknown;
  media: FileToStore[];
}

const COURSES = new URL('../courses/', import.meta.url);
const PARTS = ['lessons', 'practices', 'quizzes'] as const;
const MEDIA: Record<string, PackageMediaType> = {
  svg: 'image/svg+xml',
  webp: 'image/webp',
  webm: 'audio/webm',
  mp4: 'video/mp4',
  vtt: 'text/vtt',
};

const readJson = async (file: URL): Promise<Record<string, unknown>> => JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;

async function readMedia(folder: URL): Promise<FileToStore[]> {
  const names = await readdir(new URL('pictures/', folder)).catch(() => []);
  return Promise.all(
    names.sort().map(async (name): Promise<FileToStore> => {
      const mediaType = MEDIA[name.slice(name.lastIndexOf('.') + 1)];
      if (!mediaType) throw new Error(`pictures/${name}: no media of a course`);
      return { path: `pictures/${name}`, mediaType, bytes: await readFile(new URL(`pictures/${name}`, folder)) };
    }),
  );
}

/** A course folder holds course.json, whose lessons, practices and quizzes are names of files in folders of those names, and drawings in pictures/. */
async function readCourseFolder(folder: URL): Promise<CurriculumCourse> {
  const course = await readJson(new URL('course.json', folder));
  const parts = await Promise.all(
    PARTS.map(async (part) => {
      const names = Array.isArray(course[part]) ? course[part].map(String) : [];
      return [part, await Promise.all(names.map((name) => readJson(new URL(`${part}/${name}.json`, folder))))] as const;
    }),
  );
  return { course: { ...course, ...Object.fromEntries(parts) }, media: await readMedia(folder) };
}

/** The courses that Sala ships, to be published through the same door as any author's. */
export async function curriculum(): Promise<CurriculumCourse[]> {
  const folders = (await readdir(COURSES, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(folders.sort().map((name) => readCourseFolder(new URL(`${name}/`, COURSES))));
}
