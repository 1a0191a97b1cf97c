import { invalid, Problem } from '@sala/api/platform';
import { isSafeDrawing, mediaTypeOf, type FileToStore, type PackageMediaType } from '@sala/domain/publishing';
import { fileTypeFromBuffer } from 'file-type';
import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** What a file of a course is for. */
export type MediaUse = 'picture' | 'sound' | 'video' | 'captions';

/** The largest file that is taken for each use, in bytes. A photo of a phone's camera is made small here; sounds and clips stay as they come. */
export const MEDIA_LIMITS: Record<MediaUse, number> = { picture: 12_000_000, sound: 2_000_000, video: 3_000_000, captions: 100_000 };

/** A screen of 360 points is up to 1,080 dots wide; twice 360 is sharp on what villagers hold, at half the bytes. */
const PICTURE_WIDTH = 720;
const PICTURE_HEIGHT = 1_440;
const MOST_PIXELS = 50_000_000;
const DRAWING_BYTES = 60_000;

const refused = (rule: string): Problem => new Problem('file-refused', { errors: [{ path: 'file', rule }] });
const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const RASTER = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/heic']);
const SOUNDS: Record<string, { mediaType: PackageMediaType; end: string }> = {
  'video/webm': { mediaType: 'audio/webm', end: 'webm' },
  'audio/webm': { mediaType: 'audio/webm', end: 'webm' },
  'video/mp4': { mediaType: 'audio/mp4', end: 'm4a' },
  'audio/mp4': { mediaType: 'audio/mp4', end: 'm4a' },
  'audio/x-m4a': { mediaType: 'audio/mp4', end: 'm4a' },
};
const CLIPS: Record<string, { mediaType: PackageMediaType; end: string }> = {
  'video/webm': { mediaType: 'video/webm', end: 'webm' },
  'video/mp4': { mediaType: 'video/mp4', end: 'mp4' },
};

/** Decodes a picture and writes it anew at a phone's size: what else was hidden in the file, position and camera included, is gone. */
async function photo(bytes: Buffer): Promise<FileToStore> {
  const made = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: PICTURE_WIDTH, height: PICTURE_HEIGHT, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 74, effort: 5 })
    .toBuffer()
    .catch(() => Promise.reject(refused('picture-unreadable')));
  return { path: `pictures/p-${nameOf(made)}.webp`, mediaType: 'image/webp', bytes: made };
}

function drawing(bytes: Buffer): FileToStore {
  if (bytes.length > DRAWING_BYTES) throw refused('drawing-too-large');
  if (!isSafeDrawing(bytes)) throw refused('drawing-unsafe');
  return { path: `pictures/p-${nameOf(bytes)}.svg`, mediaType: 'image/svg+xml', bytes };
}

/** Whether a file is written as a drawing; what it holds is looked at afterwards. */
const looksDrawn = (bytes: Buffer): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<svg[\s>]/i.test(bytes.toString('utf8', 0, 2_000));

function captions(bytes: Buffer): FileToStore {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (!/^WEBVTT(?:[ \t\n\r]|$)/.test(text) || text.includes('\ufffd')) throw refused('captions-unreadable');
  return { path: `videos/c-${nameOf(bytes)}.vtt`, mediaType: 'text/vtt', bytes };
}

/**
 * Takes what an author brings and makes of it a file of a course or an answer, by what the file is and not by what it says it is. Throws `file-refused` with a rule:
 * empty, too-large, kind, picture-unreadable, drawing-unsafe, drawing-too-large, captions-unreadable.
 */
export async function takeMedia(bytes: Buffer, use: MediaUse): Promise<FileToStore> {
  if (bytes.length === 0) throw refused('empty');
  if (bytes.length > MEDIA_LIMITS[use]) throw refused('too-large');
  if (use === 'captions') return captions(bytes);
  if (use === 'picture' && looksDrawn(bytes)) return drawing(bytes);
  const kind = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (use === 'picture') return RASTER.has(kind) ? photo(bytes) : Promise.reject(refused('kind'));
  const known = (use === 'sound' ? SOUNDS : CLIPS)[kind];
  if (!known) throw refused('kind');
  const folder = use === 'sound' ? 'sounds/s' : 'videos/v';
  return { path: `${folder}-${nameOf(bytes)}.${known.end}`, mediaType: known.mediaType, bytes };
}

/** Looks at a file of a course that comes whole from elsewhere: it must be what its name says, and stays as it is. */
export async function checkMedia(file: FileToStore): Promise<void> {
  const bytes = Buffer.from(file.bytes);
  const { mediaType, path } = file;
  const lies = (): Problem => invalid(path, 'kind');
  if (mediaTypeOf(path) !== mediaType) throw lies();
  if (mediaType === 'image/svg+xml') {
    if (!looksDrawn(bytes) || !isSafeDrawing(bytes)) throw new Problem('file-refused', { errors: [{ path, rule: 'drawing-unsafe' }] });
    return;
  }
  if (mediaType === 'text/vtt') return void captions(bytes);
  const kind = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const fits = mediaType.startsWith('image/')
    ? kind === mediaType
    : (mediaType.startsWith('audio/') ? SOUNDS : CLIPS)[kind]?.mediaType === mediaType;
  if (!fits) throw new Problem('file-refused', { errors: [{ path, rule: 'kind' }] });
}
