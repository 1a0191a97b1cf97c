import { Clock, Problem, Secrets } from '@sala/api/platform';
import type { SignInStaffRequest } from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';
import { generate, generateSecret, generateURI, verify } from 'otplib';
import { DataSource, type EntityManager } from 'typeorm';
import { Passwords } from './passwords.js';
import { Sessions, type Session } from './sessions.js';
import { Throttle } from './throttle.js';

const STEP_SECONDS = 30;
const SEALED_FOR = 'totp';
const SHORTEST_PASSWORD = 12;

interface AccountRow {
  personId: string;
  passwordHash: string;
  totpSealed: Buffer;
}

/** What an account is made from. */
export interface NewAccount {
  readonly email: string;
  readonly password: string;
  /** The second factor's secret in Base32, when it isn't to be a new one. */
  readonly totpSecret?: string;
}

/** Staff: e-mail, password and a second factor at once, with one answer for everything that may be wrong. */
@Injectable()
export class Staff {
  private readonly nobodysSecret = generateSecret();

  constructor(
    private readonly database: DataSource,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Signs in and gives the new session's token. */
  async signIn(request: SignInStaffRequest, address: string, instead: Session | undefined): Promise<string> {
    const email = request.email.toLowerCase();
    const trial = await this.throttle.enter([
      { as: 'staff address', name: address },
      { as: 'staff account', name: email },
    ]);
    const account = await this.accountOf(email);
    const known = await this.passwords.matches(account?.passwordHash, request.password);
    const step = await this.stepOf(account, request.code);
    if (!account || !known || step === undefined) throw new Problem('sign-in-refused');
    return this.database.transaction(async (tx) => {
      const [used] = await tx.query<[object[], number]>(
        'update account set totp_last_step = $2 where person_id = $1 and totp_last_step < $2 returning person_id',
        [account.personId, step],
      );
      if (used.length === 0) throw new Problem('sign-in-refused');
      await this.throttle.pardon(tx, trial);
      return this.sessions.open(tx, { personId: account.personId }, instead);
    });
  }

  /** Makes a person's account; gives the address that an authenticator app reads. */
  async makeAccount(tx: EntityManager, personId: string, account: NewAccount): Promise<{ otpauth: string }> {
    const email = account.email.toLowerCase();
    const secret = account.totpSecret ?? generateSecret();
    await tx.query(
      `insert into account (person_id, email, password_hash, totp_sealed) values ($1, $2, $3, $4)
       on conflict (person_id) do update set email = $2, password_hash = $3, totp_sealed = $4`,
      [personId, email, await this.passwords.hash(account.password), this.secrets.seal(SEALED_FOR, secret)],
    );
    return { otpauth: generateURI({ issuer: 'Sala', label: email, secret }) };
  }

  /** The code that an authenticator app shows now for a secret. */
  codeNow(totpSecret: string): Promise<string> {
    return generate({ secret: totpSecret, epoch: this.epoch() });
  }

  private async accountOf(email: string): Promise<AccountRow | undefined> {
    const [account] = await this.database.query<AccountRow[]>(
      `select a.person_id as "personId", a.password_hash as "passwordHash", a.totp_sealed as "totpSealed" from account a
       join person p on p.id = a.person_id where a.email = $1 and p.suspended_at is null and p.forgotten_at is null`,
      [email],
    );
    return account;
  }

  private async stepOf(account: AccountRow | undefined, token: string): Promise<number | undefined> {
    const secret = account ? this.secrets.unseal(SEALED_FOR, account.totpSealed) : this.nobodysSecret;
    const result = await verify({ secret, token, epoch: this.epoch(), epochTolerance: STEP_SECONDS });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }

  private epoch(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

/** What is wrong with a password for staff, as a sentence; undefined when it is strong enough. */
export function weaknessOf(password: string, email: string): string | undefined {
  if (password.length < SHORTEST_PASSWORD)
    return `The password is too short: take at least ${SHORTEST_PASSWORD} characters, for example four random words.`;
  if (new Set(password).size < 6) return 'The password repeats too few characters: take four random words, for example.';
  const name = email.split('@')[0] ?? '';
  if (name.length > 3 && password.toLowerCase().includes(name.toLowerCase()))
    return 'The password holds the name from the e-mail address: take another one.';
  return undefined;
}
