import { readdir, readFile } from 'node:fs/promises';
import type { FileToStore } from '@sala/domain/publishing';

/** A course as it stands in the repository: a document not yet read by its schema, and the media that it names. */
export interface CurriculumCourse {
  course: unknown;
  media: FileToStore[];
}

const COURSES = new URL('../courses/', import.meta.url);

const readJson = async (file: URL): Promise<Record<string, unknown>> => JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;

/** A course folder holds course.json, whose lessons are names of files in lessons/, and drawings in pictures/. */
async function readCourseFolder(folder: URL): Promise<CurriculumCourse> {
  const course = await readJson(new URL('course.json', folder));
  const names = Array.isArray(course['lessons']) ? course['lessons'].map(String) : [];
  const lessons = await Promise.all(names.map((name) => readJson(new URL(`lessons/${name}.json`, folder))));
  const pictures = (await readdir(new URL('pictures/', folder))).sort();
  const media = await Promise.all(
    pictures.map(async (name): Promise<FileToStore> => ({
      path: `pictures/${name}`,
      mediaType: 'image/svg+xml',
      bytes: await readFile(new URL(`pictures/${name}`, folder)),
    })),
  );
  return { course: { ...course, lessons }, media };
}

/** The courses that Sala ships, to be published through the same door as any author's. */
export async function curriculum(): Promise<CurriculumCourse[]> {
  const folders = (await readdir(COURSES, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(folders.sort().map((name) => readCourseFolder(new URL(`${name}/`, COURSES))));
}
