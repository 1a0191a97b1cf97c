import { DeviceKeys } from '@sala/api/identity';
import { Keyring, Prepared, Problem } from '@sala/api/platform';
import type { RelayedPacket, RelayReply, RelayRequest } from '@sala/contract/dto';
import { base64url, openPacket, sameBytes, signReceipt, unbase64url, type OpenedPacket } from '@sala/domain/sealing';
import { Injectable, Logger } from '@nestjs/common';
import { Exchange } from './exchange.js';

const EPOCH = 'select epoch from server_epoch order by began_at desc limit 1';

/** Takes what a phone carried for others. The carrier is nobody here: what counts is which phone signed a packet, and for whom it may speak. */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);

  constructor(
    private readonly exchange: Exchange,
    private readonly devices: DeviceKeys,
    private readonly keyring: Keyring,
    private readonly prepared: Prepared,
  ) {}

  /** Opens packets one after the other; one that can't be taken never holds up the others. */
  async relay({ packets }: RelayRequest): Promise<RelayReply> {
    const relayed: RelayedPacket[] = [];
    for (const packet of packets) {
      relayed.push(await this.open(packet).catch((reason: unknown) => this.failed(reason)));
    }
    return { packets: relayed };
  }

  private async open(packet: string): Promise<RelayedPacket> {
    const opened = await openPacket(unbase64url(packet) ?? new Uint8Array(), await this.keyring.sealing());
    if (typeof opened === 'string') return { fault: opened };
    const known = await this.devices.find(opened.cover.deviceId);
    if (!known) return { fault: 'unknown-phone' };
    if (!sameBytes(known.publicKey, opened.cover.deviceKey)) return { fault: 'other-phone' };
    const taken = await this.exchange.takeCarried(opened.content, known.phone);
    return { receipt: await this.receiptFor(opened, taken) };
  }

  private async receiptFor({ cover, content }: OpenedPacket, taken: Awaited<ReturnType<Exchange['takeCarried']>>): Promise<string> {
    const { accepted, refused, missing } = taken;
    // A restore begins a new epoch and stops the server, so this is still the one in which the events were taken.
    const [now] = await this.prepared.query<{ epoch: string }>('epoch', EPOCH);
    const at = new Date().toISOString();
    const said = { packet: cover.hash, at, epoch: now?.epoch ?? '', since: content.epoch, accepted, refused, missing };
    return base64url(await signReceipt(cover.deviceId, said, await this.keyring.signing()));
  }

  private failed(reason: unknown): RelayedPacket {
    if (reason instanceof Problem) return { fault: 'unreadable' };
    this.logger.error(`a packet was not taken: ${reason instanceof Error ? reason.name : typeof reason}`);
    return { fault: 'later' };
  }
}
