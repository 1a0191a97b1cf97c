import { inject, Injectable } from '@angular/core';
import type { GroupSession } from '@sala/domain/learning';
import { DeviceIdentity } from './device-identity.js';
import { append, EventLog, type AnyHappening } from './event-log.js';
import { Store } from './store.js';

/** The journals of practices that a group does stand apart from those of its people. */
export const GROUP_PLACE = 'group ';

/** The group session of this phone, kept together with what happens in it, so that a killed app goes on where it was. */
@Injectable({ providedIn: 'root' })
export class GroupSessions {
  private readonly store = inject(Store);
  private readonly identity = inject(DeviceIdentity);
  private readonly log = inject(EventLog);

  /** The session that is under way. */
  async load(): Promise<GroupSession | undefined> {
    const database = await this.store.database();
    const kept = await database.get('kept', 'group');
    return kept?.name === 'group' ? kept.group : undefined;
  }

  /** Keeps the session and records what happened, for each learner that it happened to, in one transaction. */
  async keep(group: GroupSession, happenings: readonly AnyHappening[] = []): Promise<void> {
    const deviceId = await this.identity.deviceId();
    await this.store.write(['event', 'profile', 'kept'], async (transaction) => {
      for (const happening of happenings) await append(transaction, happening, deviceId);
      await transaction.objectStore('kept').put({ name: 'group', group });
    });
    if (happenings.length > 0) this.log.changed();
  }

  /** Lets go of the session; what was recorded stays. */
  async end(): Promise<void> {
    await this.store.write(['kept', 'journal'], async (transaction) => {
      const journals = transaction.objectStore('journal');
      for (const key of await journals.getAllKeys()) if (key[1].startsWith(GROUP_PLACE)) await journals.delete(key);
      await transaction.objectStore('kept').delete('group');
    });
  }
}
