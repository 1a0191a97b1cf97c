const LARGE_BYTES = 250_000;
const LONGEST_SIDE = 1_280;
const QUALITY = 0.75;

/** A photo at the size at which a mentor looks at it; undefined when it is small already or the browser can't. */
export async function smallPhoto(photo: Blob): Promise<Blob | undefined> {
  if (photo.size <= LARGE_BYTES || !('createImageBitmap' in globalThis)) return undefined;
  const bitmap = await createImageBitmap(photo).catch(() => undefined);
  if (!bitmap) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return made && made.size < photo.size ? made : undefined;
}
