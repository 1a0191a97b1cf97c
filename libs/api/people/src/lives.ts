import { Cards, Sessions } from '@sala/api/identity';
import { ForgottenWords, LearningLog } from '@sala/api/learning-log';
import { invalid, Problem, type Caller } from '@sala/api/platform';
import type { ChangePersonRequest, ForgottenReply } from '@sala/contract/dto';
import type { RoleAtPlace } from '@sala/domain/access';
import { searchKey } from '@sala/domain/khmer';
import { cleanName } from '@sala/domain/people';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mustMayGrant, readPhone } from './granting.js';
import { PersonActs } from './person-acts.js';
import { Places } from './places.js';
import { holds, within } from './within.js';

/** What happens to people over time: names change, roles come and end, somebody moves, leaves, or is forgotten. All of it is audited. */
@Injectable()
export class Lives {
  constructor(
    private readonly database: DataSource,
    private readonly places: Places,
    private readonly cards: Cards,
    private readonly sessions: Sessions,
    private readonly acts: PersonActs,
    private readonly log: LearningLog,
    private readonly words: ForgottenWords,
  ) {}

  /** Changes names and number. */
  async change(personId: string, request: ChangePersonRequest, caller: Caller): Promise<void> {
    const names = [request.familyName, request.givenName, request.familyNameLatin, request.givenNameLatin].map(cleanName);
    for (const [i, field] of ['familyName', 'givenName'].entries()) if (names[i] === '') throw invalid(field, 'isNotEmpty');
    const phone = readPhone(request.phone);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `update person set family_name = $2, given_name = $3, family_name_latin = $4, given_name_latin = $5, search_key = $6, phone = $7
         where id = $1 and forgotten_at is null`,
        [personId, ...names, searchKey(names.join(' ')), phone],
      );
      await this.acts.note(tx, caller, { kind: 'changed', personIds: [personId] });
    });
  }

  /** Gives a role at a place, once. */
  async giveRole(personId: string, role: RoleAtPlace, caller: Caller): Promise<void> {
    mustMayGrant(caller, role);
    if (!(await this.places.exists(role.place))) throw invalid('place', 'existing-place');
    await this.database.transaction((tx) => this.grant(tx, personId, role, caller));
  }

  /** Gives a role whose right to be given was asked before; says whether it was new. */
  async grant(tx: EntityManager, personId: string, { role, place }: RoleAtPlace, caller: Caller): Promise<void> {
    const [given] = await tx.query<object[]>(
      `insert into role_held (person_id, role, place_code) select $1, $2, $3
       where not exists (select 1 from role_held h where h.person_id = $1 and h.role = $2 and h.place_code = $3 and ${holds('h')}) returning role`,
      [personId, role, place],
    );
    if (given) await this.acts.note(tx, caller, { kind: 'role-given', personIds: [personId], detail: { role, place } });
  }

  /** Ends a role; nobody ends their own, or a place could be left without anybody who may give it back. */
  async endRole(personId: string, role: RoleAtPlace, caller: Caller): Promise<void> {
    mustMayGrant(caller, role);
    if (caller.speaksFor(personId)) throw new Problem('not-allowed');
    await this.database.transaction(async (tx) => {
      const ended = await this.end(tx, personId, [role]);
      if (ended.length === 0) throw new Problem('not-found');
      await this.acts.note(tx, caller, { kind: 'role-ended', personIds: [personId], detail: role });
      await this.tidyGroups(tx, personId);
    });
  }

  /** Somebody learns at another place from now on; roles other than the learner's stay where they are. */
  async move(personId: string, place: string, caller: Caller): Promise<void> {
    mustMayGrant(caller, { role: 'learner', place });
    if (!(await this.places.exists(place))) throw invalid('place', 'existing-place');
    await this.database.transaction(async (tx) => {
      const held = (await this.held(tx, personId)).filter(({ role }) => role === 'learner');
      if (held.some((one) => one.place === place)) return;
      await this.end(tx, personId, held);
      await tx.query(`insert into role_held (person_id, role, place_code) values ($1, 'learner', $2)`, [personId, place]);
      await this.acts.note(tx, caller, { kind: 'moved', personIds: [personId], detail: { place } });
      await this.tidyGroups(tx, personId);
    });
  }

  /** Somebody leaves: roles end, the card and all sessions too. What was learnt stays, and so does the name. */
  async leave(personId: string, caller: Caller): Promise<void> {
    if (caller.speaksFor(personId)) throw new Problem('not-allowed');
    await this.database.transaction(async (tx) => {
      await this.endAll(tx, personId, caller);
      await this.acts.note(tx, caller, { kind: 'left', personIds: [personId] });
    });
  }

  /**
   * Forgets somebody: names, number, card, PIN and account go for good, and with them every word, voice and photo by and about them, in the log too.
   * What is counted stays, under the id.
   */
  async forget(personId: string, caller: Caller): Promise<ForgottenReply> {
    if (caller.speaksFor(personId)) throw new Problem('not-allowed');
    return this.database.transaction(async (tx) => {
      await this.endAll(tx, personId, caller);
      // First, because what is being taken of them at this moment waits for it or is waited for.
      await tx.query(
        `update person set family_name = '', given_name = '', family_name_latin = '', given_name_latin = '', search_key = '', phone = null,
           forgotten_at = coalesce(forgotten_at, now()) where id = $1`,
        [personId],
      );
      const named = await this.words.takeOut(tx, personId);
      await tx.query(
        `delete from recording r where r.person_id = $1 or (r.person_id, r.id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
        [personId, named.map((one) => one.personId), named.map((one) => one.id)],
      );
      await tx.query(
        'delete from recording_piece p where not exists (select 1 from recording r where r.person_id = p.person_id and r.id = p.recording_id)',
      );
      for (const table of ['card', 'pin', 'one_time_code', 'account'])
        await tx.query(`delete from ${table} where person_id = $1`, [personId]);
      await this.acts.note(tx, caller, { kind: 'forgotten', personIds: [personId] });
      return { events: (await this.log.eventsOf(tx, [personId])).get(personId) ?? 0 };
    });
  }

  private async endAll(tx: EntityManager, personId: string, caller: Caller): Promise<void> {
    const held = await this.held(tx, personId);
    for (const role of held) mustMayGrant(caller, role);
    await this.end(tx, personId, held);
    await this.tidyGroups(tx, personId);
    await this.cards.withdraw(tx, personId);
    await this.sessions.endAllOf(tx, personId);
  }

  private held(tx: EntityManager, personId: string): Promise<RoleAtPlace[]> {
    return tx.query<RoleAtPlace[]>(
      `select h.role, h.place_code as place from role_held h where h.person_id = $1 and ${holds('h')} for update`,
      [personId],
    );
  }

  private async end(tx: EntityManager, personId: string, roles: readonly RoleAtPlace[]): Promise<object[]> {
    const [ended] = await tx.query<[object[], number]>(
      `update role_held h set valid_to = now() from unnest($2::text[], $3::text[]) as r (role, place)
       where h.person_id = $1 and h.role = r.role and h.place_code = r.place and ${holds('h')} returning h.role`,
      [personId, roles.map((one) => one.role), roles.map((one) => one.place)],
    );
    return ended;
  }

  /** Takes a person out of groups that they can no longer be in. */
  private async tidyGroups(tx: EntityManager, personId: string): Promise<void> {
    for (const [table, role, covers] of [
      ['group_member', 'learner', within('h.place_code', 'g.place_code')],
      ['group_mentor', 'mentor', within('g.place_code', 'h.place_code')],
    ] as const) {
      await tx.query(
        `delete from ${table} t using learner_group g where t.person_id = $1 and g.id = t.group_id and not exists (
           select 1 from role_held h where h.person_id = $1 and h.role = '${role}' and ${covers} and ${holds('h')})`,
        [personId],
      );
    }
  }
}
