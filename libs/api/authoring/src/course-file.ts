import { Problem } from '@sala/api/platform';
import { COURSE_FILE, mediaTypeOf, readCourseFolder, writeCourseFolder, type CourseFolder } from '@sala/domain/publishing';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import yazl from 'yazl';

/** The largest course file that is taken, in bytes, packed. */
export const COURSE_FILE_BYTES = 40_000_000;
const UNPACKED_BYTES = 120_000_000;
const MOST_FILES = 2_000;
/** Text packs to a tenth; what packs a hundred times is made to fill a disk. */
const MOST_TIMES = 100;
const SYMLINK = 0o120000;
const KIND_OF_FILE = 0o170000;

const refused = (rule: string, path = 'file'): Problem => new Problem('file-refused', { errors: [{ path, rule }] });
const isName = (path: string): boolean =>
  path === COURSE_FILE || mediaTypeOf(path) !== undefined || /^(?:lessons|practices|quizzes)\/[a-z0-9]+(?:-[a-z0-9]+)*\.json$/.test(path);

/** Refuses by what the list of contents says, before a byte is unpacked. */
function checkEntry(entry: Entry, seen: ReadonlySet<string>): void {
  const path = entry.fileName;
  if (((entry.externalFileAttributes >>> 16) & KIND_OF_FILE) === SYMLINK) throw refused('link', path);
  if (entry.isEncrypted()) throw refused('encrypted', path);
  if (!isName(path)) throw refused('foreign-file', path.slice(0, 120));
  if (seen.has(path)) throw refused('same-name-twice', path);
  if (entry.uncompressedSize > UNPACKED_BYTES) throw refused('too-large', path);
  if (entry.uncompressedSize > 100_000 && entry.uncompressedSize > entry.compressedSize * MOST_TIMES)
    throw refused('too-tightly-packed', path);
}

/** Reads one file and stops when it holds more than it said, or than all of them may hold. */
async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length;
    if (size > room) throw refused('too-large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function unpackAll(zip: ZipFile): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let room = UNPACKED_BYTES;
  for await (const entry of zip.eachEntry()) {
    // Folders have entries of their own in files that other programs made.
    if (/^[a-z]+\/$/.test(entry.fileName)) continue;
    checkEntry(entry, new Set(files.keys()));
    if (files.size >= MOST_FILES) throw refused('too-many-files');
    const bytes = await unpack(zip, entry, room);
    room -= bytes.length;
    files.set(entry.fileName, bytes);
  }
  return files;
}

/**
 * Reads a course file: a ZIP with the files of a course folder at its top (docs/formats.md). Throws `file-refused`, with the rule that it broke; nothing
 * of it has been stored then.
 */
export async function readCourseFile(bytes: Buffer): Promise<CourseFolder> {
  if (bytes.length > COURSE_FILE_BYTES) throw refused('too-large');
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    if (zip.entryCount > MOST_FILES) throw refused('too-many-files');
    const read = readCourseFolder(await unpackAll(zip));
    if (read.ok) return read.value;
    throw new Problem('file-refused', { errors: read.findings.slice(0, 20).map(({ path, reason }) => ({ path, rule: reason })) });
  } catch (reason) {
    throw reason instanceof Problem ? reason : refused('no-course-file');
  }
}

const DATE = new Date('2020-01-01T00:00:00Z');

/** Writes a course file; the same course gives the same bytes. */
export function writeCourseFile(folder: CourseFolder): Readable {
  const zip = new yazl.ZipFile();
  for (const [path, bytes] of writeCourseFolder(folder)) {
    const isPacked = /\.(?:webp|avif|webm|mp4|m4a)$/.test(path);
    zip.addBuffer(Buffer.from(bytes), path, { mtime: DATE, compress: !isPacked });
  }
  zip.end();
  return zip.outputStream as Readable;
}
