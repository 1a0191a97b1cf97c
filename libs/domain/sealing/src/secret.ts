import { joinBytes, textOf, utf8, type Bytes } from './bytes.js';
import { makeSealingKeys, POINT_BYTES, sharedKey, type KeyPair } from './keys.js';

/** Seals a short text so that only the holder of a sealing key can read it. */
export async function sealSecret(text: string, recipient: Bytes): Promise<Bytes> {
  const once = await makeSealingKeys();
  const shared = await sharedKey(once.privateKey, recipient, once.publicKey);
  if (!shared) throw new TypeError('the key is no key');
  const algorithm = { name: 'AES-GCM', iv: shared.nonce, additionalData: once.publicKey };
  return joinBytes(once.publicKey, new Uint8Array(await crypto.subtle.encrypt(algorithm, shared.key, utf8(text))));
}

/** Opens what `sealSecret` sealed; undefined when it was altered or is for another key. Never throws. */
export async function openSecret(sealed: Bytes, recipient: KeyPair): Promise<string | undefined> {
  const once = sealed.slice(0, POINT_BYTES);
  const shared = await sharedKey(recipient.privateKey, once, once);
  if (!shared) return undefined;
  const algorithm = { name: 'AES-GCM', iv: shared.nonce, additionalData: once };
  const plain = await crypto.subtle.decrypt(algorithm, shared.key, sealed.slice(POINT_BYTES)).catch(() => undefined);
  return plain && textOf(new Uint8Array(plain));
}
