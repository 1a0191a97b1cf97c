import { inject, Injectable, signal } from '@angular/core';
import type { RelayedPacket } from '@sala/contract/dto';
import { base64url, hex, nameOfKey, readPacketCover, readReceipt, sameBytes, unbase64url, type Bytes } from '@sala/domain/sealing';
import { Api, type Trouble } from '@sala/web/data-api';
import { Store, type CarriedWork } from '@sala/web/data-device';
import { canSeal, codeOfKey, PhoneKeys } from './phone-keys.js';

/** How many phones one phone carries for. */
export const CARRIED_PHONES = 40;
/** Packets in one request, as many as the server takes. */
const PACKETS_A_REQUEST = 10;
/** The bytes of one request: what a line of 50 kbit/s gets through before the patience ends. */
const BYTES_A_REQUEST = 40_000;

/** What came of a packet that was given to this phone to carry. */
export type Taken = 'taken' | 'same' | 'older' | 'own' | 'unreadable' | 'other-server' | 'no-server' | 'full';

/** Carries other phones' sealed packets to the server, and its receipts back. It can read neither, and each phone has room for one of each. */
@Injectable({ providedIn: 'root' })
export class Courier {
  private readonly api = inject(Api);
  private readonly store = inject(Store);
  private readonly keys = inject(PhoneKeys);
  private readonly known = signal<readonly CarriedWork[]>([]);
  private sending?: Promise<Trouble | undefined>;
  /** What is carried, the latest first. */
  readonly carried = this.known.asReadonly();

  /** Reads from the disk what is carried. */
  async load(): Promise<void> {
    const all = await (await this.store.database()).getAll('carried');
    this.known.set(all.sort((a, b) => b.takenAt - a.takenAt));
  }

  /** Takes a packet to carry. The newest of each phone takes the place of the one before: it holds everything that still waits there. */
  async take(packet: Bytes, now = Date.now()): Promise<Taken> {
    const server = canSeal() ? await this.keys.server() : undefined;
    if (!server) return 'no-server';
    const cover = await readPacketCover(packet);
    if (!cover) return 'unreadable';
    if (!sameBytes(cover.recipient, await nameOfKey(server.sealing))) return 'other-server';
    if (await this.keys.isOwn(cover.deviceKey)) return 'own';
    const name = await nameOfKey(cover.deviceKey);
    const fresh = { phone: hex(name), code: codeOfKey(name), number: cover.number, takenAt: now, packet };
    const taken = await this.store.write(['carried'], async (transaction): Promise<Taken> => {
      const carried = transaction.objectStore('carried');
      const before = await carried.get(fresh.phone);
      if (before && before.number >= fresh.number) return before.number === fresh.number ? 'same' : 'older';
      if (!before && (await carried.count()) >= CARRIED_PHONES && !(await makeRoom(carried))) return 'full';
      await carried.put({ ...(before?.receipt ? { receipt: before.receipt, isGiven: before.isGiven ?? false } : {}), ...fresh });
      return 'taken';
    });
    await this.load();
    return taken;
  }

  /** Sends what is carried, and keeps the receipts; says what stood in the way. */
  send(): Promise<Trouble | undefined> {
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  /** Notes that a receipt was given back; it is kept until its room is needed or it is removed. */
  async given(phone: string): Promise<void> {
    await this.change(phone, (work) => ({ ...work, isGiven: true }));
  }

  /** Lets go of what is carried for a phone. */
  async remove(phone: string): Promise<void> {
    await this.store.write(['carried'], (transaction) => transaction.objectStore('carried').delete(phone));
    await this.load();
  }

  private async sendAll(): Promise<Trouble | undefined> {
    await this.load();
    // The small ones first: one that is too large for this line holds up none of them.
    const waiting = this.known()
      .filter((work) => work.packet)
      .sort((a, b) => sizeOf(a) - sizeOf(b));
    for (const batch of batches(waiting)) {
      const packets = batch.map((work) => base64url(work.packet ?? new Uint8Array()));
      const sent = await this.api.call('relay', { body: { packets } });
      if (!sent.ok) return sent.trouble;
      for (const [place, work] of batch.entries()) await this.answered(work, sent.value.packets[place] ?? {});
      await this.load();
    }
    return undefined;
  }

  private async answered({ phone, number }: CarriedWork, { receipt = '', fault }: RelayedPacket): Promise<void> {
    const server = await this.keys.server();
    const bytes = unbase64url(receipt);
    const isTrue = server && bytes ? (await readReceipt(bytes, server.signing)) !== undefined : false;
    await this.change(phone, (work) => {
      // A newer packet came while this one was on its way: it is sent next.
      if (isTrue && bytes) return { ...without(work, work.number === number), receipt: bytes, isGiven: false };
      if (work.number !== number) return work;
      const isHopeless = fault !== undefined && fault !== 'later' && fault !== 'unknown-phone';
      return { ...without(work, isHopeless), ...(fault ? { fault } : {}) };
    });
  }

  private async change(phone: string, change: (work: CarriedWork) => CarriedWork): Promise<void> {
    await this.store.write(['carried'], async (transaction) => {
      const work = await transaction.objectStore('carried').get(phone);
      if (work) await transaction.objectStore('carried').put(change(work));
    });
    await this.load();
  }
}

/** What is carried, without the packet when it need not be sent any more, and without what was said of it. */
function without({ packet, fault: _, ...rest }: CarriedWork, packetToo: boolean): CarriedWork {
  return packet && !packetToo ? { ...rest, packet } : rest;
}

interface Carried {
  getAll(): Promise<CarriedWork[]>;
  delete(phone: string): Promise<void>;
}

/** Lets go of the oldest whose receipt was given back, or whose packet was found useless; says whether there was one. */
async function makeRoom(carried: Carried): Promise<boolean> {
  const done = (await carried.getAll()).filter((work) => !work.packet && (work.isGiven || !work.receipt));
  const [oldest] = done.sort((a, b) => a.takenAt - b.takenAt);
  if (oldest) await carried.delete(oldest.phone);
  return oldest !== undefined;
}

const sizeOf = ({ packet }: CarriedWork): number => packet?.length ?? 0;

function batches(waiting: readonly CarriedWork[]): CarriedWork[][] {
  const all: CarriedWork[][] = [];
  let bytes = 0;
  for (const work of waiting) {
    const size = sizeOf(work);
    const last = all.at(-1);
    if (last && last.length < PACKETS_A_REQUEST && bytes + size <= BYTES_A_REQUEST) last.push(work);
    else all.push([work]);
    bytes = last === all.at(-1) ? bytes + size : size;
  }
  return all;
}
