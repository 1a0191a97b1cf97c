import { NAME } from '@sala/api/identity';
import { LearningLog } from '@sala/api/learning-log';
import { Problem } from '@sala/api/platform';
import type { GroupOfPerson, PersonName, PersonReply, RoleHeld, RolePast } from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonActs } from './person-acts.js';
import { holds } from './within.js';

type Row = PersonName &
  Pick<PersonReply, 'hasCard' | 'hasPin'> & { phone: string | null; roles: RoleHeld[]; past: RolePast[]; groups: GroupOfPerson[] };

const ROLE = `'role', h.role, 'place', json_build_object('code', h.place_code, 'khmer', l.khmer, 'latin', l.latin)`;

const PERSON = `
  select ${NAME}, p.phone,
    exists (select 1 from card c where c.person_id = p.id and c.revoked_at is null) as "hasCard",
    exists (select 1 from pin n where n.person_id = p.id) as "hasPin",
    coalesce((select json_agg(json_build_object(${ROLE}) order by h.place_code, h.role) from role_held h join place l on l.code = h.place_code
      where h.person_id = p.id and ${holds('h')}), '[]') as roles,
    coalesce((select json_agg(json_build_object(${ROLE}, 'until', h.valid_to) order by h.valid_to desc) from role_held h join place l on l.code = h.place_code
      where h.person_id = p.id and h.valid_to <= now()), '[]') as past,
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'as', t.as) order by g.name) from (
        select group_id, 'member' as as from group_member where person_id = p.id
        union all select group_id, 'mentor' from group_mentor where person_id = p.id
      ) t join learner_group g on g.id = t.group_id), '[]') as groups
  from person p where p.id = $1 and p.forgotten_at is null`;

/** What an officer may know of one person. */
@Injectable()
export class PersonPages {
  constructor(
    private readonly database: DataSource,
    private readonly acts: PersonActs,
    private readonly log: LearningLog,
  ) {}

  /** A person with roles now and before, groups, card, and what was done about them. */
  async of(personId: string): Promise<PersonReply> {
    const [[row], acts, events] = await Promise.all([
      this.database.query<Row[]>(PERSON, [personId]),
      this.acts.about(personId),
      this.log.eventsOf(this.database.manager, [personId]),
    ]);
    if (!row) throw new Problem('not-found');
    const { phone, roles, past, groups, hasCard, hasPin, ...person } = row;
    return { person, ...(phone !== null && { phone }), roles, past, groups, hasCard, hasPin, events: events.get(personId) ?? 0, acts };
  }
}
