import type { Device } from './device.js';

/** One thing that happens between phones that meet each other. `which` names a packet, `flip` the byte of it that comes over wrong. */
export type RelayAction =
  | { do: 'pack'; device: number }
  | { do: 'hand'; device: number; which: number; flip?: number }
  | { do: 'bring'; device: number; which: number; flip?: number };

type Bytes = Uint8Array<ArrayBuffer>;

const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];

function flipped(bytes: Bytes, at: number | undefined): Bytes {
  if (at === undefined) return bytes;
  const other = bytes.slice();
  const place = at % other.length;
  other[place] = (other[place] ?? 0) ^ 1;
  return other;
}

/** Packets and receipts on their way between phones: copied, late, out of order, or with a wrong byte. */
export class Relays {
  private readonly packets: Bytes[] = [];

  /** Does one thing; gives what it broke, if anything. An old app knows nothing of this. */
  async act(action: RelayAction, device: Device, all: readonly Device[]): Promise<string | undefined> {
    if (device.isFirstApp) return undefined;
    if (action.do === 'pack') return this.pack(device);
    if (action.do === 'hand') return this.hand(device, pick(this.packets, action.which), action.flip);
    return this.bring(device, action, all);
  }

  /** A phone hands over all its work to a carrier that meets the server at once, and gets the receipts back. */
  async carry(from: Device, carrier: Device): Promise<void> {
    const { packet } = await this.make(from);
    if (!packet) return;
    await carrier.app().courier.take(packet);
    await carrier.meet();
    await carrier.app().courier.load();
    for (const { receipt } of carrier.app().courier.carried()) if (receipt) await from.app().work.receipt(receipt);
  }

  private async pack(device: Device): Promise<undefined> {
    const { packet } = await this.make(device);
    if (!packet) return;
    this.packets.push(packet);
    await device.app().work.handOver();
  }

  private async make(device: Device): Promise<{ packet?: Bytes }> {
    if (device.isFirstApp) return {};
    const made = await device.app().work.packet();
    return typeof made === 'string' ? {} : { packet: made.bytes };
  }

  private async hand(carrier: Device, packet: Bytes | undefined, flip: number | undefined): Promise<string | undefined> {
    if (!packet) return undefined;
    const taken = await carrier.app().courier.take(flipped(packet, flip));
    return taken === 'taken' && flip !== undefined ? 'a packet with a wrong byte was taken' : undefined;
  }

  /** Everybody is shown the receipt; only the phone that it is for may believe it. */
  private async bring(carrier: Device, action: RelayAction & { do: 'bring' }, all: readonly Device[]): Promise<string | undefined> {
    await carrier.app().courier.load();
    const receipts = carrier
      .app()
      .courier.carried()
      .flatMap(({ phone, receipt }) => (receipt ? [{ phone, receipt }] : []));
    const one = pick(receipts, action.which);
    if (!one) return undefined;
    let kept = 0;
    for (const device of all.filter(({ isFirstApp }) => !isFirstApp)) {
      const outcome = await device.app().work.receipt(flipped(one.receipt, action.flip));
      if (outcome.kind === 'kept') kept++;
    }
    if (kept > 1) return 'two phones believed one receipt';
    if (kept > 0 && action.flip !== undefined) return 'a receipt with a wrong byte was believed';
    await carrier.app().courier.given(one.phone);
    return undefined;
  }
}
