import { inject, Injectable } from '@angular/core';
import { firstToGo } from '@sala/domain/publishing/download';
import { dropParts } from './partial-files.js';
import { Store, type StoredVersion, type Writing } from './store.js';

/** So many bytes of media go at a time: room for weeks of learning, without emptying the phone. */
const ROOM_BYTES = 2_000_000;
/** Where it is remembered that media had to go. */
export const LET_GO = 'sala.let-go';

/** Lets go of media on a full phone: what is under way and clips first. */
@Injectable({ providedIn: 'root' })
export class Room {
  private readonly store = inject(Store);

  /** Makes room so that what was learnt can be kept; says whether anything went. */
  async make(): Promise<boolean> {
    const database = await this.store.database();
    const [versions, files, parts] = await Promise.all([
      database.getAll('version'),
      database.getAllKeys('file'),
      database.getAllKeys('part'),
    ]);
    const begun = new Set(parts.map(([sha256]) => sha256));
    const going = firstToGo(
      versions.map((version) => version.manifest),
      new Set(files),
    );
    const enough: string[] = [];
    for (let bytes = 0; bytes < ROOM_BYTES && enough.length < going.length;) {
      const file = going[enough.length];
      enough.push(file?.sha256 ?? '');
      bytes += file?.bytes ?? 0;
    }
    if (begun.size + enough.length === 0) return false;
    // Nothing is added in the same transaction: on a full phone it would fail as a whole.
    await this.store.write(['file', 'part'], async (transaction) => {
      for (const sha256 of begun) await dropParts(transaction, sha256);
      for (const sha256 of enough) await transaction.objectStore('file').delete(sha256);
    });
    await this.store.write(['current', 'part'], (transaction) => pause(transaction, versions, new Set([...begun, ...enough])));
    if (enough.length > 0) remember(enough.length);
    return true;
  }
}

/** A course that lost something comes again only when the learner says so: else it would fill the phone, and cost its data, over and over. */
async function pause(
  transaction: Writing<'current' | 'part'>,
  versions: readonly StoredVersion[],
  gone: ReadonlySet<string>,
): Promise<void> {
  const losers = versions.filter(({ manifest }) => manifest.files.some(({ sha256 }) => gone.has(sha256)));
  for (const courseId of new Set(losers.map((version) => version.courseId))) {
    const course = await transaction.objectStore('current').get(courseId);
    if (course && course.wish !== 'removed') await transaction.objectStore('current').put({ ...course, wish: 'paused' });
  }
}

function remember(files: number): void {
  try {
    localStorage.setItem(LET_GO, String(Number(localStorage.getItem(LET_GO)) + files));
  } catch {
    return;
  }
}
