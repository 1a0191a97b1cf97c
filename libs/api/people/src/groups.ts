import { NAME } from '@sala/api/identity';
import { invalid, type Caller } from '@sala/api/platform';
import type { AddGroupRequest, ChangeGroupRequest, GroupReply, PersonInGroup, PersonName, PlaceName } from '@sala/contract/dto';
import { cleanName } from '@sala/domain/people';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { mustMayGrant, nothingThere } from './granting.js';
import { Lives } from './lives.js';
import { PersonActs } from './person-acts.js';
import { Places } from './places.js';
import { holds, within } from './within.js';

const IN_GROUP = (table: 'group_member' | 'group_mentor', role: 'learner' | 'mentor'): string => `
  select ${NAME}, exists (select 1 from card c where c.person_id = p.id and c.revoked_at is null) as "hasCard",
    (select jsonb_build_object('code', l.code, 'khmer', l.khmer, 'latin', l.latin) from role_held h join place l on l.code = h.place_code
     where h.person_id = p.id and h.role = '${role}' and ${holds('h')} order by length(h.place_code) desc limit 1) as place
  from ${table} t join person p on p.id = t.person_id
  where t.group_id = $1 and p.forgotten_at is null
  order by p.family_name collate khmer, p.given_name collate khmer, p.id`;

type Row = PersonName & { hasCard: boolean; place: PlaceName | null };

interface Group {
  id: string;
  name: string;
  place: string;
}

/** Groups of learners and the mentors who help them. */
@Injectable()
export class Groups {
  constructor(
    private readonly database: DataSource,
    private readonly places: Places,
    private readonly lives: Lives,
    private readonly acts: PersonActs,
  ) {}

  /** A group with its people. */
  async of(groupId: string, caller: Caller): Promise<GroupReply> {
    const group = await this.find(this.database.manager, groupId, caller);
    caller.mustBeAllowed('group.read', { place: group.place });
    const [names, members, mentors] = await Promise.all([
      this.places.named([group.place]),
      this.database.query<Row[]>(IN_GROUP('group_member', 'learner'), [groupId]),
      this.database.query<Row[]>(IN_GROUP('group_mentor', 'mentor'), [groupId]),
    ]);
    const place = names.get(group.place) ?? { code: group.place, khmer: '', latin: '' };
    const inGroup = ({ hasCard, place: at, ...person }: Row): PersonInGroup => ({ person, place: at ?? place, hasCard });
    return { id: groupId, name: group.name, place, members: members.map(inGroup), mentors: mentors.map(inGroup) };
  }

  /** Makes an empty group. */
  async add(request: AddGroupRequest, caller: Caller): Promise<GroupReply> {
    caller.mustBeAllowed('group.manage', { place: request.place });
    if (!(await this.places.exists(request.place))) throw invalid('place', 'existing-place');
    const id = randomUUID();
    await this.database.transaction(async (tx) => {
      await tx.query('insert into learner_group (id, name, place_code) values ($1, $2, $3)', [id, groupName(request.name), request.place]);
      await this.acts.note(tx, caller, { kind: 'group-made', groupId: id, detail: { place: request.place } });
    });
    return this.of(id, caller);
  }

  /** Makes a group what it is to be; who is to help it and is no mentor there yet becomes one, when the caller may say so. */
  async change(groupId: string, request: ChangeGroupRequest, caller: Caller): Promise<GroupReply> {
    await this.database.transaction(async (tx) => {
      const group = await this.managed(tx, groupId, caller);
      const [members, mentors] = [unique(request.members), unique(request.mentors)];
      await this.mustLearnThere(tx, members, group.place);
      for (const mentor of await this.withoutRole(tx, mentors, group.place)) await this.makeMentor(tx, mentor, group.place, caller);
      await tx.query('update learner_group set name = $2 where id = $1', [groupId, groupName(request.name)]);
      await this.replace(tx, 'group_member', groupId, members, caller);
      await this.replace(tx, 'group_mentor', groupId, mentors, caller);
      await this.acts.note(tx, caller, { kind: 'group-changed', groupId, detail: { people: members.length } });
    });
    return this.of(groupId, caller);
  }

