import { Injectable } from '@angular/core';
import type { MediaOfDraft } from '@sala/contract/dto';
import type { Writing } from '@sala/domain/editing';
import type { DraftState } from '@sala/domain/publishing';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What the server held when it was last asked. */
export interface DraftBase {
  readonly writing: Writing;
  readonly revision: number;
  readonly state: DraftState;
  readonly savedAt: string;
  readonly media: readonly MediaOfDraft[];
}

/** A draft as it is kept on this computer: what is written, and what the server held. A course that the server has never seen has no base. */
export interface StoredDraft {
  personId: string;
  courseId: string;
  writing: Writing;
  base?: DraftBase;
  /** What was sent and not answered: the server may hold it, and then it is the author's own. */
  sent?: readonly Writing[];
  /** When it was written here (epoch ms). */
  at: number;
}

/** A picture, voice or clip that the server doesn't have yet. */
export interface StoredFile {
  courseId: string;
  /** The path by which the draft names it until the server has given its own. */
  path: string;
  use: 'picture' | 'sound' | 'video' | 'captions';
  mediaType: string;
  bytes: ArrayBuffer;
  /** Why the server did not take it. */
  refused?: string;
}

interface Tables extends DBSchema {
  draft: { key: [string, string]; value: StoredDraft };
  file: { key: [string, string]; value: StoredFile };
}

/** Drafts and their files on this computer, in a database of their own: each change is on the disk before it is called saved. */
@Injectable({ providedIn: 'root' })
export class DraftShelf {
  private opened?: Promise<IDBPDatabase<Tables>> | undefined;

  /** The draft of a person, when it is here. */
  async read(personId: string, courseId: string): Promise<StoredDraft | undefined> {
    return (await this.database()).get('draft', [personId, courseId]);
  }

  /** All drafts of a person that are here. */
  async all(personId: string): Promise<StoredDraft[]> {
    return (await this.database()).getAll('draft', IDBKeyRange.bound([personId], [personId, []]));
  }

  /** Keeps a draft. */
  async keep(draft: StoredDraft): Promise<void> {
    const transaction = (await this.database()).transaction('draft', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(draft), transaction.done]);
  }

  /** The files of a course that wait to be sent. */
  async files(courseId: string): Promise<StoredFile[]> {
    return (await this.database()).getAll('file', IDBKeyRange.bound([courseId], [courseId, []]));
  }

  /** Keeps a file until the server has it. */
  async keepFile(file: StoredFile): Promise<void> {
    const transaction = (await this.database()).transaction('file', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(file), transaction.done]);
  }

  /** Lets a file go that the server has, or that nobody wants. */
  async dropFile(courseId: string, path: string): Promise<void> {
    await (await this.database()).delete('file', [courseId, path]);
  }

  private database(): Promise<IDBPDatabase<Tables>> {
    const database = (this.opened ??= openDB<Tables>('sala-studio', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('draft', { keyPath: ['personId', 'courseId'] });
        fresh.createObjectStore('file', { keyPath: ['courseId', 'path'] });
      },
      terminated: () => (this.opened = undefined),
    }));
    database.catch(() => (this.opened = undefined));
    return database;
  }
}
