import { inject, Injectable } from '@angular/core';
import { unbase64url } from '@sala/domain/sealing';
import { Profiles, type StoredProfile } from '@sala/web/data-device';
import { OfflineReset } from '@sala/web/data-device/late';
import { MentorApi } from './mentor-api.js';

/** Fetches what proves a mentor's code without a line, once for each person and again after one was used; tells the server of PINs chosen meanwhile. */
@Injectable({ providedIn: 'root' })
export class OfflineProofs {
  private readonly profiles = inject(Profiles);
  private readonly reset = inject(OfflineReset);
  private readonly api = inject(MentorApi).api;

  /** Does what there is to do for the people of this phone. */
  async renew(): Promise<void> {
    if (!globalThis.crypto.subtle) return;
    for (const profile of this.profiles.all()) if (!profile.guest && (profile.chosen || !profile.offline)) await this.renewOf(profile);
  }

  private async renewOf({ personId, chosen }: StoredProfile): Promise<void> {
    const keys = await this.api.call('keys', {});
    const server = keys.ok ? unbase64url(keys.value.sealing) : undefined;
    if (!server) return;
    const body = chosen ? { used: chosen.number, sealedPin: chosen.sealed } : {};
    const got = await this.api.call('offlineCode', { path: { personId }, body });
    // A code that is no longer good (the server's secret was changed) must not be told for ever.
    if (chosen && (got.ok || got.trouble.code === 'one-time-code-refused')) await this.reset.told(personId, chosen.number);
    if (!got.ok) return;
    const { number, iterations } = got.value;
    const [salt, hash] = [unbase64url(got.value.salt), unbase64url(got.value.hash)];
    if (salt && hash) await this.reset.keep(personId, { number, salt, iterations, hash, server });
  }
}
