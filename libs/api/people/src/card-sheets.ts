import { Cards, inGroups, NAME } from '@sala/api/identity';
import { Env, invalid, type Caller } from '@sala/api/platform';
import {
  CARDS_AT_ONCE,
  type CardToPrint,
  type IssueCardsReply,
  type IssueCardsRequest,
  type PersonName,
  type PlaceName,
} from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Groups } from './groups.js';
import { Imports } from './imports.js';
import { PersonActs } from './person-acts.js';
import { holds } from './within.js';

type Row = PersonName & { place: PlaceName; places: string[]; hasCard: boolean };

const WANTED = `
  select ${NAME}, exists (select 1 from card c where c.person_id = p.id and c.revoked_at is null) as "hasCard",
    h.places, jsonb_build_object('code', l.code, 'khmer', l.khmer, 'latin', l.latin) as place
  from person p join lateral (
      select array_agg(h.place_code) as places, (array_agg(h.place_code order by h.role = 'learner' desc, length(h.place_code) desc))[1] as first
      from role_held h where h.person_id = p.id and ${holds('h')}
    ) h on h.first is not null join place l on l.code = h.first
  where p.id = any($1) and p.forgotten_at is null and p.suspended_at is null
  order by h.first, p.family_name collate khmer, p.given_name collate khmer, p.id`;

/** Cards of many people at once, for printing on sheets: one request issues them and tells all codes, once. */
@Injectable()
export class CardSheets {
  constructor(
    private readonly database: DataSource,
    private readonly cards: Cards,
    private readonly groups: Groups,
    private readonly imports: Imports,
    private readonly acts: PersonActs,
    private readonly env: Env,
  ) {}

  /** Issues cards for those who have none, or with `again` for all; the caller must reach each place of each of them. */
  async issue(request: IssueCardsRequest, caller: Caller, origin: string): Promise<IssueCardsReply> {
    return this.database.transaction(async (tx) => {
      const ids = await this.idsOf(tx, request, caller);
      const people = await tx.query<Row[]>(WANTED, [ids]);
      for (const { id, places } of people) for (const place of places) caller.mustBeAllowed('card.issue', { personId: id, place });
      const wanted = people.filter((one) => request.again || !one.hasCard);
      const now = wanted.slice(0, CARDS_AT_ONCE);
      const cards: CardToPrint[] = [];
      for (const person of now) cards.push(await this.card(tx, person, origin));
      if (now.length > 0) await this.acts.note(tx, caller, { kind: 'card-issued', personIds: now.map((one) => one.id) });
      return { cards, left: wanted.length - now.length };
    });
  }

  private async idsOf(tx: EntityManager, { group, imported, persons }: IssueCardsRequest, caller: Caller): Promise<string[]> {
    if ([group, imported, persons].filter((one) => one !== undefined).length !== 1) throw invalid('persons', 'one-of');
    if (group !== undefined) return this.groups.membersOf(tx, group, caller);
    if (imported !== undefined) return this.imports.peopleOf(tx, imported, caller);
    return persons ?? [];
  }

  private async card(tx: EntityManager, { place, places: _, hasCard: __, ...person }: Row, origin: string): Promise<CardToPrint> {
    const digits = await this.cards.issue(tx, person.id);
    // Behind "#": the code never reaches a server's log when the address is opened.
    return { person, place, code: inGroups(digits), address: `${this.env.PUBLIC_ADDRESS ?? origin}/card#${digits}` };
  }
}
