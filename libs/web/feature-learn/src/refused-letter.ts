import type { StoredEvent } from '@sala/web/data-device';

/** How a letter left the phone. */
export type Sent = { way: 'shared' } | { way: 'saved'; file: string } | { way: 'stopped' };

/** The refused events as a file that somebody in charge can read: each event as it was recorded, with the reason. */
export function refusedFile(name: string, refused: readonly StoredEvent[], now: Date): File {
  const content = { format: 'sala-refused-1', person: name, events: refused.map(({ code, event }) => ({ code, event })) };
  // Android's share sheet takes text files, but not JSON.
  return new File([JSON.stringify(content, null, 1)], `sala-${now.toISOString().slice(0, 10)}.txt`, { type: 'text/plain' });
}

/** Hands a file to the share sheet with a few words; where there is none, it is saved among the phone's downloads. */
export async function send(file: File, text: string): Promise<Sent> {
  const { share, canShare } = navigator as { share?: Navigator['share']; canShare?: Navigator['canShare'] };
  if (share && canShare?.call(navigator, { files: [file] })) {
    return share.call(navigator, { files: [file], text }).then(
      () => ({ way: 'shared' }),
      (reason: unknown) => ((reason as Error).name === 'AbortError' ? { way: 'stopped' } : save(file)),
    );
  }
  return save(file);
}

function save(file: File): Sent {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return { way: 'saved', file: file.name };
}
