import { readdir, readFile } from 'node:fs/promises';
import type { FileToStore, PackageMediaType } from '@sala/domain/publishing';

/** A course as it stands in the repository: a document not yet read by its schema, and the media that it names. */
export interface CurriculumCourse {
  course: unknown;
  media: FileToStore[];
}

const COURSES = new URL('../courses/', import.meta.url);
const PARTS = ['lessons', 'practices', 'quizzes'] as const;
/** What each folder of media may hold, by the end of the name. */
const MEDIA: Record<string, Record<string, PackageMediaType>> = {
  pictures: { svg: 'image/svg+xml', webp: 'image/webp', avif: 'image/avif' },
  sounds: { webm: 'audio/webm', m4a: 'audio/mp4' },
  videos: { webm: 'video/webm', mp4: 'video/mp4', vtt: 'text/vtt' },
};

const readJson = async (file: URL): Promise<Record<string, unknown>> => JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;

async function readMedia(course: URL, folder: string): Promise<FileToStore[]> {
  const names = await readdir(new URL(`${folder}/`, course)).catch(() => []);
  return Promise.all(
    names.sort().map(async (name): Promise<FileToStore> => {
      const path = `${folder}/${name}`;
      const mediaType = MEDIA[folder]?.[name.slice(name.lastIndexOf('.') + 1)];
      if (!mediaType) throw new Error(`${path}: no media of a course`);
      return { path, mediaType, bytes: await readFile(new URL(path, course)) };
    }),
  );
}

/**
 * A course folder holds course.json, whose lessons, practices and quizzes are names of files in folders of those names, and media in pictures/,
 * sounds/ and videos/.
 */
async function readCourseFolder(folder: URL): Promise<CurriculumCourse> {
  const course = await readJson(new URL('course.json', folder));
  const parts = await Promise.all(
    PARTS.map(async (part) => {
      const names = Array.isArray(course[part]) ? course[part].map(String) : [];
      return [part, await Promise.all(names.map((name) => readJson(new URL(`${part}/${name}.json`, folder))))] as const;
    }),
  );
  const media = await Promise.all(Object.keys(MEDIA).map((name) => readMedia(folder, name)));
  return { course: { ...course, ...Object.fromEntries(parts) }, media: media.flat() };
}

/** The courses that Sala ships, or those of another folder, to be published through the same door as any author's. */
export async function curriculum(courses: URL = COURSES): Promise<CurriculumCourse[]> {
  const folders = (await readdir(courses, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(folders.sort().map((name) => readCourseFolder(new URL(`${name}/`, courses))));
}
