import { Clock, Doorkeeper, Prepared, randomToken, tokenHash } from '@sala/api/platform';
import type { ActingPerson, Actor } from '@sala/domain/access';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Cookies, LIFETIME, type SessionKind } from './cookies.js';

/** A session that a request carries, with the people it speaks for and the roles that they hold now. */
export interface Session {
  readonly kind: SessionKind;
  readonly token: string;
  /** A phone's id. */
  readonly deviceId: string | null;
  readonly persons: ActingPerson[];
  /** Whether it should be noted that the session is still used. */
  readonly isStale: boolean;
}

type Row = Omit<Session, 'kind' | 'token'> & { tokenHash: Buffer };

const FIND = `
  select s.token_hash as "tokenHash", s.device_id as "deviceId",
    s.seen_at < $2::timestamptz - case when s.device_id is null then interval '5 minutes' else interval '1 day' end as "isStale",
    coalesce(json_agg(json_build_object('id', p.id, 'roles', coalesce(r.roles, '[]'))) filter (where p.id is not null), '[]') as persons
  from session s
    left join device_learner g on g.device_id = s.device_id
    left join person p on p.id = coalesce(s.person_id, g.person_id) and p.suspended_at is null and p.forgotten_at is null
    left join lateral (
      select json_agg(json_build_object('role', h.role, 'place', h.place_code)) as roles from role_held h
      where h.person_id = p.id and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
    ) r on true
  where s.token_hash = any($1) and s.expires_at > $2 and (s.person_id is null or s.seen_at > $2::timestamptz - interval '12 hours')
  group by s.token_hash`;

/** Sessions: opaque tokens of which only the hash is kept, ended at once when deleted here. */
@Injectable()
export class Sessions implements Doorkeeper {
  constructor(
    private readonly database: DataSource,
    private readonly prepared: Prepared,
    private readonly cookies: Cookies,
    private readonly clock: Clock,
  ) {}

  /** The living sessions that a request carries, the phone's first; one query. */
  async of(request: FastifyRequest): Promise<Session[]> {
    return this.find((['phone', 'staff'] as const).map((kind) => ({ kind, token: this.cookies.read(request, kind) })));
  }

  /** The living session of a token just given out. */
  ofToken(kind: SessionKind, token: string): Promise<Session[]> {
    return this.find([{ kind, token }]);
  }

  private async find(tokens: readonly { kind: SessionKind; token: string | undefined }[]): Promise<Session[]> {
    const carried = tokens.flatMap(({ kind, token }) => (token ? [{ kind, token, hash: tokenHash(token) }] : []));
    if (carried.length === 0) return [];
    const rows = await this.prepared.query<Row>('session', FIND, [carried.map(({ hash }) => hash), this.clock.now()]);
    return carried.flatMap(({ kind, token, hash }) => {
      const row = rows.find((one) => one.tokenHash.equals(hash) && (one.deviceId !== null) === (kind === 'phone'));
      return row ? [{ kind, token, deviceId: row.deviceId, persons: row.persons, isStale: row.isStale }] : [];
    });
  }

  /** The actors whose sessions the request carries. */
  async actorsOf(request: FastifyRequest): Promise<Actor[]> {
    const sessions = await this.of(request);
    return sessions.flatMap(({ deviceId, persons }): Actor[] => {
      if (deviceId !== null) return [{ via: 'phone', deviceId, persons }];
      const [person] = persons;
      return person ? [{ via: 'staff', persons: [person] }] : [];
    });
  }

  /** The places of the roles that a person holds now; of somebody who left, those of the last day, or nobody could ask to be forgotten. */
  async placesOf(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ place: string }[]>(
      `with held as (select h.place_code, h.valid_to from role_held h join person p on p.id = h.person_id and p.forgotten_at is null
           where h.person_id = $1 and h.valid_from <= $2),
         now as (select place_code from held where valid_to is null or valid_to > $2)
       select place_code as place from now
       union select place_code from held where not exists (select 1 from now) and valid_to = (select max(valid_to) from held)`,
      [personId, this.clock.now()],
    );
    return rows.map((row) => row.place);
  }

  /** Opens a session of a phone or of a person, in place of the one that the browser carried: what was known before is worth nothing after. */
  async open(tx: EntityManager, of: { deviceId: string } | { personId: string }, instead: Session | undefined): Promise<string> {
    const token = randomToken();
    const kind = 'deviceId' in of ? 'phone' : 'staff';
    const now = this.clock.now();
    if (instead) await this.end(tx, instead);
    await tx.query('insert into session (token_hash, device_id, person_id, seen_at, expires_at) values ($1, $2, $3, $4, $5)', [
      tokenHash(token),
      'deviceId' in of ? of.deviceId : null,
      'personId' in of ? of.personId : null,
      now,
      new Date(now.getTime() + LIFETIME[kind] * 1000),
    ]);
    return token;
  }

  /** Ends a session. */
  async end(tx: EntityManager, session: Session): Promise<void> {
    await tx.query('delete from session where token_hash = $1', [tokenHash(session.token)]);
  }

  /** Notes that a session is still used; a phone's then lasts another 400 days. */
  async keep(session: Session): Promise<void> {
    const now = this.clock.now();
    const later = session.kind === 'phone' ? new Date(now.getTime() + LIFETIME.phone * 1000) : null;
    await this.database.query('update session set seen_at = $2, expires_at = coalesce($3, expires_at) where token_hash = $1', [
      tokenHash(session.token),
      now,
      later,
    ]);
  }

  /** Ends all sessions of a person and takes them from every phone: after a loss, or when their rights change. */
  async endAllOf(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('delete from session where person_id = $1', [personId]);
    await tx.query('delete from device_learner where person_id = $1', [personId]);
  }
}
