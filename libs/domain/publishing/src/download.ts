import { filesOf, type Manifest, type PackageFile } from './package.js';

/** How much of a course is brought to a phone: each choice holds the one before it. */
export const DOWNLOAD_CHOICES = ['voice', 'pictures', 'everything'] as const;
/** How much of a course is brought to a phone. */
export type DownloadChoice = (typeof DOWNLOAD_CHOICES)[number];
/** What a file is for: text is everything without which a lesson can't be read or a question can't be answered. */
export type FileClass = 'text' | 'voice' | 'pictures' | 'video';

/** The files of one lesson or quiz that are still to come. */
export interface DownloadPart {
  /** The lesson or quiz; empty for what none of them names. */
  id: string;
  files: PackageFile[];
}

/** What is still to be fetched of a version, lesson by lesson. */
export interface DownloadPlan {
  parts: DownloadPart[];
  bytes: Record<FileClass, number>;
  total: number;
}

const CLASSES: Record<DownloadChoice, readonly FileClass[]> = {
  voice: ['text', 'voice'],
  pictures: ['text', 'voice', 'pictures'],
  everything: ['text', 'voice', 'pictures', 'video'],
};
/** The ranks of clips, pictures and voices, in the order in which they go. */
const GOING = (['video', 'pictures', 'voice'] as const).map((one) => CLASSES.everything.indexOf(one));
const BYTES_A_GIGABYTE = 1_000_000_000;

/** What a file is for. A version that doesn't say which pictures are needed needs them all. */
function classOf({ mediaType, path }: PackageFile, needed: ReadonlySet<string> | undefined): FileClass {
  if (mediaType.startsWith('audio/')) return 'voice';
  if (mediaType.startsWith('video/')) return 'video';
  return mediaType.startsWith('image/') && needed && !needed.has(path) ? 'pictures' : 'text';
}

/** What of a version is still to be fetched for a choice when some files are here; each content once, in the first lesson that uses it. */
export function downloadPlan(manifest: Manifest, has: ReadonlySet<string>, choice: DownloadChoice): DownloadPlan {
  const classes = classesByContent(manifest);
  const bytes: DownloadPlan['bytes'] = { text: 0, voice: 0, pictures: 0, video: 0 };
  const planned = new Set(has);
  const take = (file: PackageFile): PackageFile[] => {
    const fileClass = classes.get(file.sha256) ?? 'text';
    if (planned.has(file.sha256) || !CLASSES[choice].includes(fileClass)) return [];
    planned.add(file.sha256);
    bytes[fileClass] += file.bytes;
    return [file];
  };
  const units = [...manifest.lessons, ...manifest.quizzes].map((unit) => ({ id: unit.id, files: filesOf(manifest, unit).flatMap(take) }));
  const parts = [...units, { id: '', files: manifest.files.flatMap(take) }].filter((part) => part.files.length > 0);
  return { parts, bytes, total: Object.values(bytes).reduce((sum, one) => sum + one, 0) };
}

/** The class of each content; what stands under two paths counts as the one that more choices bring. */
function classesByContent(manifest: Manifest): Map<string, FileClass> {
  const needed = manifest.needed && new Set(manifest.needed);
  const rank = (one: FileClass): number => CLASSES.everything.indexOf(one);
  const classes = new Map<string, FileClass>();
  for (const file of manifest.files) {
    const [before, now] = [classes.get(file.sha256), classOf(file, needed)];
    if (!before || rank(now) < rank(before)) classes.set(file.sha256, now);
  }
  return classes;
}

/** The files of versions that can go when a phone is full, dearest to keep first: clips, then pictures that no question needs, then voices; never text. */
export function firstToGo(manifests: readonly Manifest[], has: ReadonlySet<string>): PackageFile[] {
  const classes = manifests.map(classesByContent);
  const rank = (sha256: string): number => Math.min(...classes.map((one) => CLASSES.everything.indexOf(one.get(sha256) ?? 'video')));
  const files = new Map(manifests.flatMap((manifest) => manifest.files).map((file) => [file.sha256, file]));
  return [...files.values()]
    .filter(({ sha256 }) => has.has(sha256) && rank(sha256) > 0)
    .sort((a, b) => GOING.indexOf(rank(a.sha256)) - GOING.indexOf(rank(b.sha256)) || b.bytes - a.bytes);
}

/** What bytes cost at a price for a gigabyte, in whole riel, never less than it will be. */
export function rielFor(bytes: number, rielPerGigabyte: number): number {
  return Math.ceil((bytes / BYTES_A_GIGABYTE) * rielPerGigabyte);
}
