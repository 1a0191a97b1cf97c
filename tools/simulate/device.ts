import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { LearningEvent } from '@sala/domain/learning';
import { joinCourseFacts, foldCourse, type CourseFacts } from '@sala/domain/learning';
import { Api } from '@sala/web/data-api';
import { DeviceIdentity, EventLog, Profiles, release, ServerNews, Store, type StoredProfile } from '@sala/web/data-device';
import { Belongings } from '@sala/web/data-device/late';
import { Uplink } from '@sala/web/data-sync';
import { Courier, Errands, OwnWork, PhoneKeys } from '@sala/web/data-sync/relay';
import { IDBFactory } from 'fake-indexeddb';
import type { Line } from './line.js';

/** When the app is killed: at its n-th write from now, before it is begun, torn in the middle of it, or when it is on the disk. */
export interface Kill {
  write: number;
  when: 'before' | 'torn' | 'after';
}

/** The database as the first app of Sala made it. */
class FirstStore extends Store {
  protected override readonly version = 1;
}

/** What the image of a disk holds; an old app had fewer tables. */
const TABLES = ['event', 'restored', 'cursor', 'kept', 'carried', 'profile'] as const;

type Work = (transaction: { abort(): void }) => Promise<unknown>;

/** A new one each time: one for all would keep hold of every app that was ever killed. */
const forever = (): Promise<never> => new Promise(() => undefined);

/** One run of the app: the real log, news and uplink over the phone's own database, until it is killed. */
class Run {
  readonly log: EventLog;
  readonly news: ServerNews;
  readonly uplink: Uplink;
  readonly store: Store;
  readonly keys: PhoneKeys;
  readonly work: OwnWork;
  readonly courier: Courier;
  readonly errands: Errands;
  private readonly injector: EnvironmentInjector;
  private dead = false;
  private die: () => void = () => undefined;
  private readonly death = new Promise<'killed'>((resolve) => (this.die = () => resolve('killed')));
  private kill: Kill | undefined;
  private writes = 0;
  /** The next write finds the disk full. */
  full = false;

  constructor(learnerIds: readonly string[], deviceId: string, isFirstApp: boolean) {
    const profiles = { all: () => learnerIds.map((personId) => ({ personId })) } as unknown as Profiles;
    const identity = { deviceId: () => Promise.resolve(deviceId) } as unknown as DeviceIdentity;
    this.injector = createEnvironmentInjector(
      [
        { provide: Api, useFactory: () => new Api() },
        { provide: Profiles, useValue: profiles },
        { provide: DeviceIdentity, useValue: identity },
        { provide: Store, useFactory: () => this.killable(isFirstApp ? new FirstStore() : new Store()) },
        { provide: EventLog, useFactory: () => new EventLog() },
        { provide: ServerNews, useFactory: () => new ServerNews() },
        { provide: Uplink, useFactory: () => new Uplink() },
        { provide: PhoneKeys, useFactory: () => new PhoneKeys() },
        { provide: OwnWork, useFactory: () => new OwnWork() },
        { provide: Courier, useFactory: () => new Courier() },
        { provide: Errands, useFactory: () => new Errands() },
        { provide: Belongings, useFactory: () => new Belongings() },
      ],
      TestBed.inject(EnvironmentInjector),
    );
    this.store = this.injector.get(Store);
    this.log = this.injector.get(EventLog);
    this.news = this.injector.get(ServerNews);
    this.uplink = this.injector.get(Uplink);
    this.keys = this.injector.get(PhoneKeys);
    this.work = this.injector.get(OwnWork);
    this.courier = this.injector.get(Courier);
    this.errands = this.injector.get(Errands);
    // Nothing goes out by a timer here: the schedule says when the phone meets the server.
    this.uplink.soon = () => undefined;
  }

  /** Does some work until it ends or the app is killed. */
  async until<T>(work: (run: Run) => Promise<T>, kill?: Kill): Promise<T | 'killed'> {
    this.kill = kill;
    this.writes = 0;
    try {
      return await Promise.race([work(this), this.death]);
    } finally {
      this.kill = undefined;
    }
  }

  /** What a guest did becomes a learner's, in one transaction with the right to send. */
  async adopt(guestId: string, learnerId: string): Promise<void> {
    const { tables, run } = await this.injector.get(Belongings).adoption(guestId);
    await this.store.write([...tables], async (transaction) => {
      await release(transaction, learnerId);
      await run(transaction, learnerId);
    });
  }

  isDead(): boolean {
    return this.dead;
  }

  /** Lets go of all that the app holds. */
  async close(): Promise<void> {
    // An old tab may not have got the database any more.
    await this.store.database().then(
      (database) => database.close(),
      () => undefined,
    );
    this.injector.destroy();
  }

  private killable(store: Store): Store {
    const write = store.write.bind(store) as (tables: never, work: Work) => Promise<unknown>;
    store.write = (async (tables: never, work: Work) => {
      if (this.dead) return forever();
      this.writes++;
      if (this.full) throw new DOMException('full', 'QuotaExceededError');
      const when = this.kill?.write === this.writes ? this.kill.when : undefined;
      if (when === 'before') return this.end();
      if (when === 'torn') {
        await write(tables, (transaction) => work(transaction).then(() => transaction.abort())).catch(() => undefined);
        return this.end();
      }
      const result = await write(tables, work);
      return when === 'after' ? this.end() : result;
    }) as Store['write'];
    return store;
  }

