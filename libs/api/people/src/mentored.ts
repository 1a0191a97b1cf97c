import { NAME } from '@sala/api/identity';
import { Clock } from '@sala/api/platform';
import type { PersonName } from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { holds, within } from './within.js';

/** A learner whom a mentor helps. */
export interface MentoredLearner {
  readonly person: PersonName;
  /** The telephone number, for mentors and officers only; never in a log. */
  readonly phone: string | undefined;
  /** The code of the place where the person learns. */
  readonly place: string;
}

type Row = PersonName & { phone: string | null; place: string };

// A mentor's role may have ended or moved away: a group counts only while a role covers it.
const MENTORED = `
  with held as materialized (
    select h.place_code from role_held h where h.person_id = $1 and h.role = 'mentor' and ${holds('h', '$2')}
  ), mentored as materialized (
    select g.id, g.place_code from group_mentor m join learner_group g on g.id = m.group_id
    where m.person_id = $1 and exists (select 1 from held where ${within('g.place_code', 'held.place_code')})
  ), helped as (
    select r.person_id, r.place_code from mentored m join group_member t on t.group_id = m.id
      join role_held r on r.person_id = t.person_id and r.role = 'learner' and ${holds('r', '$2')} and ${within('r.place_code', 'm.place_code')}
    union
    select r.person_id, r.place_code from held join role_held r on ${within('r.place_code', 'held.place_code')}
    where not exists (select 1 from mentored) and r.role = 'learner' and ${holds('r', '$2')}
  )`;

/** Which learners a mentor helps: the members of the mentor's groups; without a group, all learners within the place of each mentor role. */
@Injectable()
export class Mentored {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The learners whom a mentor helps, in dictionary order; empty when the person is no mentor now. */
  async learnersOf(mentorId: string): Promise<MentoredLearner[]> {
    const rows = await this.database.query<Row[]>(
      `${MENTORED}
       select * from (select distinct on (p.id) ${NAME}, p.phone, h.place_code as place from helped h join person p on p.id = h.person_id
         where p.id <> $1 and p.forgotten_at is null and p.suspended_at is null order by p.id, h.place_code) p
       order by p."familyName" collate khmer, p."givenName" collate khmer, p.id`,
      [mentorId, this.clock.now()],
    );
    return rows.map(({ phone, place, ...person }) => ({ person, phone: phone ?? undefined, place }));
  }

  /** Whether a mentor helps a learner at this moment. */
  async helps(mentorId: string, learnerId: string): Promise<boolean> {
    const [row] = await this.database.query<object[]>(
      `${MENTORED}
       select 1 from helped h join person p on p.id = h.person_id
       where p.id = $3 and p.id <> $1 and p.forgotten_at is null and p.suspended_at is null limit 1`,
      [mentorId, this.clock.now(), learnerId],
    );
    return row !== undefined;
  }
}
