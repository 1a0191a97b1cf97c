import * as v from 'valibot';
import { hex, joinBytes, sameBytes, sha256, utf8, uuidBytes, uuidOf, type Bytes } from './bytes.js';
import { isSigned, makeSealingKeys, nameOfKey, POINT_BYTES, sharedKey, sign, SIGNATURE_BYTES, type Key, type KeyPair } from './keys.js';
import { pack, unpack } from './packing.js';

/** The largest packet in bytes. */
export const PACKET_BYTES = 262_144;
/** The events that one packet may carry: as many as one push. */
export const EVENTS_A_PACKET = 500;
const UNPACKED_BYTES = 1_048_576;

const PacketContent = v.object({
  deviceId: v.pipe(v.string(), v.uuid()),
  /** The phone's clock when the packet was made. */
  clock: v.pipe(v.string(), v.isoTimestamp()),
  /** The epoch of the server that the phone knew, or empty. */
  epoch: v.pipe(v.string(), v.maxLength(40)),
  events: v.pipe(v.array(v.looseObject({})), v.maxLength(EVENTS_A_PACKET)),
});
/** What is sealed in a packet: a phone's waiting events, each with the person it belongs to. */
export type PacketContent = v.InferOutput<typeof PacketContent>;

/** What anybody can read on a packet without opening it. */
export interface PacketCover {
  readonly deviceId: string;
  /** Grows with each packet of a phone. */
  readonly number: number;
  /** The name of the sealing key that opens it. */
  readonly recipient: Bytes;
  /** The public key of the phone that signed it. */
  readonly deviceKey: Bytes;
  /** The SHA-256 by which a receipt names it. */
  readonly hash: string;
}

/** A packet that was opened. */
export interface OpenedPacket {
  readonly cover: PacketCover;
  readonly content: PacketContent;
}

/** Why a packet can't be taken: cut, altered or no packet at all; or meant for another server. */
export type PacketFault = 'unreadable' | 'other-server';

const MAGIC = utf8('SALAP');
const VERSION = 1;
const AT = { device: 6, number: 22, recipient: 28, deviceKey: 36, once: 36 + POINT_BYTES, sealed: 36 + 2 * POINT_BYTES };
const TAG_BYTES = 16;

/** Seals a phone's events to a server and signs them with the phone's key. */
export async function makePacket(
  content: PacketContent,
  number: number,
  device: Pick<KeyPair, 'publicKey' | 'privateKey'>,
  server: Bytes,
): Promise<Bytes> {
  const once = await makeSealingKeys();
  const head = joinBytes(
    MAGIC,
    Uint8Array.of(VERSION),
    uuidBytes(content.deviceId),
    sixBytes(number),
    await nameOfKey(server),
    device.publicKey,
    once.publicKey,
  );
  const shared = await sharedKey(once.privateKey, server, head);
  if (!shared) throw new TypeError('the server’s key is no key');
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: shared.nonce, additionalData: head }, shared.key, await pack(content));
  const body = joinBytes(head, new Uint8Array(sealed));
  return joinBytes(body, await sign(device.privateKey, body));
}

/** Reads what stands on a packet, when it is whole and its own signature fits. Never throws. */
export async function readPacketCover(bytes: Bytes): Promise<PacketCover | undefined> {
  if (bytes.length < AT.sealed + TAG_BYTES + SIGNATURE_BYTES || bytes.length > PACKET_BYTES) return undefined;
  if (!sameBytes(bytes.subarray(0, MAGIC.length), MAGIC) || bytes[MAGIC.length] !== VERSION) return undefined;
  const deviceKey = bytes.slice(AT.deviceKey, AT.once);
  if (!(await isSigned(deviceKey, bytes.slice(-SIGNATURE_BYTES), bytes.slice(0, -SIGNATURE_BYTES)))) return undefined;
  return {
    deviceId: uuidOf(bytes.subarray(AT.device, AT.number)),
    number: numberOf(bytes.subarray(AT.number, AT.recipient)),
    recipient: bytes.slice(AT.recipient, AT.deviceKey),
    deviceKey,
    hash: hex(await sha256(bytes)),
  };
}

/** Opens a packet with the server's key. Never throws. Whether the key on it is the one registered for its device is asked by the caller. */
export async function openPacket(bytes: Bytes, server: KeyPair): Promise<OpenedPacket | PacketFault> {
  const cover = await readPacketCover(bytes);
  if (!cover) return 'unreadable';
  if (!sameBytes(cover.recipient, await nameOfKey(server.publicKey))) return 'other-server';
  const content = await unseal(bytes, server.privateKey);
  const read = v.safeParse(PacketContent, content);
  if (!read.success || read.output.deviceId.toLowerCase() !== cover.deviceId) return 'unreadable';
  return { cover, content: read.output };
}

async function unseal(bytes: Bytes, privateKey: Key): Promise<unknown> {
  const head = bytes.slice(0, AT.sealed);
  const shared = await sharedKey(privateKey, bytes.slice(AT.once, AT.sealed), head);
  const algorithm = shared && { name: 'AES-GCM', iv: shared.nonce, additionalData: head };
  const plain = algorithm
    ? await crypto.subtle.decrypt(algorithm, shared.key, bytes.slice(AT.sealed, -SIGNATURE_BYTES)).catch(() => undefined)
    : undefined;
  return plain && unpack(new Uint8Array(plain), UNPACKED_BYTES);
}

function sixBytes(number: number): Bytes {
  return Uint8Array.from({ length: 6 }, (_, place) => Math.floor(number / 256 ** (5 - place)) % 256);
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
