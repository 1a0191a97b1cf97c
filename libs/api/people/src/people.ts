import { Cards, inGroups, NAME, OneTimeCodes, Sessions } from '@sala/api/identity';
import { Caller, Env, invalid, Problem } from '@sala/api/platform';
import type {
  AddPersonRequest,
  IssueCardReply,
  OneTimeCodeReply,
  PeopleQuery,
  PeopleReply,
  PersonInList,
  PersonName,
} from '@sala/contract/dto';
import type { RoleAtPlace } from '@sala/domain/access';
import { searchKey } from '@sala/domain/khmer';
import { cleanName, nameKey } from '@sala/domain/people';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { mustMayGrant, readPhone } from './granting.js';
import { PersonActs } from './person-acts.js';
import { Places } from './places.js';
import { holds, within } from './within.js';

const PAGE = 50;

/** A person to add: names and first roles. */
export interface NewPerson extends Omit<PersonName, 'id'> {
  readonly id?: string;
  readonly roles: readonly RoleAtPlace[];
  readonly phone?: string;
  readonly demo?: boolean;
}

type Row = PersonName & Pick<PersonInList, 'roles' | 'hasCard' | 'hasPin'>;

const IN_LIST = `
  select ${NAME},
    coalesce((select json_agg(json_build_object('role', h.role, 'place', json_build_object('code', h.place_code, 'khmer', l.khmer, 'latin', l.latin)) order by h.place_code, h.role)
      from role_held h join place l on l.code = h.place_code
      where h.person_id = p.id and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now())), '[]') as roles,
    exists (select 1 from card c where c.person_id = p.id and c.revoked_at is null) as "hasCard",
    exists (select 1 from pin n where n.person_id = p.id) as "hasPin"
  from person p`;

const OF_PLACE = `${IN_LIST}
  where p.forgotten_at is null
    and exists (select 1 from role_held h where h.person_id = p.id and ($1 = 'KH' or h.place_code like $1 || '%')
      and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now()))
    and ($2 = '' or p.search_key like '%' || $2 || '%')
    and ($3::uuid is null or (p.family_name collate khmer, p.given_name collate khmer, p.id) >
      (select a.family_name collate khmer, a.given_name collate khmer, a.id from person a where a.id = $3))
  order by p.family_name collate khmer, p.given_name collate khmer, p.id
  limit ${PAGE + 1}`;

/** People and the roles they hold at places. */
@Injectable()
export class People {
  constructor(
    private readonly database: DataSource,
    private readonly places: Places,
    private readonly cards: Cards,
    private readonly codes: OneTimeCodes,
    private readonly sessions: Sessions,
    private readonly acts: PersonActs,
    private readonly env: Env,
  ) {}

  /** People with a role at a place or below, a page at a time, in dictionary order. */
  async list(query: PeopleQuery, caller: Caller): Promise<PeopleReply> {
    caller.mustBeAllowed('person.list', { place: query.place });
    const rows = await this.database.query<Row[]>(OF_PLACE, [query.place, searchKey(query.search ?? ''), query.after ?? null]);
    const people = rows.slice(0, PAGE).map(inList);
    const last = people.at(-1);
    return rows.length > PAGE && last ? { people, next: last.person.id } : { people };
  }

  /** Adds a person with a first role that the caller may give. The same name at the same place is asked about first. */
  async add(request: AddPersonRequest, caller: Caller): Promise<PersonInList> {
    const role = { role: request.role, place: request.place };
    mustMayGrant(caller, role);
    if (!(await this.places.exists(request.place))) throw invalid('place', 'existing-place');
    for (const name of ['familyName', 'givenName'] as const) if (cleanName(request[name]) === '') throw invalid(name, 'isNotEmpty');
    const phone = readPhone(request.phone ?? '') ?? undefined;
    const id = await this.database.transaction(async (tx) => {
      if (!request.anyway && (await this.isThere(tx, request))) throw new Problem('already-there');
      const made = await this.store(tx, { ...request, phone, roles: [role] });
      await this.acts.note(tx, caller, { kind: 'added', personIds: [made], detail: role });
      return made;
    });
    const [row] = await this.database.query<Row[]>(`${IN_LIST} where p.id = $1`, [id]);
    if (!row) throw new Problem('not-found');
    return inList(row);
  }

