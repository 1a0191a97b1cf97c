import { inject, Injectable } from '@angular/core';
import { randomId } from './ids.js';
import { Store } from './store.js';

/** The id under which this phone records: made at the first start, replaced when the server names another. */
@Injectable({ providedIn: 'root' })
export class DeviceIdentity {
  private readonly store = inject(Store);
  private known?: string;

  /** The phone's id. */
  async deviceId(): Promise<string> {
    this.known ??= await this.store.write(['kept'], async (transaction) => {
      const kept = await transaction.objectStore('kept').get('device');
      if (kept?.name === 'device') return kept.deviceId;
      const deviceId = randomId();
      await transaction.objectStore('kept').put({ name: 'device', deviceId });
      return deviceId;
    });
    return this.known;
  }

  /** Takes the id that the server named. */
  async become(deviceId: string): Promise<void> {
    if (deviceId === (await this.deviceId())) return;
    await this.store.write(['kept'], (transaction) => transaction.objectStore('kept').put({ name: 'device', deviceId }));
    this.known = deviceId;
  }
}
