import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCourseFolder, type CourseFolder } from '@sala/domain/publishing';

/** A course as it stands in the repository: a document not yet read by its schema, and the media that it names. */
export type CurriculumCourse = CourseFolder;

const COURSES = new URL('../courses/', import.meta.url);

async function filesOf(folder: URL): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => pathIn(folder, entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.sort().map(async (path) => [path, await readFile(new URL(path, folder))] as const)));
}

function pathIn(folder: URL, parent: string, name: string): string {
  const above = parent.slice(fileURLToPath(folder).replace(/[\\/]$/, '').length).replaceAll('\\', '/');
  return `${above}/${name}`.replace(/^\/+/, '');
}

async function courseIn(folder: URL): Promise<CurriculumCourse> {
  const read = readCourseFolder(await filesOf(folder));
  if (!read.ok) throw new Error(read.findings.map(({ path, reason }) => `${folder.pathname}${path}: ${reason}`).join('\n'));
  return read.value;
}

/** The courses that Sala ships, or those of another folder, to be published through the same door as any author's. */
export async function curriculum(courses: URL = COURSES): Promise<CurriculumCourse[]> {
  const folders = (await readdir(courses, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(folders.sort().map((name) => courseIn(new URL(`${name}/`, courses))));
}
