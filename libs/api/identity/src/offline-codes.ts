import { Keyring, Problem, Secrets } from '@sala/api/platform';
import type { OfflineCodeReply, OfflineCodeRequest } from '@sala/contract/dto';
import { isEasyPin } from '@sala/domain/access';
import { openSecret, unbase64url } from '@sala/domain/sealing';
import { Injectable } from '@nestjs/common';
import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { Passwords } from './passwords.js';
import { Throttle } from './throttle.js';

const DIGITS = 8;
// A phone without a line checks it, so it must take long to try them all; the server makes one for each phone that asks.
const ITERATIONS = 100_000;
const slowHash = promisify(pbkdf2);

const NUMBER = 'select number from offline_code where person_id = $1';
const NEXT = `
  insert into offline_code as o (person_id, number) values ($1, $2::int + 1)
  on conflict (person_id) do update set number = o.number + 1 where o.number = $2 returning number`;

/**
 * Codes by which a mentor opens a profile where neither has a line: derived from SALA_SECRET, so none is stored. Mentors have them with their people,
 * a phone has only a slow hash. Each opens once; what was chosen by it comes sealed with the next contact.
 */
@Injectable()
export class OfflineCodes {
  constructor(
    private readonly database: DataSource,
    private readonly secrets: Secrets,
    private readonly keyring: Keyring,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  /** The present codes of persons, for who may help them. */
  async codesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; number: number }[]>(
      `select u.id, coalesce(o.number, 1) as number from unnest($1::uuid[]) as u (id) left join offline_code o on o.person_id = u.id`,
      [personIds],
    );
    return new Map(rows.map(({ id, number }) => [id, this.codeOf(id, number)]));
  }

  /** What proves a person's next code on a phone of theirs; first takes the PIN that was chosen by the last one. */
  async next(personId: string, { used, sealedPin }: OfflineCodeRequest): Promise<OfflineCodeReply> {
    if (used !== undefined) await this.settle(personId, used, sealedPin ?? '');
    const number = await this.numberOf(personId);
    const salt = randomBytes(16);
    const hash = await slowHash(this.codeOf(personId, number), salt, ITERATIONS, 32, 'sha256');
    return { number, salt: salt.toString('base64url'), iterations: ITERATIONS, hash: hash.toString('base64url') };
  }

  /** A used code is worth nothing any more, whoever tells of it; the PIN counts only with the code itself. */
  private async settle(personId: string, used: number, sealedPin: string): Promise<void> {
    const trial = await this.throttle.enter([{ as: 'code person', name: personId }]);
    const opened = await openSecret(unbase64url(sealedPin) ?? new Uint8Array(), await this.keyring.sealing());
    const [code = '', pin = ''] = opened?.split(':') ?? [];
    if (code !== this.codeOf(personId, used) || !/^[0-9]{4}$/.test(pin) || isEasyPin(pin)) throw new Problem('one-time-code-refused');
    const hash = await this.passwords.hash(pin);
    await this.database.transaction(async (tx) => {
      await this.throttle.pardon(tx, trial);
      const [row] = await tx.query<{ number: number }[]>(NEXT, [personId, used]);
      // Told twice, or by a second phone that heard the same code: only the first counts.
      if (!row) return;
      await tx.query(
        'insert into pin (person_id, hash) values ($1, $2) on conflict (person_id) do update set hash = $2, chosen_at = now()',
        [personId, hash],
      );
      await this.throttle.forget(tx, { as: 'pin person', name: personId });
    });
  }

  private async numberOf(personId: string): Promise<number> {
    const [row] = await this.database.query<{ number: number }[]>(NUMBER, [personId]);
    return row?.number ?? 1;
  }

  private codeOf(personId: string, number: number): string {
    const mark = this.secrets.mark('offline code', `${personId}:${number}`);
    return String(mark.readBigUInt64BE() % BigInt(10 ** DIGITS)).padStart(DIGITS, '0');
  }
}