  private async isThere(tx: EntityManager, { familyName, givenName, place }: AddPersonRequest): Promise<boolean> {
    const rows = await tx.query<Pick<PersonName, 'familyName' | 'givenName'>[]>(
      `select p.family_name as "familyName", p.given_name as "givenName" from role_held h join person p on p.id = h.person_id
       where (${within('h.place_code', '$1')} or ${within('$1::text', 'h.place_code')}) and ${holds('h')} and p.forgotten_at is null
         and p.search_key like $2 || '%'`,
      [place, searchKey(`${familyName} ${givenName}`)],
    );
    return rows.some((one) => nameKey(one.familyName, one.givenName) === nameKey(familyName, givenName));
  }

  /** Stores a person; names in one encoding. */
  async store(tx: EntityManager, person: NewPerson): Promise<string> {
    const id = person.id ?? randomUUID();
    const names = [person.familyName, person.givenName, person.familyNameLatin, person.givenNameLatin].map(cleanName);
    await tx.query(
      `insert into person (id, family_name, given_name, family_name_latin, given_name_latin, search_key, demo, phone)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, ...names, searchKey(names.join(' ')), person.demo ?? false, person.phone ?? null],
    );
    for (const { role, place } of person.roles)
      await tx.query('insert into role_held (person_id, role, place_code) values ($1, $2, $3)', [id, role, place]);
    return id;
  }

  /** Stores many people in as few statements as one; gives their ids in the same order. */
  async storeAll(tx: EntityManager, people: readonly NewPerson[]): Promise<string[]> {
    const rows = people.map((person) => {
      const names = [person.familyName, person.givenName, person.familyNameLatin, person.givenNameLatin].map(cleanName);
      return { id: person.id ?? randomUUID(), names, phone: person.phone ?? null, roles: person.roles };
    });
    const name = (i: number): string[] => rows.map(({ names }) => names[i] ?? '');
    await tx.query(
      `insert into person (id, family_name, given_name, family_name_latin, given_name_latin, search_key, phone)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [
        rows.map(({ id }) => id),
        name(0),
        name(1),
        name(2),
        name(3),
        rows.map(({ names }) => searchKey(names.join(' '))),
        rows.map(({ phone }) => phone),
      ],
    );
    const held = rows.flatMap(({ id, roles }) => roles.map((role) => ({ id, ...role })));
    await tx.query('insert into role_held (person_id, role, place_code) select * from unnest($1::uuid[], $2::text[], $3::text[])', [
      held.map(({ id }) => id),
      held.map(({ role }) => role),
      held.map(({ place }) => place),
    ]);
    return rows.map(({ id }) => id);
  }

  /** Gives a person a new card; an older one is no longer valid. */
  async issueCard(personId: string, origin: string, caller: Caller): Promise<IssueCardReply> {
    const [person] = await this.database.query<PersonName[]>(`select ${NAME} from person p where p.id = $1 and p.forgotten_at is null`, [
      personId,
    ]);
    if (!person) throw new Problem('not-found');
    const digits = await this.database.transaction(async (tx) => {
      await this.acts.note(tx, caller, { kind: 'card-issued', personIds: [personId] });
      return this.cards.issue(tx, personId);
    });
    // Behind "#": the code never reaches a server's log when the address is opened.
    return { person, code: inGroups(digits), address: `${this.env.PUBLIC_ADDRESS ?? origin}/card#${digits}` };
  }

  /** Makes a person's card invalid and takes them from every phone: for a card or phone in wrong hands. */
  async revokeCard(personId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.cards.withdraw(tx, personId);
      await this.acts.note(tx, caller, { kind: 'card-revoked', personIds: [personId] });
      await this.sessions.endAllOf(tx, personId);
    });
  }

  /** Gives a code by which a person may choose a new PIN. */
  giveOneTimeCode(personId: string, caller: Caller): Promise<OneTimeCodeReply> {
    return this.database.transaction(async (tx) => {
      await this.acts.note(tx, caller, { kind: 'code-given', personIds: [personId] });
      return this.codes.give(tx, personId);
    });
  }

  /** Whether there is anybody here. */
  async isEmpty(): Promise<boolean> {
    const rows = await this.database.query<object[]>('select 1 from person limit 1');
    return rows.length === 0;
  }

  /** Whether there are invented people here. */
  async holdsDemo(): Promise<boolean> {
    const rows = await this.database.query<object[]>('select 1 from person where demo limit 1');
    return rows.length > 0;
  }
}

function inList({ roles, hasCard, hasPin, ...person }: Row): PersonInList {
  return { person, roles, hasCard, hasPin };
}
