import { Clock, randomDigits, Secrets } from '@sala/api/platform';
import { latinDigits } from '@sala/domain/khmer';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const DIGITS = 8;
const DAY_MS = 86_400_000;

/** Codes by which a mentor or officer lets somebody choose a new PIN: eight digits, once, for a day. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A new code for a person, in place of any earlier one. */
  async give(tx: EntityManager, personId: string): Promise<{ code: string; expiresAt: string }> {
    const code = randomDigits(DIGITS);
    const expiresAt = new Date(this.clock.now().getTime() + DAY_MS);
    await tx.query(
      `insert into one_time_code (person_id, mark, expires_at) values ($1, $2, $3)
       on conflict (person_id) do update set mark = excluded.mark, expires_at = excluded.expires_at`,
      [personId, this.markOf(personId, code), expiresAt],
    );
    return { code: code.replace(/(\d{4})(?=\d)/, '$1 '), expiresAt: expiresAt.toISOString() };
  }

  /** Takes a person's code as typed; true once. */
  async take(tx: EntityManager, personId: string, typed: string): Promise<boolean> {
    const code = latinDigits(typed).replace(/[\s-]/g, '');
    const [taken] = await tx.query<[{ taken: string }[], number]>(
      'delete from one_time_code where person_id = $1 and mark = $2 and expires_at > $3 returning person_id as taken',
      [personId, this.markOf(personId, code), this.clock.now()],
    );
    return taken.length === 1;
  }

  private markOf(personId: string, code: string): Buffer {
    return this.secrets.mark('one-time code', `${personId}:${code}`);
  }
}
