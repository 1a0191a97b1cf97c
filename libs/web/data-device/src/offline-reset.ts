import { inject, Injectable } from '@angular/core';
import { base64url, sealSecret } from '@sala/domain/sealing';
import { makeVerifier, verifyPin, waitAfter, LONGEST_WAIT_MS } from './pin.js';
import { Profiles } from './profiles.js';
import { Store, type OfflineProof, type StoredProfile } from './store.js';

/** Wrong codes in a row after which the longest wait begins each time. */
const FREE_TRIES = 4;

/** What came of a mentor's code where there is no line. */
export type OfflineOutcome = 'opened' | 'wrong' | 'wait' | 'no-proof';

/** Opens a profile by a mentor's code without the server: the phone holds a slow hash of the code, fetched while it had a line. */
@Injectable({ providedIn: 'root' })
export class OfflineReset {
  private readonly store = inject(Store);
  private readonly profiles = inject(Profiles);

  /** Keeps what proves a person's next code. */
  async keep(personId: string, proof: OfflineProof): Promise<void> {
    await this.change(personId, (profile) => ({ ...profile, offline: proof }));
  }

  /** The server knows of the PIN that was chosen by an earlier code. */
  async told(personId: string, number: number): Promise<void> {
    await this.change(personId, ({ chosen, ...profile }) => (chosen && chosen.number !== number ? { ...profile, chosen } : profile));
  }

  /** Takes a code and a new PIN. The try is counted on the disk first; a right code works once. */
  async take(personId: string, code: string, pin: string, now = Date.now()): Promise<OfflineOutcome> {
    const counted = await this.count(personId, now);
    if (typeof counted === 'string') return counted;
    if (!(await verifyPin(code, counted))) return 'wrong';
    const [verifier, sealed] = await Promise.all([makeVerifier(pin), sealSecret(`${code}:${pin}`, counted.server)]);
    if (!verifier) return 'no-proof';
    const chosen = { number: counted.number, sealed: base64url(sealed) };
    await this.change(personId, ({ offline: _, ...profile }) => ({ ...profile, pin: verifier, wrongTries: 0, waitUntil: 0, chosen }));
    return 'opened';
  }

  private async count(personId: string, now: number): Promise<OfflineProof | 'wait' | 'no-proof'> {
    return this.store.write(['profile'], async (transaction) => {
      const profile = await transaction.objectStore('profile').get(personId);
      if (!profile?.offline) return 'no-proof';
      if (profile.waitUntil > now && profile.waitUntil - now <= LONGEST_WAIT_MS) return 'wait';
      const tries = profile.wrongTries + 1;
      await transaction
        .objectStore('profile')
        .put({ ...profile, wrongTries: tries, waitUntil: waitAfter(Math.min(tries, FREE_TRIES), now) });
      return profile.offline;
    });
  }

  private async change(personId: string, changed: (before: StoredProfile) => StoredProfile): Promise<void> {
    await this.store.write(['profile'], async (transaction) => {
      const profile = await transaction.objectStore('profile').get(personId);
      if (profile) await transaction.objectStore('profile').put(changed(profile));
    });
    await this.profiles.load();
  }
}
