import { LearningLog } from '@sala/api/learning-log';
import type { Catalogues, Versions } from '@sala/api/library';
import type { DeviceContacts, Directory, DeviceKeys } from '@sala/api/identity';
import type { Keyring, Metrics, PhoneActor, Prepared } from '@sala/api/platform';
import { Progress, type ProgressProjection } from '@sala/api/progress';
import { Exchange, Relay } from '@sala/api/sync';
import type { RegisterDeviceRequest, RelayRequest, SyncRequest } from '@sala/contract/dto';
import type { Unit } from '@sala/domain/content';
import { base64url, makeSealingKeys, makeSigningKeys, unbase64url } from '@sala/domain/sealing';
import { factsOf, joinFacts, NO_FACTS, type CourseFacts, type LearningEvent, type LessonFacts } from '@sala/domain/learning';

/** What a backup holds: the log, and the keys of phones. */
export interface Backup {
  rows: readonly Row[];
  keys: ReadonlyMap<string, string>;
}

/** A row of the log, as the database keeps it. */
export interface Row {
  position: number;
  event: LearningEvent;
}

type Columns = readonly (readonly unknown[])[];
type Statement = (values: Columns) => object[];

const column = <T>(values: Columns, place: number): readonly T[] => (values[place] ?? []) as readonly T[];

/** The server's tables in memory: only the statements of the log and of the news are played, with the meaning that they have in the database. */
export class MemoryTables {
  rows: Row[] = [];
  /** The keys that phones registered, by phone. */
  keys = new Map<string, string>();
  epoch = '0'.repeat(8);
  private position = 0;
  private readonly statements: Record<string, Statement> = {
    append: (values) => this.append(values),
    known: (values) => this.known(values),
    holes: (values) => this.holes(values),
    highest: (values) => this.highest(values),
    news: (values) => this.news(values),
    epoch: () => [{ epoch: this.epoch }],
  };

  /** Runs a statement by its name. */
  readonly query = (name: string, _text: string, values: Columns): Promise<object[]> => {
    const statement = this.statements[name];
    if (!statement) throw new Error(`the simulated server knows no statement "${name}"`);
    return Promise.resolve(statement(values));
  };

  /** What a backup would hold. */
  backup(): Backup {
    return { rows: [...this.rows], keys: new Map(this.keys) };
  }

  /** Puts a backup in the place of everything, in a new epoch. */
  restore({ rows, keys }: Backup, epoch: string): void {
    this.rows = [...rows];
    this.keys = new Map(keys);
    this.position = Math.max(0, ...rows.map((row) => row.position));
    this.epoch = epoch;
  }

  /** The facts of a learner by course and lesson, folded from the log. */
  factsOf(learnerId: string): CourseFacts {
    const facts: Record<string, LessonFacts> = {};
    for (const { event } of this.rows) {
      if (event.learnerId === learnerId) facts[event.body.lessonId] = joinFacts(facts[event.body.lessonId] ?? NO_FACTS, factsOf(event));
    }
    return facts;
  }

  private append(values: Columns): object[] {
    const added = new Map<string, { learnerId: string; added: number; first: number; last: number }>();
    const [learners, ids, devices, sequences] = [0, 1, 2, 3].map((place) => column<string>(values, place)) as [
      string[],
      string[],
      string[],
      string[],
    ];
    for (const [n, learnerId] of learners.entries()) {
      const event = {
        learnerId,
        id: ids[n],
        deviceId: devices[n],
        sequence: Number(sequences[n]),
        courseId: values[4]?.[n],
        version: values[5]?.[n],
        kind: values[6]?.[n],
        body: JSON.parse(String(values[7]?.[n])) as object,
        occurredAt: new Date(Number(values[8]?.[n])).toISOString(),
      } as LearningEvent;
      if (this.rows.some((row) => conflicts(row.event, event))) continue;
      const position = ++this.position;
      this.rows.push({ position, event });
      const before = added.get(learnerId);
      added.set(learnerId, { learnerId, added: (before?.added ?? 0) + 1, first: before?.first ?? position, last: position });
    }
    return [...added.values()];
  }

  private known(values: Columns): object[] {
    const learners = column<string>(values, 0);
    const ids = column<string>(values, 1);
    return learners.flatMap((learnerId, n) => {
      const event = this.rows.find((row) => row.event.learnerId === learnerId && row.event.id === ids[n])?.event;
      return event ? [{ learnerId, id: event.id, deviceId: event.deviceId }] : [];
    });
  }

