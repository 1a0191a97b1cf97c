import type { PinVerifier } from './store.js';

const ITERATIONS = 310_000;
/** Wrong PINs in a row after which only a one-time code opens the profile. */
export const PIN_TRIES = 5;
/** Seconds to wait after the first, second… wrong PIN. */
const DELAYS = [0, 5, 30, 300] as const;
/** No wait is longer than this, so that a clock set back makes nobody wait for years. */
export const LONGEST_WAIT_MS = 300_000;

/** Whether this browser can check a PIN itself; on a plain-http host it can't, and the server must. */
export function canVerifyPins(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Makes what proves a PIN later: a salted, slow hash. */
export async function makeVerifier(pin: string): Promise<PinVerifier | undefined> {
  if (!canVerifyPins()) return undefined;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, iterations: ITERATIONS, hash: await derive(pin, salt, ITERATIONS) };
}

/** Whether a PIN is the one behind a verifier. */
export async function verifyPin(pin: string, { salt, iterations, hash }: PinVerifier): Promise<boolean> {
  const derived = await derive(pin, salt, iterations);
  let difference = derived.length ^ hash.length;
  for (let place = 0; place < derived.length; place++) difference |= (derived[place] ?? 0) ^ (hash[place] ?? 0);
  return difference === 0;
}

/** The moment before which no PIN is looked at, after so many wrong ones in a row. */
export function waitAfter(wrongTries: number, now: number): number {
  return now + (DELAYS[wrongTries - 1] ?? 0) * 1_000;
}

async function derive(pin: string, salt: Uint8Array, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: salt.slice(), iterations }, key, 256);
  return new Uint8Array(bits);
}
