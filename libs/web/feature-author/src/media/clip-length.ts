const PATIENCE_MS = 5_000;

/** How many seconds a clip lasts, as its own file says; undefined when the browser can't tell. */
export async function clipSeconds(file: Blob): Promise<number | undefined> {
  const address = URL.createObjectURL(file);
  const video = document.createElement('video');
  const isKnown = (): boolean => Number.isFinite(video.duration);
  const told = await new Promise<boolean>((tell) => {
    setTimeout(() => tell(false), PATIENCE_MS);
    video.onerror = () => tell(false);
    video.ondurationchange = () => isKnown() && tell(true);
    // A clip that a browser recorded knows its length only when it was once at its end.
    video.onloadedmetadata = () => {
      if (isKnown()) tell(true);
      else video.currentTime = Number.MAX_SAFE_INTEGER;
    };
    video.preload = 'metadata';
    video.src = address;
  });
  const seconds = told ? Math.max(1, Math.round(video.duration)) : undefined;
  video.removeAttribute('src');
  URL.revokeObjectURL(address);
  return seconds;
}