  private end(): Promise<never> {
    this.dead = true;
    this.die();
    return forever();
  }
}

/** A phone: its database outlives every run of the app. */
export class Device {
  readonly deviceId: string;
  readonly learnerIds: readonly string[];
  /** The id under which somebody without an account learns here. */
  readonly guestId: string;
  private disk = new IDBFactory();
  private run: Run | undefined;
  private readonly runs: Run[] = [];
  /** Milliseconds by which its clock is wrong. */
  skew = 0;
  line: Line = 'whole';
  /** Whether it still runs the first app of Sala. */
  isFirstApp: boolean;

  constructor(deviceId: string, learnerIds: readonly string[], isFirstApp: boolean) {
    this.deviceId = deviceId;
    this.learnerIds = learnerIds;
    this.guestId = deviceId.replace('-d', '-e');
    this.isFirstApp = isFirstApp;
  }

  /** What the phone does when it meets the server. */
  async meet(kill?: Kill): Promise<void> {
    await this.app().until(async ({ uplink, errands }) => {
      await uplink.exchange();
      if (!this.isFirstApp) await errands.run();
    }, kill);
  }

  /** The app, started anew when it is not running. */
  app(): Run {
    globalThis.indexedDB = this.disk;
    if (this.run === undefined || this.run.isDead()) this.run = this.open();
    return this.run;
  }

  /** Whether its app knows guests: the first one did not. */
  hasGuests(): boolean {
    return !this.isFirstApp;
  }

  /** Somebody without an account is here. */
  async welcomeGuest(): Promise<void> {
    const guest = { personId: this.guestId, guest: true } as unknown as StoredProfile;
    const { store } = this.app();
    await store.write(['profile'], (transaction) => transaction.objectStore('profile').put(guest));
  }

  /** The app is killed; everything that is on the disk stays. */
  stop(): void {
    this.run = undefined;
  }

  /** Two tabs of one phone meet the server at once. */
  async twoTabs(): Promise<void> {
    const other = this.open();
    await Promise.all([this.app().uplink.exchange(), other.uplink.exchange()]);
  }

  /** A newer app is opened beside the one that is just meeting the server, and takes the database over. */
  async update(): Promise<void> {
    const old = this.app();
    this.isFirstApp = false;
    const young = this.open();
    // The old tab may find the database closed under it: that is its own end and nobody else's.
    await Promise.allSettled([old.uplink.exchange(), young.uplink.exchange()]);
    this.run = young;
  }

  /** Everything that is on the disk. */
  async image(): Promise<[table: string, rows: unknown[]][]> {
    const database = await this.app().store.database();
    const tables = TABLES.filter((table) => database.objectStoreNames.contains(table));
    return Promise.all(tables.map(async (table): Promise<[string, unknown[]]> => [table, await database.getAll(table)]));
  }

  /** The disk becomes that of an image, or empty. */
  async become(image: readonly (readonly [table: string, rows: readonly unknown[]])[]): Promise<void> {
    this.disk = new IDBFactory();
    this.stop();
    const database = await this.app().store.database();
    const tables = TABLES.filter((table) => database.objectStoreNames.contains(table));
    await this.app().store.write(tables, async (transaction) => {
      for (const [table, rows] of image) for (const row of rows) await transaction.objectStore(table as 'event').put(row as never);
    });
  }

  /** Every event that is on this phone, with where it is on its way. */
  async events(): Promise<{ id: string; state: string; learnerId: string }[]> {
    const database = await this.app().store.database();
    return database.getAll('event');
  }

  /** What this phone shows of a learner. */
  async factsOf(learnerId: string): Promise<CourseFacts> {
    const { log, news } = this.app();
    const restored = [...(await news.restored(learnerId)).values()].reduce((all, facts) => joinCourseFacts(all, facts), {});
    return joinCourseFacts(restored, foldCourse(await log.ofLearner(learnerId)));
  }

  /** Every event on this phone, and the learners of whom something is kept here. */
  async held(): Promise<{ events: { id: string; state: string }[]; learners: Set<string> }> {
    const database = await this.app().store.database();
    const transaction = database.transaction(['event', 'restored', 'cursor']);
    const [events, restored, cursors] = await Promise.all([
      transaction.objectStore('event').getAll(),
      transaction.objectStore('restored').getAll(),
      transaction.objectStore('cursor').getAll(),
    ]);
    return { events, learners: new Set([...events, ...restored, ...cursors].map(({ learnerId }) => learnerId)) };
  }

  private open(): Run {
    globalThis.indexedDB = this.disk;
    const run = new Run(this.learnerIds, this.deviceId, this.isFirstApp);
    // The database is opened at once, while the disk is this phone's.
    void run.store.database();
    this.runs.push(run);
    return run;
  }

  /** The schedule is over: every run of the app is let go, or the next schedules would get slower and slower. */
  async end(): Promise<void> {
    for (const run of this.runs) await run.close();
  }
}

export type { LearningEvent };
