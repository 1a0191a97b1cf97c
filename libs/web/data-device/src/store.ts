import { Injectable } from '@angular/core';
import type { CatalogueEntry, PersonName, PlaceName } from '@sala/contract/dto';
import type { PacketFaultCode, Refusal } from '@sala/contract/routes';
import type { Response } from '@sala/domain/content';
import type { GroupSession, LearningEvent, LessonFacts } from '@sala/domain/learning';
import type { Recorded } from '@sala/domain/practice';
import type { DownloadChoice, Manifest, PackageMediaType } from '@sala/domain/publishing';
import type { Bytes, Key, ServerKeys } from '@sala/domain/sealing';
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { StoredDeed, StoredRoster, StoredWord } from './stored-mentoring.js';

/**
 * Where an event is on its way to the national server. Held: this phone may not speak for its learner, and sends it once their card was shown.
 * Moved: it is on the server and counts for another learner there, because a mentor confirmed that it was theirs.
 */
export type EventState = 'waiting' | 'held' | 'accepted' | 'refused' | 'moved';

/** An event of the log on this phone, with where it is on its way. */
export interface StoredEvent {
  id: string;
  learnerId: string;
  deviceId: string;
  sequence: number;
  state: EventState;
  /** Why it was refused. */
  code?: Refusal;
  event: LearningEvent;
  /** Since when (epoch ms, by the server's clock) it is known here that the server holds it. */
  heldSince?: number;
}

/** What proves a PIN without keeping it. */
export interface PinVerifier {
  salt: Uint8Array;
  iterations: number;
  hash: Uint8Array;
}

/** A person brought onto this phone. */
export interface StoredProfile {
  personId: string;
  person: PersonName;
  place: PlaceName;
  /** Somebody without an account, who learns under an id of this phone alone until a card is shown. */
  guest?: true;
  /** Missing where the browser can't derive one (plain http): then the server checks the PIN. */
  pin?: PinVerifier;
  /** Wrong PINs in a row. */
  wrongTries: number;
  /** The moment (epoch ms) before which no PIN is looked at. */
  waitUntil: number;
  addedAt: number;
  /** Whether the PIN is entered by pictures instead of digits. */
  code?: 'pictures';
  /** What proves the mentor's code where there is no line; gone once it was used. */
  offline?: OfflineProof;
  /** A PIN that was chosen by such a code and of which the server is still to be told. */
  chosen?: { number: number; sealed: string };
}

/** What proves a mentor's code for a new PIN without the server, and the key to which the new PIN is sealed. */
export interface OfflineProof extends PinVerifier {
  number: number;
  server: Bytes;
}

/** A version of a course of which at least the manifest is here. */
export interface StoredVersion {
  courseId: string;
  version: number;
  manifest: Manifest;
}

/** What the learner wants of a course on this phone; nothing said means that it comes quietly. */
export type CourseWish = 'kept' | 'paused' | 'removed';

/** A course on this phone: the version that new lessons are opened in, and what is wanted of it. */
export interface StoredCourse {
  courseId: string;
  slug: string;
  version: number;
  wish?: CourseWish;
  choice?: DownloadChoice;
}

/** Bytes of a file that is under way, as they came. */
export interface StoredPart {
  sha256: string;
  /** Where in the file they begin. */
  from: number;
  bytes: ArrayBuffer;
}

/** The catalogue as the server last told it. */
export interface StoredCatalogue {
  hash: string;
  courses: CatalogueEntry[];
  /** Missing in what an older Sala kept. */
  rielPerGigabyte?: number;
}

/** What was done in a practice that is under way, so that a killed app goes on at the very tap. */
export interface StoredJournal {
  learnerId: string;
  /** Lesson, practice and mode. */
  place: string;
  recorded: readonly Recorded[];
}

/** A quiz under way: which questions were drawn, and what was answered so far. */
export interface StoredAttempt {
  learnerId: string;
  /** Course and quiz. */
  place: string;
  id: string;
  seed: number;
  version: number;
  questions: string[];
  responses: Record<string, Response>;
  /** Whether somebody helped with any answer so far. */
  helped?: boolean;
}

/** A voice or photo that answers a question; it stays here until the mentor has heard or seen it. */
export interface StoredRecording {
  id: string;
  learnerId: string;
  mediaType: string;
  bytes: ArrayBuffer;
  /** The learner whom it is about, when a mentor speaks or listens. */
  about?: string;
  /** When the server had the whole of it (epoch ms); missing while it waits. */
  sentAt?: number;
  /** Why the server did not want it. */
  refused?: true;
}

/** What this phone carries for another: its newest packet on the way out, and the server's newest receipt on the way back. */
export interface CarriedWork {
  /** The other phone, by its key. */
  phone: string;
  /** Four letters by which people tell it. */
  code: string;
  /** The number of the newest packet that was taken. */
  number: number;
  takenAt: number;
  packet?: Bytes;
  receipt?: Bytes;
  /** Whether the receipt was given back. */
  isGiven?: boolean;
  /** Why the server did not take the packet. */
  fault?: PacketFaultCode;
}

/** What is kept once for the whole phone, by its name. */
export type Kept =
  | { name: 'device'; deviceId: string }
  | { name: 'catalogue'; catalogue: StoredCatalogue }
  | { name: 'group'; group: GroupSession }
  | { name: 'phone-key'; publicKey: Bytes; privateKey: Key; packets: number }
  | { name: 'server-keys'; deviceId: string; epoch: string; keys: ServerKeys }
  | { name: 'handed-over'; at: number };

