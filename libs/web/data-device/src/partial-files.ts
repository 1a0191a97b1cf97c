import { inject, Injectable } from '@angular/core';
import { Store, type Writing } from './store.js';

/** Fewer bytes than these wait for more before they are written, so that a file takes few transactions. */
export const PART_BYTES = 64 * 1024;

/** Files under way: the bytes that came, so that a download goes on where it was cut, also after the app was killed. */
@Injectable({ providedIn: 'root' })
export class PartialFiles {
  private readonly store = inject(Store);

  /** How many bytes of a file are here, counted from its beginning. */
  async received(sha256: string): Promise<number> {
    const database = await this.store.database();
    const last = await database.transaction('part').store.openCursor(partsOf(sha256), 'prev');
    return last ? endOf(last.value) : 0;
  }

  /** Adds bytes at the end of what is here; says no when they begin elsewhere, because another tab was faster. */
  append(sha256: string, from: number, bytes: ArrayBuffer): Promise<boolean> {
    return this.store.write(['part'], async (transaction) => {
      const parts = transaction.objectStore('part');
      const last = await parts.openCursor(partsOf(sha256), 'prev');
      if ((last ? endOf(last.value) : 0) !== from) return false;
      await parts.put({ sha256, from, bytes });
      return true;
    });
  }

  /** All bytes that are here, in one. */
  async bytes(sha256: string): Promise<ArrayBuffer> {
    const database = await this.store.database();
    return joined((await database.getAll('part', partsOf(sha256))).map((part) => part.bytes));
  }

  /** Lets go of what is here of a file. */
  async drop(sha256: string): Promise<void> {
    await this.store.write(['part'], (transaction) => dropParts(transaction, sha256));
  }
}

/** Bytes put one after the other. */
export function joined(parts: readonly (ArrayBuffer | Uint8Array)[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), end);
    end += part.byteLength;
  }
  return whole.buffer;
}

/** Lets go of the parts of a file within a transaction. */
export function dropParts(transaction: Pick<Writing<'part'>, 'objectStore'>, sha256: string): Promise<void> {
  return transaction.objectStore('part').delete(partsOf(sha256));
}

const partsOf = (sha256: string): IDBKeyRange => IDBKeyRange.bound([sha256, 0], [sha256, Number.MAX_SAFE_INTEGER]);
const endOf = ({ from, bytes }: { from: number; bytes: ArrayBuffer }): number => from + bytes.byteLength;
