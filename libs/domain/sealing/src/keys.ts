import { base64url, sha256, unbase64url, type Bytes } from './bytes.js';

/** A key of WebCrypto. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** The two public keys of a server, each as base64url of its uncompressed P-256 point. */
export interface ServerKeys {
  /** Proves receipts and course files. */
  signing: string;
  /** Packets are sealed to it. */
  sealing: string;
}

/** A public key with the private one that only its owner has. */
export interface KeyPair {
  /** The uncompressed P-256 point. */
  readonly publicKey: Bytes;
  readonly privateKey: Key;
}

/** The length of an uncompressed P-256 point. */
export const POINT_BYTES = 65;
/** The length of a signature. */
export const SIGNATURE_BYTES = 64;

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256' };
const SEALING = { name: 'ECDH', namedCurve: 'P-256' };
const BY_SHA256 = { name: 'ECDSA', hash: 'SHA-256' };

async function makeKeys(algorithm: typeof SIGNING, mayLeave: boolean): Promise<KeyPair> {
  const uses = algorithm === SIGNING ? (['sign', 'verify'] as const) : (['deriveBits'] as const);
  const pair = await crypto.subtle.generateKey(algorithm, mayLeave, uses);
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)), privateKey: pair.privateKey };
}

/** Makes keys for signing; the private one leaves WebCrypto only when it may. */
export const makeSigningKeys = (mayLeave = false): Promise<KeyPair> => makeKeys(SIGNING, mayLeave);

/** Makes keys that others seal to; the private one leaves WebCrypto only when it may. */
export const makeSealingKeys = (mayLeave = false): Promise<KeyPair> => makeKeys(SEALING, mayLeave);

/** A private key as base64url of its PKCS #8 form, for a store that keeps it sealed. */
export async function writePrivateKey(key: Key): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)));
}

/** Reads a private key back from its written form. */
export function readPrivateKey(purpose: keyof ServerKeys, written: string): Promise<Key> {
  const bytes = unbase64url(written) ?? new Uint8Array();
  return purpose === 'signing'
    ? crypto.subtle.importKey('pkcs8', bytes, SIGNING, false, ['sign'])
    : crypto.subtle.importKey('pkcs8', bytes, SEALING, false, ['deriveBits']);
}

/** The bytes of a public key as it is told, or undefined when it is no point of the curve. */
export async function readPublicKey(written: string): Promise<Bytes | undefined> {
  const bytes = unbase64url(written);
  return bytes && (await asKey(bytes, SIGNING, ['verify'])) ? bytes : undefined;
}

/** Signs bytes. */
export async function sign(privateKey: Key, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(BY_SHA256, privateKey, bytes));
}

/** Whether a signature over bytes was made with the private key of a public one; never throws. */
export async function isSigned(publicKey: Bytes, signature: Bytes, bytes: Bytes): Promise<boolean> {
  const key = await asKey(publicKey, SIGNING, ['verify']);
  return key !== undefined && signature.length === SIGNATURE_BYTES && crypto.subtle.verify(BY_SHA256, key, signature, bytes);
}

/** The secret that two key pairs have in common, as a key for AES-GCM with its nonce; undefined when the public key is none. */
export async function sharedKey(privateKey: Key, publicKey: Bytes, bound: Bytes): Promise<{ key: Key; nonce: Bytes } | undefined> {
  const theirs = await asKey(publicKey, SEALING, []);
  if (!theirs) return undefined;
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
  const stretched = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode('sala packet 1');
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: await sha256(bound), info }, stretched, 8 * (32 + 12));
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, nonce: new Uint8Array(bits.slice(32)) };
}

/** The eight bytes by which a public key is named. */
export const nameOfKey = async (publicKey: Bytes): Promise<Bytes> => (await sha256(publicKey)).slice(0, 8);

async function asKey(point: Bytes, algorithm: typeof SIGNING, uses: ('verify' | 'deriveBits')[]): Promise<Key | undefined> {
  if (point.length !== POINT_BYTES) return undefined;
  return crypto.subtle.importKey('raw', point, algorithm, true, uses).catch(() => undefined);
}
