import { Clock, invalid, Problem, randomToken, tokenHash } from '@sala/api/platform';
import type { OpenProfileReply, OpenProfileRequest, PersonName, ResetPinRequest, ShowCardReply } from '@sala/contract/dto';
import { isEasyPin, NATION } from '@sala/domain/access';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cardDigits, Cards } from './cards.js';
import { Directory, NAME } from './directory.js';
import { OneTimeCodes } from './one-time-codes.js';
import { Passwords } from './passwords.js';
import { Phones } from './phones.js';
import { PIN_TRIES, Throttle, type Try } from './throttle.js';
import type { Session } from './sessions.js';

/** Where a request comes from, as far as signing in needs it. */
export interface From {
  readonly address: string;
  readonly phone: Session | undefined;
}

/** A profile that was opened, and the phone's new token. */
export interface OpenedProfile {
  readonly reply: OpenProfileReply;
  readonly token: string;
}

interface Candidate {
  person: PersonName;
  pinHash: string | null;
  place: string | null;
}

const TICKET_MS = 600_000;

const CANDIDATE = `
  select ${NAME}, n.hash as "pinHash",
    (select h.place_code from role_held h where h.person_id = p.id and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
     order by h.role = 'learner' desc, h.valid_from limit 1) as place
  from person p left join pin n on n.person_id = p.id`;
const PRESENT = 'p.suspended_at is null and p.forgotten_at is null';

/** How learners come onto a phone: a card, then a PIN of their own; after too many wrong ones, a mentor's one-time code. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: DataSource,
    private readonly throttle: Throttle,
    private readonly cards: Cards,
    private readonly codes: OneTimeCodes,
    private readonly passwords: Passwords,
    private readonly phones: Phones,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Looks at a card; a good one opens a ticket for ten minutes. */
  async showCard(typed: string, address: string): Promise<ShowCardReply> {
    const trial = await this.throttle.enter([{ as: 'card address', name: address }]);
    const mark = this.cards.markOf(cardDigits(typed) ?? '');
    const now = this.clock.now();
    const [found] = await this.database.query<(PersonName & { pinHash: string | null; cardId: string })[]>(
      `select ${NAME}, n.hash as "pinHash", c.id as "cardId" from card c join person p on p.id = c.person_id left join pin n on n.person_id = p.id
       where c.mark = $1 and c.revoked_at is null and ${PRESENT}`,
      [mark],
    );
    if (!found) throw new Problem('card-refused');
    const { pinHash, cardId, ...person } = found;
    const ticket = randomToken();
    await this.database.transaction(async (tx) => {
      await tx.query('delete from sign_in_ticket where expires_at < $1', [now]);
      const expiresAt = new Date(now.getTime() + TICKET_MS);
      await tx.query('insert into sign_in_ticket (token_hash, card_id, expires_at) values ($1, $2, $3)', [
        tokenHash(ticket),
        cardId,
        expiresAt,
      ]);
      await this.throttle.pardon(tx, trial);
    });
    return { ticket, person, pin: pinHash === null ? 'choose' : 'enter' };
  }

  /** Opens the profile of a ticket on a phone, with the person's PIN; who has none chooses it here. */
  async openProfile(request: OpenProfileRequest, from: From): Promise<OpenedProfile> {
    const ticket = tokenHash(request.ticket);
    const candidate = await this.candidateOf(
      `join card c on c.person_id = p.id and c.revoked_at is null join sign_in_ticket t on t.card_id = c.id where t.token_hash = $1 and t.expires_at > $2`,
      ticket,
    );
    if (!candidate) throw new Problem('ticket-expired');
    const { person, pinHash } = candidate;
    if (pinHash === null) refuseEasyPin(request.pin);
    const trial = await this.throttle.enter([
      { as: 'pin address', name: from.address },
      { as: 'pin person', name: person.id },
    ]);
    const chosen = pinHash === null ? await this.passwords.hash(request.pin) : undefined;
    if (pinHash !== null && !(await this.passwords.matches(pinHash, request.pin))) throw this.pinRefused(person.id, trial);
    return this.open(candidate, request.deviceId, from, async (tx) => {
      if (chosen !== undefined) await this.choosePin(tx, person.id, chosen);
      const [used] = await tx.query<[object[], number]>('delete from sign_in_ticket where token_hash = $1 returning card_id', [ticket]);
      if (used.length === 0) throw new Problem('ticket-expired');
      await this.throttle.pardon(tx, trial);
    });
  }

  /** Takes a one-time code: the person has a new PIN, and is on the phone. */
  async resetPin(request: ResetPinRequest, from: From): Promise<OpenedProfile> {
    refuseEasyPin(request.pin);
    const trial = await this.throttle.enter([
      { as: 'code address', name: from.address },
      { as: 'code person', name: request.personId.toLowerCase() },
    ]);
    const candidate = await this.candidateOf('where p.id = $1', request.personId);
    const hash = await this.passwords.hash(request.pin);
    const nobody = { person: { id: request.personId } as PersonName, place: null, pinHash: null };
    return this.open(candidate ?? nobody, request.deviceId, from, async (tx) => {
      const taken = await this.codes.take(tx, request.personId, request.code);
      if (!taken || !candidate) throw new Problem('one-time-code-refused');
      await tx.query(
        'insert into pin (person_id, hash) values ($1, $2) on conflict (person_id) do update set hash = $2, chosen_at = now()',
        [candidate.person.id, hash],
      );
      await this.throttle.forget(tx, { as: 'pin person', name: candidate.person.id });
      await this.throttle.pardon(tx, trial);
    });
  }

  private async candidateOf(where: string, key: Buffer | string): Promise<Candidate | undefined> {
    const [row] = await this.database.query<(PersonName & Omit<Candidate, 'person'>)[]>(`${CANDIDATE} ${where} and ${PRESENT}`, [
      key,
      this.clock.now(),
    ]);
    if (!row) return undefined;
    const { pinHash, place, ...person } = row;
    return { person, pinHash, place };
  }

  private async open(
    { person, place }: Candidate,
    deviceId: string,
    { phone }: From,
    first: (tx: EntityManager) => Promise<void>,
  ): Promise<OpenedProfile> {
    const opened = await this.database.transaction(async (tx) => {
      await first(tx);
      return this.phones.bring(tx, person.id, deviceId, phone);
    });
    const placeName = await this.directory.placeName(place ?? NATION);
    return { token: opened.token, reply: { person, placeName, deviceId: opened.deviceId } };
  }

  /** Two phones may choose at the same moment: the second finds a PIN already there, and its ticket must be shown again. */
  private async choosePin(tx: EntityManager, personId: string, hash: string): Promise<void> {
    const [row] = await tx.query<object[]>('insert into pin (person_id, hash) values ($1, $2) on conflict do nothing returning person_id', [
      personId,
      hash,
    ]);
    if (!row) throw new Problem('pin-refused');
  }

  private pinRefused(personId: string, trial: Try): Problem {
    const failures = trial.failures[1] ?? PIN_TRIES;
    if (failures >= PIN_TRIES) return new Problem('pin-locked');
    const retryAfter = this.throttle.delayAfter({ as: 'pin person', name: personId }, failures);
    return new Problem('pin-refused', { triesLeft: PIN_TRIES - failures, ...(retryAfter > 0 && { retryAfter }) });
  }
}

function refuseEasyPin(pin: string): void {
  if (isEasyPin(pin)) throw invalid('pin', 'pin-too-easy');
}
