import * as v from 'valibot';
import { joinBytes, sameBytes, utf8, uuidBytes, uuidOf, type Bytes } from './bytes.js';
import { isSigned, nameOfKey, sign, SIGNATURE_BYTES, type KeyPair } from './keys.js';
import { pack, unpack } from './packing.js';

/** The largest receipt in bytes. */
export const RECEIPT_BYTES = 262_144;
const UNPACKED_BYTES = 1_048_576;

const Id = v.pipe(v.string(), v.maxLength(36));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ReceiptContent = v.object({
  /** The SHA-256 of the packet that it answers. */
  packet: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** The server's clock. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** The epoch of the server that took the events. */
  epoch: v.pipe(v.string(), v.maxLength(40)),
  /** The epoch that the phone knew when it made the packet. */
  since: v.pipe(v.string(), v.maxLength(40)),
  accepted: v.array(Id),
  refused: v.array(v.object({ id: Id, code: v.pipe(v.string(), v.maxLength(40)), next: v.optional(Count) })),
  missing: v.array(v.object({ learnerId: Id, from: Count, to: Count })),
});
/** What the server says about a packet: exactly which events it took and which it refused. */
export type ReceiptContent = v.InferOutput<typeof ReceiptContent>;

/** A receipt that was read and found true. */
export interface Receipt extends ReceiptContent {
  readonly deviceId: string;
}

const MAGIC = utf8('SALAR');
const VERSION = 1;
const AT = { device: 6, signer: 22, body: 30 };

/** Writes a receipt for a device and signs it with the server's key. */
export async function signReceipt(deviceId: string, content: ReceiptContent, server: KeyPair): Promise<Bytes> {
  const signer = await nameOfKey(server.publicKey);
  const body = joinBytes(MAGIC, Uint8Array.of(VERSION), uuidBytes(deviceId), signer, await pack(content));
  return joinBytes(body, await sign(server.privateKey, body));
}

/** For which device a receipt says that it is; what it says is believed only after `readReceipt`. */
export function deviceOfReceipt(bytes: Bytes): string | undefined {
  const isReceipt = bytes.length > AT.body + SIGNATURE_BYTES && sameBytes(bytes.subarray(0, MAGIC.length), MAGIC);
  return isReceipt && bytes[MAGIC.length] === VERSION ? uuidOf(bytes.subarray(AT.device, AT.signer)) : undefined;
}

/** Reads a receipt that this server signed; undefined for anything else. Never throws. */
export async function readReceipt(bytes: Bytes, serverKey: Bytes): Promise<Receipt | undefined> {
  const deviceId = bytes.length <= RECEIPT_BYTES ? deviceOfReceipt(bytes) : undefined;
  if (deviceId === undefined || !sameBytes(bytes.subarray(AT.signer, AT.body), await nameOfKey(serverKey))) return undefined;
  if (!(await isSigned(serverKey, bytes.slice(-SIGNATURE_BYTES), bytes.slice(0, -SIGNATURE_BYTES)))) return undefined;
  const read = v.safeParse(ReceiptContent, await unpack(bytes.slice(AT.body, -SIGNATURE_BYTES), UNPACKED_BYTES));
  return read.success ? { deviceId, ...read.output } : undefined;
}
