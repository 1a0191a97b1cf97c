import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Sessions, type Session } from './sessions.js';

/** A phone that now speaks for a learner, and its new token. */
export interface OpenedPhone {
  readonly deviceId: string;
  readonly token: string;
}

/** Phones, and for whom they may speak. */
@Injectable()
export class Phones {
  constructor(private readonly sessions: Sessions) {}

  /**
   * Brings a learner onto the phone. The id that it proposes is taken when nobody had it or when it is this phone's own; else it gets a fresh one,
   * so that two phones never record under one id. Those who were on the phone before stay on it.
   */
  async bring(tx: EntityManager, personId: string, proposed: string, session: Session | undefined): Promise<OpenedPhone> {
    const own = session?.deviceId ?? undefined;
    const deviceId = proposed === own ? proposed : await this.register(tx, proposed);
    await tx.query(
      `insert into device_learner (device_id, person_id)
       select $1::uuid, person_id from device_learner where device_id = $3 union select $1::uuid, $2::uuid on conflict do nothing`,
      [deviceId, personId, own ?? null],
    );
    const token = await this.sessions.open(tx, { deviceId }, session);
    return { deviceId, token };
  }

  /** Takes a learner from a phone; the token changes, or ends with the last learner. */
  async leave(tx: EntityManager, personId: string, session: Session): Promise<string | undefined> {
    await tx.query('delete from device_learner where device_id = $1 and person_id = $2', [session.deviceId, personId]);
    const [left] = await tx.query<object[]>('select 1 from device_learner where device_id = $1 limit 1', [session.deviceId]);
    if (left && session.deviceId) return this.sessions.open(tx, { deviceId: session.deviceId }, session);
    await this.sessions.end(tx, session);
    return undefined;
  }

  private async register(tx: EntityManager, proposed: string): Promise<string> {
    const insert = 'insert into device (id) values ($1) on conflict do nothing returning id';
    const [taken] = await tx.query<{ id: string }[]>(insert, [proposed]);
    if (taken) return taken.id;
    const fresh = randomUUID();
    await tx.query(insert, [fresh]);
    return fresh;
  }
}
