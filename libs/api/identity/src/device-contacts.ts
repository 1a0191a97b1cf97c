import { Clock, Prepared } from '@sala/api/platform';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

const HOUR_MS = 3_600_000;

const NOTE = `
  insert into device_contact (device_id, seen_at, full_since) values ($1, $2, case when $3::boolean then $2::timestamptz end)
  on conflict (device_id) do update set seen_at = excluded.seen_at,
    full_since = case when $3 then coalesce(device_contact.full_since, excluded.seen_at) end`;

/** When phones met the server. It is noted once an hour and when a phone turns full or is so no longer, so that a sync costs no write. */
@Injectable()
export class DeviceContacts {
  private readonly noted = new LRUCache<string, { at: number; isFull: boolean }>({ max: 20_000 });

  constructor(
    private readonly prepared: Prepared,
    private readonly clock: Clock,
  ) {}

  /** Notes that a phone is here. */
  async note(deviceId: string, isFull: boolean): Promise<void> {
    const at = this.clock.now().getTime();
    const before = this.noted.get(deviceId);
    if (before && before.isFull === isFull && Math.abs(at - before.at) < HOUR_MS) return;
    await this.prepared.query('device contact', NOTE, [deviceId, new Date(at), isFull]);
    this.noted.set(deviceId, { at, isFull });
  }
}
