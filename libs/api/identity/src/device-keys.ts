import { Clock, invalid, Problem, type Caller, type PhoneActor } from '@sala/api/platform';
import type { RegisterDeviceRequest } from '@sala/contract/dto';
import { readPublicKey } from '@sala/domain/sealing';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A phone as a packet names it: its key, and for whom it may speak now. */
export interface KnownPhone {
  readonly publicKey: Buffer;
  readonly phone: PhoneActor;
}

// The same that a phone needs to sync by itself: a living session, and people who are on it and neither suspended nor forgotten.
const FIND = `
  select k.public_key as "publicKey", coalesce(json_agg(p.id) filter (where p.id is not null), '[]') as learners
  from device_key k
    left join device_learner g on g.device_id = k.device_id
    left join person p on p.id = g.person_id and p.suspended_at is null and p.forgotten_at is null
  where k.device_id = $1 and exists (select 1 from session s where s.device_id = k.device_id and s.expires_at > $2)
  group by k.public_key`;

const REGISTER = `
  insert into device_key (device_id, public_key, registered_at) values ($1, $2, $3)
  on conflict (device_id) do update set public_key = excluded.public_key, registered_at = excluded.registered_at
    where device_key.public_key <> excluded.public_key`;

/** The keys of phones: each phone's id is bound to the key that it showed last. */
@Injectable()
export class DeviceKeys {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds the caller's phone to its key. The session proves which phone it is, as it does for a sync, so a phone whose storage was cleared binds the new
   * key that it made; packets sealed under the old one are no longer taken, and what was in them and is lost with the storage can't come back.
   */
  async register(request: RegisterDeviceRequest, { phone }: Caller): Promise<void> {
    if (phone?.deviceId !== request.deviceId.toLowerCase()) throw new Problem('not-allowed');
    const key = await readPublicKey(request.publicKey);
    if (!key) throw invalid('publicKey', 'isPublicKey');
    await this.database.query(REGISTER, [phone.deviceId, Buffer.from(key), this.clock.now()]);
  }

  /** The phone of an id, when it registered a key and could still sync by itself. */
  async find(deviceId: string): Promise<KnownPhone | undefined> {
    const [row] = await this.database.query<{ publicKey: Buffer; learners: string[] }[]>(FIND, [deviceId, this.clock.now()]);
    if (!row) return undefined;
    return { publicKey: row.publicKey, phone: { via: 'phone', deviceId, persons: row.learners.map((id) => ({ id, roles: [] })) } };
  }
}