/** The tables of the phone's database. A later version adds a step in `UPGRADES` and leaves the earlier ones. */
export interface Tables extends DBSchema {
  event: { key: string; value: StoredEvent; indexes: { state: EventState; learner: string; sequence: [string, string, number] } };
  profile: { key: string; value: StoredProfile };
  version: { key: [string, number]; value: StoredVersion };
  current: { key: string; value: StoredCourse; indexes: { slug: string } };
  file: { key: string; value: { sha256: string; mediaType: PackageMediaType; bytes: ArrayBuffer } };
  part: { key: [string, number]; value: StoredPart };
  restored: { key: [string, string, string]; value: { learnerId: string; courseId: string; lessonId: string; facts: LessonFacts } };
  folded: { key: [string, string, string]; value: { learnerId: string; courseId: string; lessonId: string; facts: LessonFacts } };
  journal: { key: [string, string]; value: StoredJournal };
  attempt: { key: [string, string]; value: StoredAttempt };
  recording: { key: string; value: StoredRecording };
  cursor: { key: string; value: { learnerId: string; cursor: string } };
  kept: { key: string; value: Kept };
  carried: { key: string; value: CarriedWork };
  word: { key: [string, string]; value: StoredWord };
  roster: { key: [string, string]; value: StoredRoster };
  deed: { key: [string, string]; value: StoredDeed };
}

/** The name of a table. */
export type Table = StoreNames<Tables>;
/** A transaction that may write to some tables. */
export type Writing<T extends Table> = IDBPTransaction<Tables, T[], 'readwrite'>;

const NAME = 'sala';
/** What makes room for everything else. */
const MEDIA: readonly Table[] = ['file', 'part'];

const UPGRADES: ((database: IDBPDatabase<Tables>) => void)[] = [
  (database) => {
    const events = database.createObjectStore('event', { keyPath: 'id' });
    events.createIndex('state', 'state');
    events.createIndex('learner', 'learnerId');
    events.createIndex('sequence', ['learnerId', 'deviceId', 'sequence'], { unique: true });
    database.createObjectStore('profile', { keyPath: 'personId' });
    database.createObjectStore('version', { keyPath: ['courseId', 'version'] });
    database.createObjectStore('current', { keyPath: 'courseId' }).createIndex('slug', 'slug', { unique: true });
    database.createObjectStore('file', { keyPath: 'sha256' });
    database.createObjectStore('restored', { keyPath: ['learnerId', 'courseId', 'lessonId'] });
    database.createObjectStore('cursor', { keyPath: 'learnerId' });
    database.createObjectStore('kept', { keyPath: 'name' });
  },
  (database) => {
    database.createObjectStore('journal', { keyPath: ['learnerId', 'place'] });
    database.createObjectStore('attempt', { keyPath: ['learnerId', 'place'] });
    database.createObjectStore('recording', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('part', { keyPath: ['sha256', 'from'] });
  },
  (database) => {
    database.createObjectStore('carried', { keyPath: 'phone' });
    database.createObjectStore('folded', { keyPath: ['learnerId', 'courseId', 'lessonId'] });
  },
  (database) => {
    database.createObjectStore('word', { keyPath: ['learnerId', 'id'] });
    database.createObjectStore('roster', { keyPath: ['mentorId', 'name'] });
    database.createObjectStore('deed', { keyPath: ['mentorId', 'id'] });
  },
];

/** The phone's database. Every write is one transaction that is on the disk before it is believed. */
@Injectable({ providedIn: 'root' })
export class Store {
  private opened?: Promise<IDBPDatabase<Tables>>;
  /** How many of the upgrade steps this app knows: an older app knew fewer. */
  protected readonly version: number = UPGRADES.length;
  /** What was learnt goes before media: makes media go from a full phone, and says whether any did. It is given late, with the parts that the first card does not wait for. */
  makeRoom: () => Promise<boolean> = () => Promise.resolve(false);

  /** The open database. */
  database(): Promise<IDBPDatabase<Tables>> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Runs one transaction over some tables; it is whole or not at all, and durable when the promise resolves. */
  async write<T extends Table, R>(tables: T[], work: (transaction: Writing<T>) => Promise<R>): Promise<R> {
    try {
      return await this.tryToWrite(tables, work);
    } catch (reason) {
      const isMedia = tables.some((table) => MEDIA.includes(table));
      if (isMedia || !isFull(reason) || !(await this.makeRoom())) throw reason;
      return this.tryToWrite(tables, work);
    }
  }

  private async tryToWrite<T extends Table, R>(tables: T[], work: (transaction: Writing<T>) => Promise<R>): Promise<R> {
    const database = await this.database();
    const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
    const finished = transaction.done;
    // The transaction's own end is awaited below; a failure of the work must not leave it unwatched.
    finished.catch(() => undefined);
    try {
      const result = await work(transaction);
      await finished;
      return result;
    } catch (reason) {
      abort(transaction);
      throw reason;
    }
  }

  private open(): Promise<IDBPDatabase<Tables>> {
    const database = openDB<Tables>(NAME, this.version, {
      upgrade: (opened, from) => UPGRADES.slice(from, this.version).forEach((step) => step(opened)),
      blocking: (_, __, event) => {
        // A newer app in another tab needs the database; this tab opens it anew when it next asks.
        (event.target as IDBDatabase).close();
        this.opened = undefined;
      },
      terminated: () => (this.opened = undefined),
    });
    // A failed opening (a forbidden or full store) is tried anew at the next ask.
    database.catch(() => (this.opened = undefined));
    return database;
  }
}

const isFull = (reason: unknown): boolean => (reason as { name?: string } | undefined)?.name === 'QuotaExceededError';

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    return;
  }
}
