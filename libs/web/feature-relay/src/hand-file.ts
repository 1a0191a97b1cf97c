/** How a file left: by the share sheet, into the downloads, or not at all because the person changed their mind. */
export type Handed = 'shared' | 'downloaded' | 'cancelled';

/** Gives a file to the phone's share sheet (Bluetooth, messengers); where there is none, or it refuses the kind, into the downloads. */
export async function handFile(blob: Blob, name: string): Promise<Handed> {
  const file = new File([blob], name, { type: blob.type });
  if (!canShare(file)) return download(blob, name);
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch (reason) {
    return (reason as { name?: string } | undefined)?.name === 'AbortError' ? 'cancelled' : download(blob, name);
  }
}

const PATIENCE_MS = 60_000;

function canShare(file: File): boolean {
  const { canShare } = navigator as Partial<Pick<Navigator, 'canShare'>>;
  return canShare?.call(navigator, { files: [file] }) ?? false;
}

function download(blob: Blob, name: string): Handed {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE_MS);
  return 'downloaded';
}