  private holes([deviceId, learners = [], sequences = []]: Columns): object[] {
    return learners.flatMap((learnerId, n) => {
      const to = Number(sequences[n]) - 1;
      const before = this.sequencesOf(String(learnerId), String(deviceId)).filter((sequence) => sequence <= to);
      const from = Math.max(0, ...before) + 1;
      return from <= to ? [{ learnerId, from, to }] : [];
    });
  }

  private highest([learners = [], devices = []]: Columns): object[] {
    return learners.map((learnerId, n) => ({
      learnerId,
      deviceId: devices[n],
      highest: Math.max(0, ...this.sequencesOf(String(learnerId), String(devices[n]))),
    }));
  }

  private sequencesOf(learnerId: string, deviceId: string): number[] {
    return this.rows.filter(({ event }) => event.learnerId === learnerId && event.deviceId === deviceId).map(({ event }) => event.sequence);
  }

  private news([learners = [], epochs = [], positions = []]: Columns): object[] {
    return learners.map((learnerId, n) => {
      const known = epochs[n] === this.epoch ? Number(positions[n]) : 0;
      const own = this.rows.filter((row) => row.event.learnerId === learnerId);
      const facts = this.factsOf(String(learnerId));
      const lessons = Object.keys(facts).map((lessonId) => {
        const of = own.filter(({ event }) => event.body.lessonId === lessonId);
        return { courseId: of[0]?.event.courseId, lessonId, facts: facts[lessonId], position: Math.max(...of.map((row) => row.position)) };
      });
      const progress = lessons.filter((lesson) => lesson.position > known).sort((a, b) => a.position - b.position);
      return { learnerId, known, epoch: this.epoch, isPending: false, progress };
    });
  }
}

const conflicts = (a: LearningEvent, b: LearningEvent): boolean =>
  a.learnerId === b.learnerId && (a.id === b.id || (a.deviceId === b.deviceId && a.sequence === b.sequence));

// Made once: the server's keys survive every restore, and making them takes longer than a schedule.
const serverKeys = Promise.all([makeSigningKeys(), makeSealingKeys()]);

/** What the server does with a body that came whole, from a phone. */
export type Serve = (path: string, body: string, phone: PhoneActor) => Promise<object>;

/** The real exchange, relay, log and news of the API over tables in memory; courses are what they are not about. */
export function simulatedServer(tables: MemoryTables, unit: Unit, phoneOf: (deviceId: string) => PhoneActor | undefined): Serve {
  const prepared = tables as unknown as Prepared;
  const idle = { catchUp: () => Promise.resolve(), wake: () => undefined } as unknown as ProgressProjection;
  const exchange = new Exchange(
    new LearningLog(prepared),
    new Progress(undefined as never, prepared, idle),
    idle,
    { unitsOf: () => Promise.resolve(new Map([[unit.id, unit]])) } as unknown as Versions,
    { hash: () => Promise.resolve('h'), find: () => Promise.resolve({ hash: 'h', courses: [] }) } as unknown as Catalogues,
    { countEvents: () => undefined } as unknown as Metrics,
    { note: () => Promise.resolve() } as unknown as DeviceContacts,
    { forgottenOf: () => Promise.resolve([]) } as unknown as Directory,
  );
  const find = (deviceId: string): Promise<object | undefined> => {
    const [key, phone] = [tables.keys.get(deviceId), phoneOf(deviceId)];
    return Promise.resolve(key && phone ? { publicKey: unbase64url(key), phone } : undefined);
  };
  const keyring = { signing: async () => (await serverKeys)[0], sealing: async () => (await serverKeys)[1] };
  const relay = new Relay(exchange, { find } as unknown as DeviceKeys, keyring as unknown as Keyring, prepared);

  async function register({ deviceId, publicKey }: RegisterDeviceRequest): Promise<object> {
    tables.keys.set(deviceId, publicKey);
    const [signing, sealing] = (await serverKeys).map((pair) => base64url(pair.publicKey));
    return { signing, sealing };
  }

  return (path, body, phone) => {
    if (path.endsWith('/relay')) return relay.relay(JSON.parse(body) as RelayRequest);
    if (path.endsWith('/device')) return register(JSON.parse(body) as RegisterDeviceRequest);
    return exchange.exchange(JSON.parse(body) as SyncRequest, { phone } as never);
  };
}
