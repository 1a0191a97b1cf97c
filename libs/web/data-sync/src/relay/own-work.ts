import { inject, Injectable, signal } from '@angular/core';
import { REFUSALS, type Refusal } from '@sala/contract/routes';
import { EVENTS_A_PACKET, makePacket, readReceipt, type Bytes, type Receipt } from '@sala/domain/sealing';
import { DeviceIdentity, EventLog, ServerNews, Store } from '@sala/web/data-device';
import { Uplink } from '../uplink.js';
import { canSeal, PhoneKeys } from './phone-keys.js';

/** Why no packet can be made: this browser can't seal, the phone has not met its server yet, or nothing waits. */
export type NoPacket = 'cannot-seal' | 'no-server' | 'nothing-waits';

/** A packet of this phone. */
export interface OwnPacket {
  readonly bytes: Bytes;
  /** Events in it, and events that wait for the next one. */
  readonly events: number;
  readonly left: number;
}

/** What came of a receipt: kept, or for another phone, or no receipt of this server, or late: from before a restore of the server. */
export type ReceiptOutcome =
  { kind: 'kept'; accepted: number; refused: number } | { kind: 'other-phone' | 'unreadable' | 'no-server' | 'late' };

const epochOf = (cursor: string): string => cursor.split('.')[0] ?? '';
/** No server calls an epoch so. */
const SEVERAL = 'several';

/** The work of this phone that goes to the server by another phone. What is handed over still waits here until the server's receipt comes back. */
@Injectable({ providedIn: 'root' })
export class OwnWork {
  private readonly store = inject(Store);
  private readonly log = inject(EventLog);
  private readonly news = inject(ServerNews);
  private readonly identity = inject(DeviceIdentity);
  private readonly keys = inject(PhoneKeys);
  private readonly uplink = inject(Uplink);
  private readonly known = signal<{ at: number } | undefined>(undefined);
  /** When a packet was last handed over without a receipt having come since. */
  readonly handed = this.known.asReadonly();

  /** Lessons with something that the next packet would carry, of everybody on this phone. */
  async lessons(): Promise<number> {
    const events = await this.log.waiting(EVENTS_A_PACKET);
    return new Set(events.map(({ learnerId, courseId, body }) => `${learnerId} ${courseId} ${body.lessonId}`)).size;
  }

  /** Reads from the disk what was handed over. */
  async load(): Promise<void> {
    const kept = await (await this.store.database()).get('kept', 'handed-over');
    this.known.set(kept?.name === 'handed-over' ? { at: kept.at } : undefined);
  }

  /** Seals what waits on this phone, of everybody on it, oldest first. */
  async packet(): Promise<OwnPacket | NoPacket> {
    if (!canSeal()) return 'cannot-seal';
    const server = await this.keys.server();
    if (!server) return 'no-server';
    const events = await this.log.waiting(EVENTS_A_PACKET);
    if (events.length === 0) return 'nothing-waits';
    const [deviceId, own, epoch, { waiting }] = await Promise.all([
      this.identity.deviceId(),
      this.keys.own(),
      this.epochOf(events.map((event) => event.learnerId)),
      this.log.counts(),
    ]);
    const content = { deviceId, clock: new Date().toISOString(), epoch, events: events.map((event) => ({ ...event })) };
    const bytes = await makePacket(content, await this.keys.nextNumber(), own, server.sealing);
    return { bytes, events: events.length, left: waiting - events.length };
  }

  /** Remembers that a packet was handed over. This changes words on the screen and nothing else. */
  async handOver(now = Date.now()): Promise<void> {
    await this.store.write(['kept'], (transaction) => transaction.objectStore('kept').put({ name: 'handed-over', at: now }));
    this.known.set({ at: now });
  }

  /** Takes a receipt that came back: what the server says of events is kept as if it had said so to this phone. */
  async receipt(bytes: Bytes): Promise<ReceiptOutcome> {
    const server = canSeal() ? await this.keys.server() : undefined;
    if (!server) return { kind: 'no-server' };
    const receipt = await readReceipt(bytes, server.signing);
    if (!receipt) return { kind: 'unreadable' };
    if (receipt.deviceId !== (await this.identity.deviceId()).toLowerCase()) return { kind: 'other-phone' };
    if (!(await this.keep(receipt))) return { kind: 'late' };
    await this.store.write(['kept'], (transaction) => transaction.objectStore('kept').delete('handed-over'));
    this.known.set(undefined);
    return { kind: 'kept', accepted: receipt.accepted.length, refused: receipt.refused.length };
  }

  /**
   * A receipt of the epoch that this phone knows is as good as a reply. One of another epoch is good when this phone still knows the epoch in which it
   * made the packet: the server was restored since, and what it once accepted waits again. Any other comes from a server that has been restored since.
   */
  private async keep({ accepted, refused, missing, epoch, since }: Receipt): Promise<boolean> {
    const learners = await this.learnersOf([...accepted, ...refused.map(({ id }) => id)]);
    const known = await this.epochOf(learners);
    if (known !== epoch && (known !== since || known === SEVERAL)) return false;
    const news = known === epoch ? [] : learners.map((learnerId) => ({ learnerId, cursor: `${epoch}.0`, progress: [] }));
    const named = refused.map(({ id, code, next }) => ({ id, code: codeOf(code), ...(next === undefined ? {} : { next }) }));
    await this.uplink.take({ accepted, refused: named, missing, news });
    return true;
  }

  private async learnersOf(ids: readonly string[]): Promise<string[]> {
    const database = await this.store.database();
    const stored = await Promise.all(ids.map((id) => database.get('event', id)));
    return [...new Set(stored.flatMap((event) => (event ? [event.learnerId] : [])))];
  }

  /** The epoch that this phone knows of the learners; empty when it knows none. */
  private async epochOf(learnerIds: readonly string[]): Promise<string> {
    const cursors = await Promise.all([...new Set(learnerIds)].map((learnerId) => this.news.cursorOf(learnerId)));
    const epochs = [...new Set(cursors.map(epochOf))];
    return epochs.length > 1 ? SEVERAL : (epochs[0] ?? '');
  }
}

/** A code that a newer server says and this app doesn't know yet. */
const codeOf = (code: string): Refusal => REFUSALS.find((one) => one === code) ?? 'malformed';
