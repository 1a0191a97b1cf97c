import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { MediaOfDraft } from '@sala/contract/dto';
import { renamedFile } from '@sala/domain/editing';
import { FileCalls, type TroubleCode } from '@sala/web/data-api';
import type { Pictures } from '@sala/web/ui-lesson';
import { DraftCopy } from './draft-copy.js';
import { DraftShelf, type StoredFile } from './draft-shelf.js';

const ENDS: Record<string, string> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
  'text/vtt': 'vtt',
};
const FOLDERS: Record<StoredFile['use'], string> = { picture: 'pictures/p', sound: 'sounds/s', video: 'videos/v', captions: 'videos/c' };

/** What the server takes of each kind, in bytes; more is said at once and not sent first. */
const MOST: Record<StoredFile['use'], number> = { picture: 12_000_000, sound: 2_000_000, video: 3_000_000, captions: 100_000 };

/** The pictures, voices and clips of the open draft: at once here, and on the server as soon as there is a line. */
@Injectable()
export class DraftFiles implements Pictures {
  private readonly calls = inject(FileCalls);
  private readonly copy = inject(DraftCopy);
  private readonly shelf = inject(DraftShelf);
  private readonly waiting = signal<ReadonlyMap<string, StoredFile>>(new Map());
  private readonly addresses = new Map<string, string>();

  constructor() {
    inject(DestroyRef).onDestroy(() => new Set(this.addresses.values()).forEach((address) => URL.revokeObjectURL(address)));
  }

  /** Brings the files that wait on this computer. */
  async open(): Promise<void> {
    const files = await this.shelf.files(this.copy.courseId()).catch(() => []);
    this.waiting.set(new Map(files.map((file) => [file.path, file])));
  }

  /** Whether a file waits to be sent. */
  isWaiting(): boolean {
    return [...this.waiting().values()].some(({ refused }) => refused === undefined);
  }

  /** Why a file was not taken, when it was not. */
  refusal(path: string): string | undefined {
    return this.waiting().get(path)?.refused;
  }

  /** Takes a file into the draft: gives its path, or why it can't be used. */
  async add(use: StoredFile['use'], file: Blob): Promise<{ path: string } | { refused: string }> {
    if (file.size === 0) return { refused: 'empty' };
    if (file.size > MOST[use]) return { refused: 'too-large' };
    const bytes = await file.arrayBuffer();
    const mediaType = file.type.split(';')[0] ?? '';
    const end = ENDS[mediaType] ?? (use === 'captions' ? 'vtt' : 'bin');
    const path = `${FOLDERS[use]}-${await nameOf(bytes)}.${end}`;
    if (this.held(path)) return { path };
    const stored: StoredFile = { courseId: this.copy.courseId(), path, use, mediaType, bytes };
    // A full disk does not keep a picture from the server.
    await this.shelf.keepFile(stored).catch(() => this.copy.isDiskFull.set(true));
    this.put(stored);
    return { path };
  }

  /** Sends what waits, one file after the other; gives what was in the way. */
  async send(): Promise<TroubleCode | undefined> {
    for (const file of this.waiting().values()) {
      if (file.refused !== undefined) continue;
      const parts = { path: { courseId: file.courseId }, query: { use: file.use } };
      const sent = await this.calls.send('addMedia', parts, new Blob([file.bytes], { type: file.mediaType }));
      if (sent.ok) await this.taken(file, sent.value);
      else if (sent.trouble.code === 'file-refused' || sent.trouble.code === 'too-large')
        await this.refuse(file, sent.trouble.errors?.[0]?.rule ?? 'too-large');
      else return sent.trouble.code;
    }
    return undefined;
  }

  /** Where a file can be shown from. */
  addressOf(path: string): Promise<string | undefined> {
    const known = this.addresses.get(path);
    if (known) return Promise.resolve(known);
    const waiting = this.waiting().get(path);
    if (waiting) {
      const address = URL.createObjectURL(new Blob([waiting.bytes], { type: waiting.mediaType }));
      this.addresses.set(path, address);
      return Promise.resolve(address);
    }
    const held = this.held(path);
    const parts = { path: { courseId: this.copy.courseId(), sha256: held?.sha256 ?? '' } };
    return Promise.resolve(held && this.calls.addressOf('draftMedia', parts));
  }

  private held(path: string): MediaOfDraft | undefined {
    return this.copy.base()?.media.find((one) => one.path === path);
  }

  private put(file: StoredFile): void {
    this.waiting.update((all) => new Map([...all, [file.path, file]]));
  }

  /** The server made a file of its own of what it got: it is named by that from now on, also in every step back. */
  private async taken(file: StoredFile, kept: MediaOfDraft): Promise<void> {
    this.copy.base.update((base) => base && { ...base, media: [...base.media.filter(({ path }) => path !== kept.path), kept] });
    if (kept.path !== file.path) this.copy.history.update((history) => history && renamedFile(history, file.path, kept.path));
    const address = this.addresses.get(file.path);
    if (address) this.addresses.set(kept.path, address);
    this.waiting.update((all) => new Map([...all].filter(([path]) => path !== file.path)));
    await this.shelf.dropFile(file.courseId, file.path).catch(() => undefined);
  }

  private async refuse(file: StoredFile, refused: string): Promise<void> {
    this.put({ ...file, refused });
    await this.shelf.keepFile({ ...file, refused }).catch(() => undefined);
  }
}

async function nameOf(bytes: ArrayBuffer): Promise<string> {
  // Plain http has no digest; a random name does as well until the server gives its own.
  const digest = crypto.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : crypto.getRandomValues(new Uint8Array(8));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
