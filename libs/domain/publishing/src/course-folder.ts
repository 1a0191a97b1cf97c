import type { Finding, Read } from '@sala/domain/content';
import { GLOSSARY_FILE, type FileToStore, type Manifest, type PackageMediaType } from './package.js';

/** The lists of a course that stand in folders of their own, a file for each member. */
const PARTS = ['lessons', 'practices', 'quizzes'] as const;

/** What each folder of media may hold, by the end of the name. */
const MEDIA: Record<string, Record<string, PackageMediaType>> = {
  pictures: { svg: 'image/svg+xml', webp: 'image/webp', avif: 'image/avif' },
  sounds: { webm: 'audio/webm', m4a: 'audio/mp4' },
  videos: { webm: 'video/webm', mp4: 'video/mp4', vtt: 'text/vtt' },
};

/** The file that names the others. */
export const COURSE_FILE = 'course.json';

/** The media type of a path in a course folder, or undefined when no such file belongs there. */
export function mediaTypeOf(path: string): PackageMediaType | undefined {
  const [folder = '', name = '', ...deeper] = path.split('/');
  if (deeper.length > 0) return undefined;
  return MEDIA[folder]?.[name.slice(name.lastIndexOf('.') + 1)];
}

/** A course as it stands in a folder or course file: a document not yet read by its schema, and its media. */
export interface CourseFolder {
  course: unknown;
  media: FileToStore[];
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readJson(files: ReadonlyMap<string, Uint8Array>, path: string): Read<Json> {
  const bytes = files.get(path);
  const failed = (reason: string): { ok: false; findings: Finding[] } => ({ ok: false, findings: [{ path, reason }] });
  if (!bytes) return failed('missing');
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return isJson(value) ? { ok: true, value } : failed('no JSON object');
  } catch {
    return failed('no JSON');
  }
}

/**
 * Puts a course together from the files of its folder: course.json, whose lessons, practices and quizzes are names of files in folders of those names, and
 * media in pictures/, sounds/ and videos/. Says which files are missing, unreadable or foreign.
 */
export function readCourseFolder(files: ReadonlyMap<string, Uint8Array>): Read<CourseFolder> {
  const whole = readJson(files, COURSE_FILE);
  if (!whole.ok) return whole;
  const findings: Finding[] = [];
  const known = new Set<string>([COURSE_FILE]);
  const course: Json = { ...whole.value };
  for (const part of PARTS) {
    const names = Array.isArray(course[part]) ? course[part].map(String) : [];
    course[part] = names.flatMap((name) => {
      const path = `${part}/${name}.json`;
      known.add(path);
      const read = readJson(files, path);
      if (!read.ok) findings.push(...read.findings);
      return read.ok ? [read.value] : [];
    });
  }
  const media = [...files].flatMap(([path, bytes]): FileToStore[] => {
    if (known.has(path)) return [];
    const mediaType = mediaTypeOf(path);
    if (!mediaType) findings.push({ path, reason: 'no file of a course' });
    return mediaType ? [{ path, mediaType, bytes }] : [];
  });
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: { course, media } };
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The files of a course's folder: what `readCourseFolder` reads, without loss. */
export function writeCourseFolder({ course, media }: CourseFolder): Map<string, Uint8Array> {
  const whole: Json = isJson(course) ? { ...course } : {};
  const files = new Map<string, Uint8Array>();
  for (const part of PARTS) {
    const list = Array.isArray(whole[part]) ? whole[part].filter(isJson) : [];
    whole[part] = list.map((one) => one['id']);
    for (const one of list) files.set(`${part}/${String(one['id'])}.json`, json(one));
  }
  return new Map([[COURSE_FILE, json(whole)], ...files, ...media.map(({ path, bytes }) => [path, bytes] as const)]);
}

/** The course document of a published version, from its manifest and the JSON of its files by path. */
export function courseOfPackage(manifest: Manifest, contents: ReadonlyMap<string, unknown>): unknown {
  const under = (folder: string): unknown[] =>
    manifest.files.flatMap(({ path }) => (path.startsWith(`${folder}/`) && path.endsWith('.json') ? [contents.get(path)] : []));
  const inOrder = (outlines: readonly { file: string }[]): unknown[] => outlines.map(({ file }) => contents.get(file));
  return {
    format: manifest.format,
    id: manifest.courseId,
    slug: manifest.slug,
    title: manifest.title,
    summary: manifest.summary,
    lessons: inOrder(manifest.lessons),
    practices: under('practices'),
    quizzes: inOrder(manifest.quizzes),
    glossary: contents.get(GLOSSARY_FILE) ?? {},
  };
}
