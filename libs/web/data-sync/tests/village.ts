import { createEnvironmentInjector, EnvironmentInjector, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { RelayedPacket, RelayRequest, SyncReply, SyncRequest } from '@sala/contract/dto';
import { base64url, makeSealingKeys, makeSigningKeys, openPacket, sameBytes, signReceipt, unbase64url } from '@sala/domain/sealing';
import { Api } from '@sala/web/data-api';
import { DeviceIdentity, EventLog, Profiles, ServerNews, Store } from '@sala/web/data-device';
import { Belongings } from '@sala/web/data-device/late';
import { IDBFactory } from 'fake-indexeddb';
import { Courier, Errands, OwnWork, PhoneKeys } from '../src/relay/index.js';
import { Uplink } from '../src/uplink.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const PARTS = [
  Api,
  Belongings,
  DeviceIdentity,
  EventLog,
  Profiles,
  ServerNews,
  Store,
  Uplink,
  PhoneKeys,
  OwnWork,
  Courier,
  Errands,
] as const;

const person = (id: string) => ({ id, familyName: 'សុខ', givenName: 'ចាន់ណា', familyNameLatin: 'SOK', givenNameLatin: 'CHANNA' });
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };

/** A phone with a disk of its own, beside others in one test. */
export class VillagePhone {
  readonly log: EventLog;
  readonly keys: PhoneKeys;
  readonly work: OwnWork;
  readonly courier: Courier;
  readonly errands: Errands;
  readonly uplink: Uplink;
  private readonly injector: EnvironmentInjector;

  private constructor(private readonly learnerId: string) {
    const providers = PARTS.map((part) => ({ provide: part as Type<unknown>, useClass: part as Type<unknown> }));
    this.injector = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
    this.log = this.injector.get(EventLog);
    this.keys = this.injector.get(PhoneKeys);
    this.work = this.injector.get(OwnWork);
    this.courier = this.injector.get(Courier);
    this.errands = this.injector.get(Errands);
    this.uplink = this.injector.get(Uplink);
    // The test says when the phone meets the server.
    this.uplink.soon = () => undefined;
  }

  /** A phone with one learner. */
  static async of(learnerId: string): Promise<VillagePhone> {
    globalThis.indexedDB = new IDBFactory();
    const phone = new VillagePhone(learnerId);
    await phone.injector.get(Store).database();
    await phone.injector.get(Profiles).keep(person(learnerId), place, '2580');
    return phone;
  }

  /** A phone on which only a guest learns. */
  static async ofGuest(): Promise<VillagePhone> {
    globalThis.indexedDB = new IDBFactory();
    const phone = new VillagePhone('');
    await phone.injector.get(Store).database();
    const { id: _, ...names } = person('');
    await phone.injector.get(Belongings).addGuest(names, place);
    return phone;
  }

  /** The id under which it records. */
  deviceId(): Promise<string> {
    return this.injector.get(DeviceIdentity).deviceId();
  }

  /** Records that a card was seen. */
  async see(cardId: string): Promise<string> {
    const body = { lessonId: 'join-by-link', cardId };
    return (await this.log.record({ learnerId: this.learnerId, courseId: COURSE, version: 1, kind: 'card.seen', body })).id;
  }

  /** The ids of what waits. */
  async waiting(): Promise<string[]> {
    return (await this.log.waiting(1_000)).map((event) => event.id);
  }
}

/** The server as phones meet it: takes events by a sync or in packets, and may be restored from its last backup. */
export class VillageServer {
  readonly log = new Set<string>();
  epoch = 'aaaaaaaa';
  reached = true;
  relays = 0;
  private backup: readonly string[] = [];
  private readonly devices = new Map<string, string>();
  private signing?: Awaited<ReturnType<typeof makeSigningKeys>>;
  private sealing?: Awaited<ReturnType<typeof makeSealingKeys>>;

  /** Makes the keys. */
  async start(): Promise<void> {
    [this.signing, this.sealing] = await Promise.all([makeSigningKeys(), makeSealingKeys()]);
  }

  /** Makes a backup. */
  keep(): void {
    this.backup = [...this.log];
  }

  /** Puts the backup in the place of everything. */
  restore(epoch: string): void {
    this.log.clear();
    this.backup.forEach((id) => this.log.add(id));
    this.epoch = epoch;
  }

  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (!this.reached) throw new TypeError('no line');
    const body = init.body ? ((await new Response(plain(init)).json()) as object) : {};
    const address = String(input);
    if (address.endsWith('/device')) return this.register(body as { deviceId: string; publicKey: string });
    if (address.endsWith('/keys')) return this.told();
    if (address.endsWith('/relay')) return Response.json({ packets: await this.relay(body as RelayRequest) });
    return Response.json(this.sync(body as SyncRequest));
  };

  private sync({ events, learners }: SyncRequest): SyncReply {
    const accepted = (events as { id: string }[]).map((event) => event.id);
    accepted.forEach((id) => this.log.add(id));
    const news = learners
      .filter(({ cursor }) => !cursor.startsWith(this.epoch))
      .map(({ learnerId }) => ({ learnerId, cursor: `${this.epoch}.0`, progress: [] }));
    return { accepted, refused: [], missing: [], news };
  }

  private register({ deviceId, publicKey }: { deviceId: string; publicKey: string }): Response {
    this.devices.set(deviceId, publicKey);
    return this.told();
  }

  /** The key of a phone, as one from before its storage was cleared. */
  bind(deviceId: string, publicKey: string): void {
    this.devices.set(deviceId, publicKey);
  }

  private told(): Response {
    const [signing, sealing] = [this.signing?.publicKey, this.sealing?.publicKey].map((key) => base64url(key ?? new Uint8Array()));
    return Response.json({ signing, sealing });
  }

  private relay({ packets }: RelayRequest): Promise<RelayedPacket[]> {
    this.relays++;
    return Promise.all(packets.map((packet) => this.open(packet)));
  }

  private async open(packet: string): Promise<RelayedPacket> {
    if (!this.sealing || !this.signing) throw new Error('no keys');
    const opened = await openPacket(unbase64url(packet) ?? new Uint8Array(), this.sealing);
    if (typeof opened === 'string') return { fault: opened };
    const { cover, content } = opened;
    const key = this.devices.get(cover.deviceId);
    if (!key) return { fault: 'unknown-phone' };
    if (!sameBytes(unbase64url(key) ?? new Uint8Array(), cover.deviceKey)) return { fault: 'other-phone' };
    const accepted = content.events.map((event) => String(event['id']));
    accepted.forEach((id) => this.log.add(id));
    const said = { packet: cover.hash, at: new Date().toISOString(), epoch: this.epoch, since: content.epoch };
    return { receipt: base64url(await signReceipt(cover.deviceId, { ...said, accepted, refused: [], missing: [] }, this.signing)) };
  }
}

/** The body of a request, unzipped. */
function plain({ body, headers }: RequestInit): BodyInit {
  const isZipped = new Headers(headers).get('content-encoding') === 'gzip';
  if (!isZipped) return String(body);
  const stream = new Blob([body as ArrayBuffer]).stream().pipeThrough(new DecompressionStream('gzip'));
  return stream as unknown as BodyInit;
}
