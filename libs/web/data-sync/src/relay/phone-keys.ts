import { inject, Injectable } from '@angular/core';
import type { ServerKeysReply } from '@sala/contract/dto';
import { hex, makeSigningKeys, nameOfKey, unbase64url, base64url, type Bytes, type KeyPair } from '@sala/domain/sealing';
import { Api, type Called, type Trouble } from '@sala/web/data-api';
import { DeviceIdentity, Profiles, ServerNews, Store, type StoredProfile } from '@sala/web/data-device';

/** The server's public keys as this phone knows them. */
export interface KnownServer {
  readonly signing: Bytes;
  readonly sealing: Bytes;
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Whether this browser can sign and seal at all: on plain http it can't. */
export function canSeal(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;
}

/** Four letters by which people tell phones apart when one carries for the other. */
export function codeOfKey(name: Bytes): string {
  return Array.from(name.subarray(0, 4), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** The key by which this phone signs what others carry for it, and the keys of its server. */
@Injectable({ providedIn: 'root' })
export class PhoneKeys {
  private readonly api = inject(Api);
  private readonly store = inject(Store);
  private readonly identity = inject(DeviceIdentity);
  private readonly news = inject(ServerNews);
  private readonly profiles = inject(Profiles);

  /** This phone's own keys, made at the first ask; the private one can't leave the phone. */
  async own(): Promise<KeyPair> {
    const kept = await this.kept();
    if (kept) return kept;
    const made = await makeSigningKeys();
    return this.store.write(['kept'], async (transaction) => {
      // Another tab may have been faster.
      const before = await transaction.objectStore('kept').get('phone-key');
      if (before?.name === 'phone-key') return { publicKey: before.publicKey, privateKey: before.privateKey };
      await transaction.objectStore('kept').put({ name: 'phone-key', ...made, packets: 0 });
      return made;
    });
  }

  /** The four letters of this phone. */
  async code(): Promise<string> {
    return codeOfKey(await nameOfKey((await this.own()).publicKey));
  }

  /** A number that no packet of this phone had. */
  nextNumber(): Promise<number> {
    return this.store.write(['kept'], async (transaction) => {
      const kept = await transaction.objectStore('kept').get('phone-key');
      if (kept?.name !== 'phone-key') throw new Error('this phone has no key yet');
      await transaction.objectStore('kept').put({ ...kept, packets: kept.packets + 1 });
      return kept.packets + 1;
    });
  }

  /** The server's keys, kept since this phone met it; undefined before. */
  async server(): Promise<KnownServer | undefined> {
    const kept = await this.keptServer();
    const [signing, sealing] = [unbase64url(kept?.keys.signing ?? ''), unbase64url(kept?.keys.sealing ?? '')];
    return kept && signing && sealing ? { signing, sealing } : undefined;
  }

  /** Tells the server this phone's key and learns the server's, once under each id and epoch; says what stood in the way. */
  async introduce(): Promise<Trouble | undefined> {
    if (!canSeal() || this.profiles.all().length === 0) return undefined;
    // No server knows the guests; the phone may still learn its keys, to take courses from other phones.
    const isKnown = this.accounts().length > 0;
    const [own, epoch, kept] = await Promise.all([this.identity.deviceId(), this.newestEpoch(), this.keptServer()]);
    const deviceId = isKnown ? own : '';
    if (kept?.deviceId === deviceId && kept.epoch === epoch) return undefined;
    const told = isKnown ? await this.register(deviceId) : await this.api.call('keys', {});
    if (!told.ok) return told.trouble;
    const { signing, sealing } = told.value;
    const known = { name: 'server-keys', deviceId, epoch, keys: { signing, sealing } } as const;
    await this.store.write(['kept'], (transaction) => transaction.objectStore('kept').put(known));
    return undefined;
  }

  private async register(deviceId: string): Promise<Called<ServerKeysReply>> {
    const publicKey = base64url((await this.own()).publicKey);
    return this.api.call('registerDevice', { body: { deviceId, publicKey } });
  }

  /** Whether the key is this phone's own. */
  async isOwn(publicKey: Bytes): Promise<boolean> {
    const kept = await this.kept();
    return kept !== undefined && hex(kept.publicKey) === hex(publicKey);
  }

  private accounts(): readonly StoredProfile[] {
    return this.profiles.all().filter((profile) => !profile.guest);
  }

  private async newestEpoch(): Promise<string> {
    const cursors = await Promise.all(this.accounts().map(({ personId }) => this.news.cursorOf(personId)));
    return [...new Set(cursors.map((cursor) => cursor.split('.')[0] ?? ''))].sort().join(' ');
  }

  private async kept(): Promise<KeyPair | undefined> {
    const kept = await (await this.store.database()).get('kept', 'phone-key');
    return kept?.name === 'phone-key' ? { publicKey: kept.publicKey, privateKey: kept.privateKey } : undefined;
  }

  private async keptServer() {
    const kept = await (await this.store.database()).get('kept', 'server-keys');
    return kept?.name === 'server-keys' ? kept : undefined;
  }
}