  /** Removes a group; its people stay. */
  async remove(groupId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.managed(tx, groupId, caller);
      await tx.query('delete from learner_group where id = $1', [groupId]);
      await this.acts.note(tx, caller, { kind: 'group-removed', groupId });
    });
  }

  /** The learners of a group, for whoever may do the act at its place. */
  async membersOf(tx: EntityManager, groupId: string, caller: Caller): Promise<string[]> {
    const group = await this.find(tx, groupId, caller);
    caller.mustBeAllowed('card.issue', { place: group.place });
    const rows = await tx.query<{ id: string }[]>(
      'select person_id as id from group_member where group_id = $1 union select person_id from group_mentor where group_id = $1',
      [groupId],
    );
    return rows.map((row) => row.id);
  }

  private async managed(tx: EntityManager, groupId: string, caller: Caller): Promise<Group> {
    const group = await this.find(tx, groupId, caller, 'for update');
    caller.mustBeAllowed('group.manage', { place: group.place });
    return group;
  }

  private async find(tx: EntityManager, groupId: string, caller: Caller, lock = ''): Promise<Group> {
    const [group] = await tx.query<Group[]>(`select id, name, place_code as place from learner_group where id = $1 ${lock}`, [groupId]);
    if (!group) throw nothingThere(caller);
    return group;
  }

  private async mustLearnThere(tx: EntityManager, ids: readonly string[], place: string): Promise<void> {
    const rows = await tx.query<object[]>(
      `select distinct h.person_id from role_held h join person p on p.id = h.person_id and p.forgotten_at is null
       where h.person_id = any($1) and h.role = 'learner' and ${within('h.place_code', '$2')} and ${holds('h')}`,
      [ids, place],
    );
    if (rows.length !== ids.length) throw invalid('members', 'learner-here');
  }

  /** Those of some people who hold no mentor's role that covers a place. */
  private async withoutRole(tx: EntityManager, ids: readonly string[], place: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select u.id from unnest($1::uuid[]) as u (id) where not exists (
         select 1 from role_held h join person p on p.id = h.person_id and p.forgotten_at is null
         where h.person_id = u.id and h.role = 'mentor' and ${within('$2::text', 'h.place_code')} and ${holds('h')})`,
      [ids, place],
    );
    return rows.map((row) => row.id);
  }

  private async makeMentor(tx: EntityManager, personId: string, place: string, caller: Caller): Promise<void> {
    mustMayGrant(caller, { role: 'mentor', place });
    const held = await tx.query<{ place: string }[]>(
      `select h.place_code as place from role_held h join person p on p.id = h.person_id and p.forgotten_at is null
       where h.person_id = $1 and ${holds('h')}`,
      [personId],
    );
    // Of people elsewhere nothing is told, not even that they are there.
    if (!held.some((one) => caller.may('person.read', { place: one.place }))) throw invalid('mentors', 'person-here');
    await this.lives.grant(tx, personId, { role: 'mentor', place }, caller);
  }

  private async replace(
    tx: EntityManager,
    table: 'group_member' | 'group_mentor',
    groupId: string,
    ids: string[],
    caller: Caller,
  ): Promise<void> {
    const [gone] = await tx.query<[{ id: string }[], number]>(
      `delete from ${table} where group_id = $1 and not person_id = any($2) returning person_id as id`,
      [groupId, ids],
    );
    const come = await tx.query<{ id: string }[]>(
      `insert into ${table} (group_id, person_id) select $1, unnest($2::uuid[]) on conflict do nothing returning person_id as id`,
      [groupId, ids],
    );
    const note = { groupId, detail: { role: table === 'group_member' ? ('learner' as const) : ('mentor' as const) } };
    if (gone.length > 0) await this.acts.note(tx, caller, { ...note, kind: 'group-left', personIds: gone.map((one) => one.id) });
    if (come.length > 0) await this.acts.note(tx, caller, { ...note, kind: 'group-joined', personIds: come.map((one) => one.id) });
  }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => id.toLowerCase()))];

function groupName(name: string): string {
  const clean = cleanName(name);
  if (clean === '') throw invalid('name', 'isNotEmpty');
  return clean;
}
