import { inject, Injectable } from '@angular/core';
import { Api, type Trouble } from '@sala/web/data-api';
import type { StoredProfile } from '@sala/web/data-device';
import { Belongings, type Unsent } from '@sala/web/data-device/late';
import { Session } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';

/** Takes a person from this phone: first by the server, which must know of all but guests, then with everything of theirs. */
@Injectable({ providedIn: 'root' })
export class Leaving {
  private readonly api = inject(Api);
  private readonly belongings = inject(Belongings);
  private readonly session = inject(Session);
  private readonly uplink = inject(Uplink);

  /** What would be lost now. */
  unsent(profile: StoredProfile): Promise<Unsent> {
    return this.belongings.unsent(profile.personId);
  }

  /** Tries to send what waits, and gives what would still be lost. */
  async send(profile: StoredProfile): Promise<Unsent> {
    // An exchange that was under way may have failed before the line was back: one of its own follows.
    await this.uplink.exchange();
    const left = await this.unsent(profile);
    if (left.lessons === 0) return left;
    await this.uplink.exchange();
    return this.unsent(profile);
  }

  /** Takes the open person and all of theirs from this phone, unless the server can't be told. */
  async leave(profile: StoredProfile): Promise<Trouble | undefined> {
    if (profile.guest) return this.goWith(profile);
    const left = await this.api.call('leavePhone', { path: { personId: profile.personId } });
    // Somebody whom the server no longer sees on this phone has nothing more to be taken back there.
    if (!left.ok && left.trouble.code !== 'not-signed-in' && left.trouble.code !== 'not-allowed') return left.trouble;
    return this.goWith(profile);
  }

  private async goWith({ personId }: StoredProfile): Promise<undefined> {
    this.session.close();
    await this.belongings.remove(personId);
  }
}
