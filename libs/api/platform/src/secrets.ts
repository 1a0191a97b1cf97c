import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Env } from './env/env.js';

const NONCE = 12;
const TAG = 16;

/** A new secret of 256 bits, as text for a cookie or a ticket. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** So many random digits. */
export function randomDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}

/** The SHA-256 of a random token: enough to store it by, since it can't be guessed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The keys derived from SALA_SECRET, one a purpose. */
@Injectable()
export class Secrets {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly env: Env) {}

  /** The key of a purpose. */
  key(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.env.SALA_SECRET, 'sala', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }

  /** A keyed hash, for short secrets that are looked up: without the key a stolen table can't be tried out. */
  mark(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text).digest();
  }

  /** Encrypts for storage (AES-256-GCM). */
  seal(purpose: string, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Decrypts what `seal` wrote; throws when it was altered or sealed under another secret. */
  unseal(purpose: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), sealed.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  }
}
