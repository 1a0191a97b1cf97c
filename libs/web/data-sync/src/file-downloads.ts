import { inject, Injectable } from '@angular/core';
import type { PackageFile } from '@sala/domain/publishing';
import { Api, type Trouble } from '@sala/web/data-api';
import { joined, PackageStore, PART_BYTES, PartialFiles } from '@sala/web/data-device';

/** Who waits for files: may end it, and is told how many bytes of the present file are here. */
export interface Waiting {
  stop?: AbortSignal;
  took?(bytes: number): void;
}

/** A wrong hash is taken for an accident of the line once. */
const TRIES = 2;

/** Brings files onto the phone, each from the byte where it was cut, and keeps only what its hash confirms. */
@Injectable({ providedIn: 'root' })
export class FileDownloads {
  private readonly api = inject(Api);
  private readonly packages = inject(PackageStore);
  private readonly parts = inject(PartialFiles);
  private readonly underWay = new Map<string, Promise<unknown>>();

  /** Makes sure that files are here; says what stood in the way. */
  async bring(files: readonly PackageFile[], waiting: Waiting = {}): Promise<Trouble | undefined> {
    for (const file of await this.packages.missing(files)) {
      const trouble = await this.once(file.sha256, () => inOneTab(`sala.file.${file.sha256}`, () => this.fetch(file, waiting)));
      if (trouble) return trouble;
    }
    return undefined;
  }

  /** Two pages that want the same thing wait for the same request. */
  once<T>(name: string, work: () => Promise<T>): Promise<T> {
    const running = this.underWay.get(name) as Promise<T> | undefined;
    if (running) return running;
    const started = work().finally(() => this.underWay.delete(name));
    this.underWay.set(name, started);
    return started;
  }

  private async fetch(file: PackageFile, waiting: Waiting): Promise<Trouble | undefined> {
    // Another tab may have brought it while this one waited for its turn.
    if ((await this.packages.missing([file])).length === 0) return undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      const received = await this.receive(file, waiting);
      if ('code' in received) return received;
      if ((await this.packages.keepFiles([{ file, bytes: received }])).length === 0) return undefined;
      await this.parts.drop(file.sha256);
    }
    return { code: 'damaged' };
  }

  /** Receives a file to its end. After a cut it goes on at once as long as each request brings something. */
  private async receive(file: PackageFile, { stop, took }: Waiting): Promise<ArrayBuffer | Trouble> {
    for (;;) {
      const from = await this.parts.received(file.sha256);
      if (from >= file.bytes) return this.parts.bytes(file.sha256);
      const intake = new Intake(this.parts, file, from, took);
      const trouble = await this.api.file(file.sha256, { from, take: (bytes) => intake.take(bytes), stop });
      if (from === 0 && intake.isAllHeld()) return intake.held();
      await intake.write();
      if (stop?.aborted) return { code: 'offline' };
      if (intake.end === from) return trouble ?? this.parts.bytes(file.sha256);
    }
  }
}

/** Gathers what comes of a file and writes it in pieces of a size worth a transaction. */
class Intake {
  private waiting: Uint8Array[] = [];
  private written: number;
  end: number;

  constructor(
    private readonly parts: PartialFiles,
    private readonly file: PackageFile,
    from: number,
    private readonly took?: (bytes: number) => void,
  ) {
    this.written = this.end = from;
  }

  async take(bytes: Uint8Array): Promise<void> {
    // What goes beyond the file can't belong to it and must not fill the phone.
    const own = bytes.slice(0, this.file.bytes - this.end);
    this.waiting.push(own);
    this.end += own.byteLength;
    if (this.end - this.written >= PART_BYTES) await this.write();
    this.took?.(this.end);
  }

  /** Whether the whole file is in memory, so that no piece need be written. */
  isAllHeld(): boolean {
    return this.written === 0 && this.end === this.file.bytes;
  }

  held(): ArrayBuffer {
    return joined(this.waiting);
  }

  async write(): Promise<void> {
    if (this.end === this.written) return;
    if (!(await this.parts.append(this.file.sha256, this.written, this.held()))) throw new Error('another tab is bringing this file');
    this.waiting = [];
    this.written = this.end;
  }
}

/** Runs work in one tab after the other; where the browser has no locks, a piece that doesn't fit is refused by the store. */
async function inOneTab<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? ((await locks.request(name, work)) as T) : work();
}
